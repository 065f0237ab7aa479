import { execFile } from 'node:child_process';
import { join } from 'node:path';

import { inject } from 'vitest';

/** What the `ateneu` command said. */
export interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the `ateneu` command as a process, against the platform of this run. */
export function ateneu(...args: string[]): Promise<Said> {
  return ateneuWith({}, ...args);
}

/** The same with something on standard input, or other variables. */
export function ateneuWith(
  given: { input?: string; env?: Readonly<Record<string, string>> },
  ...args: string[]
): Promise<Said> {
  const script = join(import.meta.dirname, '../src/cli/main.ts');
  const env = { ...process.env, ...inject('platformEnv'), ...given.env };
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [script, ...args], { env }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : error === null ? 0 : -1, out, err });
    });
    child.stdin?.end(given.input ?? '');
  });
}

/** The same with `--json`, read. */
export async function ateneuJson<T>(...args: string[]): Promise<T> {
  const { out, err } = await ateneu(...args, '--json');
  try {
    return JSON.parse(out) as T;
  } catch {
    throw new Error(`No JSON: ${out}${err}`);
  }
}
