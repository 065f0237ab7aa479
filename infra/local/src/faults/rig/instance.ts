import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import type { ServiceName } from '../../settings.ts';
import type { Order } from './puppet.ts';
import type { Watchdog } from './watchdog.ts';

/** What to run. */
export interface InstanceSpec {
  /** `training-a`, `notifications`. */
  readonly name: string;
  readonly service: ServiceName;
  readonly script: string;
  readonly port: number;
  readonly env: NodeJS.ProcessEnv;
  readonly logFile: string;
}

/** One process of a service, started again whenever it ends, as an orchestrator would. */
export interface Instance {
  readonly name: string;
  readonly service: ServiceName;
  readonly url: string;
  /** How often it ended without our doing: a start that failed because something it needs was away. */
  readonly failedStarts: () => number;
  isReady(): Promise<boolean>;
  /** Whether this process leads its service's relay now. */
  leadsRelay(): Promise<boolean>;
  /** Kills it with SIGKILL and keeps it away for as long; resolves when it is dead. */
  kill(awayMs: number): Promise<void>;
  /** Lets it end itself at a step of its outbox or inbox. @returns whether it came to that step in time */
  crashAt(step: string, patienceMs: number): Promise<boolean>;
  /** Sets its clock forward, or back; until it is started again. */
  setClock(offsetMs: number): void;
  readonly pid: () => number | undefined;
  /** Ends it for good, at once: all that mattered has been checked. */
  stop(): Promise<void>;
}

const restartDelayMs = 250;
const puppet = join(import.meta.dirname, 'puppet.ts');

/** Starts a process and keeps it running; does not wait until it is ready. */
export function startInstance(spec: InstanceSpec, watchdog: Watchdog): Instance {
  const { name, service, port } = spec;
  const url = `http://127.0.0.1:${port}`;
  const log = createWriteStream(spec.logFile, { flags: 'a' });
  let child: ChildProcess | undefined;
  const stopping = new AbortController();
  const isWanted = (): boolean => !stopping.signal.aborted;
  let awayUntil = 0;
  let failed = 0;
  let killing = false;

  const run = async (): Promise<void> => {
    while (isWanted()) {
      const begun = spawn(process.execPath, ['--import', puppet, spec.script, 'serve'], {
        env: spec.env,
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      });
      child = begun;
      begun.stdout?.pipe(log, { end: false });
      begun.stderr?.pipe(log, { end: false });
      const { pid } = begun;
      if (pid !== undefined) watchdog.add(pid);
      await once(begun, 'exit');
      if (pid !== undefined) watchdog.remove(pid);
      child = undefined;
      if (!killing && isWanted()) failed += 1;
      killing = false;
      while (isWanted() && Date.now() < awayUntil) await delay(20);
      if (isWanted()) await delay(restartDelayMs);
    }
    log.end();
  };
  const finished = run();

  const answers = async (path: string): Promise<string | undefined> => {
    try {
      const response = await fetch(url + path, { signal: AbortSignal.timeout(2_000) });
      const text = await response.text();
      return response.ok ? text : undefined;
    } catch {
      return undefined;
    }
  };

  const tell = (order: Order): void => {
    // One that is on its way down hears nothing any more.
    if (child?.connected === true) child.send(order, () => {});
  };

  return {
    name,
    service,
    url,
    pid: () => child?.pid,
    setClock: (clockOffsetMs) => tell({ clockOffsetMs }),
    crashAt: async (step, patienceMs) => {
      const victim = child;
      if (victim === undefined) return false;
      killing = true;
      const exited = once(victim, 'exit').then(() => true);
      tell({ crashAt: step });
      const crashed = await Promise.race([exited, delay(patienceMs, false)]);
      if (!crashed) {
        killing = false;
        tell({ crashAt: null });
      }
      return crashed;
    },
    failedStarts: () => failed,
    isReady: async () => (await answers('/health/ready')) !== undefined,
    leadsRelay: async () => /^outbox_relay_leader(\{[^}]*\})? 1$/m.test((await answers('/metrics')) ?? ''),
    kill: async (awayMs) => {
      const victim = child;
      if (victim === undefined) return;
      killing = true;
      awayUntil = Date.now() + awayMs;
      const exited = once(victim, 'exit');
      victim.kill('SIGKILL');
      await exited;
    },
    stop: async () => {
      stopping.abort();
      child?.kill('SIGKILL');
      await finished;
    },
  };
}

/** Runs a script to its end. @throws Error with what it said where it fails */
export async function runScript(script: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  const child = spawn(process.execPath, [script, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      said = (said + chunk).slice(-2_000);
    });
  }
  await once(child, 'close');
  if (child.exitCode !== 0) throw new Error(`${script} ${args.join(' ')} failed:\n${said}`);
}
