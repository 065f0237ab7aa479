import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';

import { services } from '../../src/upstream/services.ts';

/** The whole platform, run by itself as `npm start` runs it. */
export interface RunningPlatform {
  /** Where people reach it: `http://localhost:23450`. */
  readonly origin: string;
  /** Where each service answers by itself, as the site's environment has it: `UPSTREAM_TRAINING`. */
  readonly upstreams: Record<string, string>;
  /**
   * Sets the clocks of all its processes ahead of the machine's, and starts a service anew, which then does what has come due.
   *
   * @throws Error for a platform that ran already: its clocks are not ours to set
   */
  later(days: number, service: (typeof services)[number]): Promise<void>;
  /** Stops it and forgets its data. */
  stop(): Promise<void>;
}

const start = join(import.meta.dirname, '../../../../infra/local/src/start.ts');
/** How many ports a platform takes, from its first. */
const block = 30;

/**
 * Starts the platform on a block of free ports, with data of its own that is thrown away: real servers, every service a
 * process, the issuer and the mail catcher.
 *
 * `ATENEU_ORIGIN` names one that runs already: it is used as it is, and keeps running.
 *
 * @throws Error with the last words of the platform where it does not come up
 */
export async function startPlatform(): Promise<RunningPlatform> {
  const running = process.env['ATENEU_ORIGIN'];
  if (running !== undefined) {
    const later = (): Promise<never> =>
      Promise.reject(new Error('Unset ATENEU_ORIGIN: its clocks are not ours to set.'));
    return { ...placesOf(running), later, stop: () => Promise.resolve() };
  }
  const folder = await mkdtemp(join(tmpdir(), 'ateneu-web-'));
  let failure = '';
  for (let attempt = 0; attempt < 5; attempt += 1) {
    // Above those of `freePorts`, below those that most systems hand out by themselves; the platform says which are taken.
    const base = 21_000 + Math.floor(Math.random() * 390) * block;
    const claim = await claimBlock(base);
    if (claim === undefined) continue;
    const outcome = await tryToStart(folder, base);
    if (typeof outcome !== 'string') {
      const places = placesOf(`http://localhost:${base}`);
      return {
        ...places,
        later: async (days, service) => {
          await setClock(folder, days);
          await restart(folder, service, `${places.upstreams[`UPSTREAM_${service.toUpperCase()}`]}/health/ready`);
        },
        stop: async () => {
          await outcome.stop();
          claim.close();
          await rm(folder, { recursive: true, force: true });
        },
      };
    }
    claim.close();
    failure = outcome;
    if (!/taken|browsers refuse/.test(outcome)) break;
  }
  await rm(folder, { recursive: true, force: true });
  throw new Error(`The platform did not start:\n${failure}`);
}

/**
 * Takes a block of ports for as long as the server stays open, by its last port, which the platform leaves alone: two that
 * start at the same time would each find all of it free. `undefined` where another has it.
 */
function claimBlock(base: number): Promise<Server | undefined> {
  return new Promise((resolve) => {
    const claim = createServer().unref();
    claim.once('error', () => resolve(undefined));
    claim.listen({ port: base + block - 1, host: '127.0.0.1', exclusive: true }, () => resolve(claim));
  });
}

/** A platform's services have the ports after its origin's. */
function placesOf(origin: string): Pick<RunningPlatform, 'origin' | 'upstreams'> {
  const upstreams = services.map((name, index): [string, string] => [
    `UPSTREAM_${name.toUpperCase()}`,
    `http://127.0.0.1:${Number(new URL(origin).port) + index + 1}`,
  ]);
  return { origin, upstreams: Object.fromEntries(upstreams) };
}

const laterClock = pathToFileURL(join(import.meta.dirname, '../../../../infra/local/src/clock/clock-of-file.ts')).href;
const clockOf = (folder: string): string => join(folder, 'clock');

async function setClock(folder: string, days: number): Promise<void> {
  // Whole or not at all, since everybody reads it all the time.
  await writeFile(`${clockOf(folder)}.new`, String(days * 24 * 60 * 60 * 1_000));
  await rename(`${clockOf(folder)}.new`, clockOf(folder));
}

/** Ends a service, as a failure would; the platform starts it again, with whatever clock there is now. */
async function restart(folder: string, service: string, ready: string): Promise<void> {
  const pidOf = async (): Promise<number | undefined> => {
    const written = await readFile(join(folder, 'run/processes.json'), 'utf8');
    const { children } = JSON.parse(written) as { children: { name: string; pid: number }[] };
    return children.find(({ name }) => name === service)?.pid;
  };
  const before = await pidOf();
  if (before === undefined) throw new Error(`${service} does not run.`);
  process.kill(before, 'SIGTERM');
  for (const until = performance.now() + 60_000; performance.now() < until; await sleep(100)) {
    const now = await pidOf();
    if (now === undefined || now === before) continue;
    if ((await fetch(ready).catch(() => undefined))?.ok === true) return;
  }
  throw new Error(`${service} did not come back.`);
}

async function tryToStart(folder: string, base: number): Promise<{ stop(): Promise<void> } | string> {
  const child = spawn(process.execPath, [start], {
    env: {
      ...process.env,
      ATENEU_PORT_BASE: String(base),
      ATENEU_DATA_DIR: folder,
      NODE_OPTIONS: `--import=${laterClock}?file=${encodeURIComponent(clockOf(folder))}`,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let said = '';
  const up = new Promise<boolean>((resolve) => {
    const listen = (chunk: Buffer): void => {
      said += chunk.toString();
      if (said.includes('The platform is up')) resolve(true);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    void ended.then(() => resolve(false));
  });
  if (!(await up)) return said.slice(-3_000);
  return {
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
