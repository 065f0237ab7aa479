import { randomBytes } from 'node:crypto';
import { mkdir, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { isFree } from '@ateneu/local/platform/checks';
import { findServices, runPlatform, type ServiceScripts } from '@ateneu/local/platform/platform';
import type { PlatformDescription } from '@ateneu/local/platform/platform-file';
import type { Terminal } from '@ateneu/local/platform/terminal';
import { readSettings, type Settings } from '@ateneu/local/settings';

/** The whole platform of this machine, on ports and in a folder of its own. */
export interface TestPlatform extends PlatformDescription {
  readonly settings: Settings;
  /** Variables for a command that is to find it. */
  readonly env: Record<string, string>;
  close(): Promise<void>;
}

/** Starts everything that `npm start` starts, with traces recorded. */
export async function startTestPlatform(scripts?: ServiceScripts): Promise<TestPlatform> {
  const folder = join(tmpdir(), `ateneu-ops-${randomBytes(5).toString('hex')}`);
  // PostgreSQL may run as another user than we do, and must be able to get there.
  await mkdir(folder, { recursive: true, mode: 0o755 });
  const env = { ATENEU_DATA_DIR: folder, ATENEU_PORT_BASE: String(await freeBlock()) };
  const settings = readSettings(env);
  process.env['TRACES_LOG'] = settings.paths.traces;
  const platform = runPlatform(settings, quietTerminal, scripts ?? findServices(settings));
  const close = async (): Promise<void> => {
    await platform.stop();
    const data = await realpath(settings.paths.postgres).catch(() => undefined);
    for (const path of [data, folder]) if (path !== undefined) await rm(path, { recursive: true, force: true });
  };
  try {
    return { ...(await platform.started), settings, env, close };
  } catch (error) {
    await close();
    throw error;
  }
}

const quietTerminal: Terminal = {
  done: () => {},
  note: () => {},
  plain: () => {},
  line: () => {},
  warn: (text) => console.warn(text),
  fail: (text) => console.error(text),
};

/** The first port of a block that is free as a whole, away from the usual one. */
async function freeBlock(): Promise<number> {
  for (let base = 31_000 + Math.floor(Math.random() * 20) * 50; ; base += 50) {
    const free = await Promise.all(Array.from({ length: 40 }, (_unused, index) => isFree(base + index)));
    if (!free.includes(false)) return base;
  }
}
