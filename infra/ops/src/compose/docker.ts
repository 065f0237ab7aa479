import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

import { readSettings } from '@ateneu/local/settings';

import { CommandError } from '../cli/command.ts';

/** Runs `docker` in the folder of the Compose file and returns what it says. @throws CommandError with its own words */
export async function docker(...args: string[]): Promise<string> {
  return (await run(args)).stdout.trim();
}

/** The last lines that a container said, of both kinds. */
export async function lastWordsOf(container: string): Promise<string> {
  const { stdout, stderr } = await run(['logs', '--tail', '10', container]);
  return (stdout + stderr).trim();
}

async function run(args: readonly string[]): Promise<{ stdout: string; stderr: string }> {
  const { root } = readSettings(process.env).paths;
  try {
    return await promisify(execFile)('docker', args, { cwd: root, maxBuffer: 16 * 1024 * 1024 });
  } catch (error) {
    const { code, stderr = '' } = error as { code?: unknown; stderr?: string };
    if (code === 'ENOENT') throw new CommandError('There is no `docker` on this machine.');
    throw new CommandError(`docker ${args.join(' ')}:\n${stderr.trim()}`);
  }
}

/** The containers of a part that run, by id. @throws CommandError where none does */
export async function containersOf(part: string): Promise<string[]> {
  const ids = (await docker('compose', 'ps', '--quiet', '--status', 'running', part)).split('\n').filter(Boolean);
  if (ids.length === 0) throw new CommandError(`${part} does not run with Compose here.`);
  return ids;
}

/** The id of the image that a container runs, or that a name means. */
export async function imageOf(kind: 'container' | 'image', name: string): Promise<string> {
  return docker(kind, 'inspect', '--format', kind === 'container' ? '{{.Image}}' : '{{.Id}}', name);
}
