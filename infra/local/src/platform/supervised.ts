import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

import { Interrupted, StartFailure } from './failure.ts';
import type { PlatformLock } from './lock.ts';
import { type LogFile, openLogFile } from './log-file.ts';
import { recordOf } from './processes.ts';
import { readLogLine, type Terminal } from './terminal.ts';

/** A process of the platform: what to run and how to know that it is ready. */
export interface ProcessSpec {
  readonly name: string;
  /** A TypeScript or JavaScript file, run by this process's own Node. */
  readonly script: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly logFile: string;
  /** An address that answers 200 once the process can do its work. */
  readonly readyUrl: string;
  /** How long it may take to get ready: a minute, unless said. */
  readonly readyWithinMs?: number;
}

/** What a supervised process needs of the platform around it. */
export interface Surroundings {
  readonly terminal: Terminal;
  readonly lock: PlatformLock;
  /** Fires when everything is to stop. */
  readonly stopping: AbortSignal;
}

/** A process that is kept running: when it dies it is started again, later each time it dies at once. */
export interface Supervised {
  readonly name: string;
  /** The process that runs now; `undefined` between two. */
  pid(): number | undefined;
  stop(): Promise<void>;
}

const stopWithinMs = 12_000;
const firstDelayMs = 250;
const longestDelayMs = 30_000;
/** A process that ran this long had started well: its next death counts as a first one. */
const stableAfterMs = 30_000;

/**
 * Starts a process, waits until it is ready, and keeps it running from then on.
 *
 * @throws StartFailure with its last lines when it ends before it is ready, or is not ready in time
 */
export async function supervise(spec: ProcessSpec, surroundings: Surroundings): Promise<Supervised> {
  const { terminal, lock, stopping } = surroundings;
  const log = await openLogFile(spec.logFile, (line) => terminal.line(spec.name, line));
  let child: ChildProcess | undefined;
  let stopped = false;
  let delayMs = firstDelayMs;
  const isWanted = (): boolean => !stopped && !stopping.aborted;

  async function begin(): Promise<ChildProcess> {
    const startedAt = Date.now();
    const begun = spawnLogged(spec, log);
    child = begun;
    const exited = endOf(begun).then((how) => {
      child = undefined;
      return how;
    });
    const pid = begun.pid ?? 0;
    const record = await recordOf(spec.name, pid);
    if (record !== undefined) await lock.add(record);
    try {
      await Promise.race([
        waitUntilReady(spec, stopping, () => child === begun),
        exited.then((how) => Promise.reject(new StartFailure(lastWords(spec.name, how, log)))),
      ]);
    } catch (error) {
      await end(begun);
      await lock.remove(pid);
      throw error instanceof NotReady ? new StartFailure(`${spec.name} ${error.message}\n${quote(log)}`) : error;
    }
    void exited.then(async (how) => {
      await lock.remove(pid);
      if (Date.now() - startedAt > stableAfterMs) delayMs = firstDelayMs;
      if (isWanted()) void revive(how);
    });
    return begun;
  }

  async function revive(how: string): Promise<void> {
    while (isWanted()) {
      terminal.warn(`${spec.name} ${how}: starting it again in ${delayMs / 1_000} s.`);
      await sleep(delayMs, undefined, { signal: stopping, ref: false }).catch(() => undefined);
      delayMs = Math.min(delayMs * 2, longestDelayMs);
      if (!isWanted()) return;
      try {
        await begin();
        terminal.note(`${spec.name} is back.`);
        return;
      } catch (error) {
        how = error instanceof Interrupted ? 'was interrupted' : 'did not come back';
      }
    }
  }

  try {
    await begin();
  } catch (error) {
    await log.close();
    throw error;
  }
  return {
    name: spec.name,
    pid: () => child?.pid,
    async stop() {
      stopped = true;
      const { pid } = child ?? {};
      if (child !== undefined) await end(child);
      await Promise.all([log.close(), pid === undefined ? undefined : lock.remove(pid)]);
    },
  };
}

/**
 * Runs a process that ends by itself, such as a migration.
 *
 * @throws StartFailure with its last lines when it ends badly
 */
export async function runToEnd(
  spec: Omit<ProcessSpec, 'readyUrl' | 'readyWithinMs'>,
  surroundings: Surroundings,
): Promise<void> {
  const log = await openLogFile(spec.logFile, (line) => surroundings.terminal.line(spec.name, line));
  const child = spawnLogged(spec, log);
  const ended = endOf(child);
  const record = await recordOf(spec.name, child.pid ?? 0);
  if (record !== undefined) await surroundings.lock.add(record);
  const interrupt = (): boolean => child.kill('SIGTERM');
  surroundings.stopping.addEventListener('abort', interrupt);
  const how = await ended;
  surroundings.stopping.removeEventListener('abort', interrupt);
  await Promise.all([log.close(), surroundings.lock.remove(child.pid ?? 0)]);
  if (surroundings.stopping.aborted) throw new Interrupted();
  if (child.exitCode !== 0) throw new StartFailure(lastWords(spec.name, how, log));
}

function spawnLogged(spec: Pick<ProcessSpec, 'script' | 'args' | 'env'>, log: LogFile): ChildProcess {
  const child = spawn(process.execPath, [spec.script, ...spec.args], {
    env: spec.env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (child.stdout !== null) log.follow(child.stdout);
  if (child.stderr !== null) log.follow(child.stderr);
  return child;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), stopWithinMs);
  await exited;
  clearTimeout(timer);
}

class NotReady extends Error {}

async function waitUntilReady(
  { readyUrl, readyWithinMs = 60_000 }: ProcessSpec,
  stopping: AbortSignal,
  isRunning: () => boolean,
): Promise<void> {
  const deadline = Date.now() + readyWithinMs;
  let lastAnswer = 'nothing answered';
  while (isRunning()) {
    if (stopping.aborted) throw new Interrupted();
    if (Date.now() > deadline) throw new NotReady(`is not ready after ${readyWithinMs / 1_000} s (${lastAnswer}).`);
    try {
      const response = await fetch(readyUrl, { signal: AbortSignal.timeout(2_000) });
      const body = await response.text();
      if (response.ok) return;
      lastAnswer = `${response.status} ${body.slice(0, 300)}`;
    } catch {
      // Nobody listens yet.
    }
    await sleep(50);
  }
  throw new NotReady('ended before it was ready.');
}

/** How a process ended, in words, once all that it wrote has been read. */
function endOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(`could not be run (${error.message})`));
    child.once('close', (code, signal) => {
      resolve(signal === null ? `ended with code ${code}` : `was killed (${signal})`);
    });
  });
}

function lastWords(name: string, how: string, log: LogFile): string {
  return `${name} ${how} instead of starting. Its last words:\n${quote(log)}`;
}

function quote(log: LogFile): string {
  return log
    .tail()
    .map((line) => `    ${readLogLine(line).text}`)
    .join('\n');
}
