import { mkdir, writeFile } from 'node:fs/promises';
import { Session } from 'node:inspector/promises';
import { join } from 'node:path';

import type { Contender } from './figure.ts';

/** Runs a contender once under the profiler, and writes what it found for Chromium's developer tools. Returns the file. */
export async function profile(figure: string, { run }: Contender, folder: string): Promise<string> {
  const session = new Session();
  session.connect();
  try {
    await session.post('Profiler.enable');
    await session.post('Profiler.start');
    await run();
    const { profile: found } = await session.post('Profiler.stop');
    await mkdir(folder, { recursive: true });
    const file = join(folder, `${figure}.cpuprofile`);
    await writeFile(file, JSON.stringify(found));
    return file;
  } finally {
    session.disconnect();
  }
}
