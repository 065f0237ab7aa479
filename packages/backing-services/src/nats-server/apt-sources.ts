/**
 * The address of a Debian archive in the machine's apt sources, whatever their format (deb822 or one line), its main
 * archive rather than the security one; `undefined` where there is none.
 */
export function archiveIn(sources: readonly string[]): string | undefined {
  const addresses = sources.flatMap((source) => [
    ...[...source.matchAll(/^URIs:\s*(\S+)/gim)].map((match) => match[1]),
    ...[...source.matchAll(/^deb\s+(?:\[[^\]]*\]\s+)?(\S+)/gim)].map((match) => match[1]),
  ]);
  const archives = addresses.filter((address) => address !== undefined && /^https?:\/\//.test(address));
  return archives.find((address) => address !== undefined && !address.includes('security'));
}
