import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** The first version with atomic batch publishing. */
export const minimumVersion = '2.12.0';

/** The version number in a text such as `nats-server: v2.15.1`. @throws Error where there is none. */
export function versionIn(text: string): string {
  const version = /(\d+\.\d+\.\d+)/.exec(text)?.[1];
  if (version === undefined) throw new Error(`no version in "${text.trim()}"`);
  return version;
}

/** Whether a version is {@link minimumVersion} or newer. */
export function isRecentEnough(version: string): boolean {
  const parts = (text: string): number[] => text.split('.').map(Number);
  const [found, least] = [parts(version), parts(minimumVersion)];
  for (const [index, part] of least.entries()) {
    const other = found[index] ?? 0;
    if (other !== part) return other > part;
  }
  return true;
}

/** The version that a binary says it is. */
export async function versionOf(path: string): Promise<string> {
  const { stdout } = await promisify(execFile)(path, ['--version'], { timeout: 5_000 });
  return versionIn(stdout);
}
