import { link, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { z } from 'zod';

import { readIfThere, writePrivateFile } from '../files.ts';
import { StartFailure } from './failure.ts';
import { isAlive, type ProcessRecord, processRecordSchema, recordOf, terminate } from './processes.ts';

const runFileSchema = z.object({ start: processRecordSchema, children: z.array(processRecordSchema) });

/** What is running, as it is written down for whoever comes next. */
type RunFile = z.infer<typeof runFileSchema>;

/** The right to run the platform in a data folder: one holder at a time. */
export interface PlatformLock {
  /** Writes down a process that must not outlive the platform. */
  add(record: ProcessRecord): Promise<void>;
  /** Strikes it out. */
  remove(pid: number): Promise<void>;
  release(): Promise<void>;
}

/** What {@link acquireLock} found of an earlier start that could not stop what it had begun. */
export interface Leftovers {
  readonly stopped: readonly string[];
}

/**
 * Takes the data folder for this process. When a start before this one was killed, stops what it left running first.
 *
 * @throws StartFailure when the platform is running
 */
export async function acquireLock(folder: string): Promise<{ lock: PlatformLock; leftovers: Leftovers }> {
  await mkdir(folder, { recursive: true });
  const file = join(folder, 'processes.json');
  const stopped: string[] = [];
  const start = await recordOf('start', process.pid);
  if (start === undefined)
    throw new StartFailure('The system does not tell which processes run: /proc and ps are both missing.');

  while (!(await createFile(file, { start, children: [] }))) {
    const found = await readRunFile(file);
    if (found !== undefined && (await isAlive(found.start))) throw new StartFailure(runningAlready(found.start.pid));
    stopped.push(...(await stopChildren(found?.children ?? [])));
    await rm(file, { force: true });
  }
  return { lock: createLock(file, start), leftovers: { stopped } };
}

/** The process that runs the platform in this folder; `undefined` when nobody does. */
export async function findHolder(folder: string): Promise<number | undefined> {
  const found = await readRunFile(join(folder, 'processes.json'));
  return found !== undefined && (await isAlive(found.start)) ? found.start.pid : undefined;
}

/** Stops what a killed start left running in this folder; returns the names of what it stopped. */
export async function stopLeftovers(folder: string): Promise<readonly string[]> {
  const file = join(folder, 'processes.json');
  const stopped = await stopChildren((await readRunFile(file))?.children ?? []);
  await rm(file, { force: true });
  return stopped;
}

function createLock(file: string, start: ProcessRecord): PlatformLock {
  let children: ProcessRecord[] = [];
  // One write after another, or an older list could overwrite a newer one.
  let written: Promise<void> = Promise.resolve();
  const write = (): Promise<void> => {
    written = written.then(() => writePrivateFile(file, JSON.stringify({ start, children } satisfies RunFile)));
    return written;
  };
  return {
    add: (record) => {
      children = [...children.filter(({ pid }) => pid !== record.pid), record];
      return write();
    },
    remove: (pid) => {
      children = children.filter((child) => child.pid !== pid);
      return write();
    },
    release: async () => {
      await written.catch(() => undefined);
      await rm(file, { force: true });
    },
  };
}

/** Linking a finished file is the one way to create a file whole and only if there is none. */
async function createFile(file: string, content: RunFile): Promise<boolean> {
  const draft = `${file}.${process.pid}.new`;
  await writePrivateFile(draft, JSON.stringify(content));
  try {
    await link(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

async function readRunFile(file: string): Promise<RunFile | undefined> {
  try {
    return runFileSchema.parse(JSON.parse((await readIfThere(file)) ?? ''));
  } catch {
    return undefined;
  }
}

/** The last begun first, as a start would have done itself. */
async function stopChildren(children: readonly ProcessRecord[]): Promise<string[]> {
  const stopped: string[] = [];
  for (const child of children.toReversed()) {
    if (!(await isAlive(child))) continue;
    await terminate(child);
    stopped.push(child.name);
  }
  return stopped;
}

function runningAlready(pid: number): string {
  return `The platform is running already (process ${pid}): use it, or stop it first with Ctrl-C where it runs or \`kill ${pid}\`.`;
}
