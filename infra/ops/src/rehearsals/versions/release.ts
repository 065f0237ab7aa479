import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { endWithUs } from '../rehearsal.ts';

const run = promisify(execFile);

/** Lays an earlier version of the project out in a folder, with the packages that its own lockfile names. */
export async function layOut(root: string, ref: string, folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const { stdout: commit } = await run('git', ['rev-parse', '--verify', `${ref}^{commit}`], { cwd: root });
  const archive = join(folder, 'source.tar');
  await run('git', ['archive', '--output', archive, commit.trim()], { cwd: root });
  await run('tar', ['-xf', archive, '-C', folder]);
  const install = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'];
  const installing = run('npm', install, { cwd: folder, maxBuffer: 16 * 1024 * 1024 });
  endWithUs(installing.child);
  await installing;
  return commit.trim();
}
