/** Packages whose manifest does not say under what they are, looked up in their own licence files. */
export const lookedUpLicences: Readonly<Record<string, string>> = {
  buildcheck: 'MIT',
  'cpu-features': 'MIT',
  'png-js': 'MIT',
  ssh2: 'MIT',
};
