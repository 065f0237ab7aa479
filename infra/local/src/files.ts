import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

import type { z } from 'zod';

/** Writes a file that only its owner may read, whole or not at all, and makes its folder. */
export async function writePrivateFile(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.${randomBytes(4).toString('hex')}.new`;
  await writeFile(draft, text, { mode: 0o600 });
  await rename(draft, path);
}

/**
 * Reads a private JSON file, or makes it the first time.
 *
 * @throws Error with one sentence when the file is there and does not hold what it should
 */
export async function keepJson<T>(path: string, schema: z.ZodType<T>, create: () => Promise<T>): Promise<T> {
  const text = await readIfThere(path);
  if (text === undefined) {
    const created = await create();
    await writePrivateFile(path, `${JSON.stringify(created, null, 2)}\n`);
    return created;
  }
  const parsed = schema.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  throw new Error(`${path} is damaged: put back a copy of it, or empty the local data with \`npm run reset\`.`);
}

/** The text of a file; `undefined` when there is none. */
export async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
