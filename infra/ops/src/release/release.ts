/** Cuts what is unreleased off as a version: its heading gets the version and the day, and a new empty one stands above. */
export function cutChangelog(changelog: string, version: string, day: string): { changelog: string; notes: string } {
  const heading = '## Unreleased\n';
  const start = changelog.indexOf(heading);
  if (start === -1) throw new RangeError('CHANGELOG.md has no “## Unreleased”.');
  const after = start + heading.length;
  const next = changelog.indexOf('\n## ', after);
  const notes = changelog.slice(after, next === -1 ? undefined : next).trim();
  if (notes === '') throw new RangeError('Nothing is written under “## Unreleased” of CHANGELOG.md.');
  if (changelog.includes(`\n## ${version} `)) throw new RangeError(`${version} was released before.`);
  const rest = next === -1 ? '' : `\n${changelog.slice(next + 1)}`;
  return {
    changelog: `${changelog.slice(0, start)}${heading}\n## ${version} (${day})\n\n${notes}\n${rest}`,
    notes,
  };
}

/** The same manifest with another version, and nothing else changed. */
export function setVersion(manifest: string, version: string): string {
  return manifest.replace(/^( {2}"version": ")[^"]*(",?)$/m, `$1${version}$2`);
}

/** The commands that build and label the images of a release. */
export function imageCommands(services: readonly string[], version: string): string[] {
  return services.map(
    (name) =>
      `docker build --file infra/images/Dockerfile --target ${name} --tag ateneu/${name}:${version} ` +
      `--build-arg VERSION=${version} --build-arg REVISION=$(git rev-parse HEAD) .`,
  );
}
