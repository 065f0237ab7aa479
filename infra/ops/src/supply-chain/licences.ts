import { lookedUpLicences } from '@ateneu/local/containers/looked-up-licences';

/** A package of the lockfile. */
export interface LockedPackage {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly link?: boolean;
  readonly resolved?: string;
  readonly integrity?: string;
}

/** What is shipped may be under these; each allows to be used and passed on with a work under MPL-2.0. */
const allowed = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'MPL-2.0',
  'OFL-1.1',
  'Unlicense',
]);

/** What is wrong with the packages of a lockfile, in sentences. Those that only developers use may be under anything. */
export function problemsOf(packages: Readonly<Record<string, LockedPackage>>): string[] {
  return Object.entries(packages).flatMap(([path, locked]) => {
    const name = path.split('node_modules/').at(-1) ?? path;
    if (!path.includes('node_modules/') || locked.link === true) return [];
    const problems: string[] = [];
    const licence = locked.license ?? lookedUpLicences[name];
    if (locked.dev !== true) {
      if (licence === undefined) problems.push(`${name} ${locked.version} does not say what it is licensed under.`);
      else if (!isAllowed(licence)) problems.push(`${name} ${locked.version} is under ${licence}.`);
    }
    if (locked.integrity === undefined) problems.push(`${name} ${locked.version} has no integrity in the lockfile.`);
    if (locked.resolved?.startsWith('git') === true) problems.push(`${name} comes from a repository, not a registry.`);
    return problems;
  });
}

/** An SPDX expression of `OR` and `AND`, without nesting. */
function isAllowed(expression: string): boolean {
  const bare = expression.replaceAll(/[()]/g, '');
  return bare.split(' OR ').some((choice) => choice.split(' AND ').every((licence) => allowed.has(licence.trim())));
}
