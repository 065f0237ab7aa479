import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { services } from '../../src/upstream/services.ts';

/** The whole platform, run by itself as `npm start` runs it. */
export interface RunningPlatform {
  /** Where people reach it: `http://localhost:23450`. */
  readonly origin: string;
  /** Where each service answers by itself, as the site's environment has it: `UPSTREAM_TRAINING`. */
  readonly upstreams: Record<string, string>;
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
  if (running !== undefined) return { ...placesOf(running), stop: () => Promise.resolve() };
  const folder = await mkdtemp(join(tmpdir(), 'ateneu-web-'));
  let failure = '';
  for (let attempt = 0; attempt < 5; attempt += 1) {
    // Above what systems hand out by themselves on most machines; the platform says which ports are taken.
    const base = 12_000 + Math.floor(Math.random() * 500) * block;
    const outcome = await tryToStart(folder, base);
    if (typeof outcome !== 'string') {
      return {
        ...placesOf(`http://localhost:${base}`),
        stop: async () => {
          await outcome.stop();
          await rm(folder, { recursive: true, force: true });
        },
      };
    }
    failure = outcome;
    if (!/taken|browsers refuse/.test(outcome)) break;
  }
  await rm(folder, { recursive: true, force: true });
  throw new Error(`The platform did not start:\n${failure}`);
}

/** A platform's services have the ports after its origin's. */
function placesOf(origin: string): Pick<RunningPlatform, 'origin' | 'upstreams'> {
  const upstreams = services.map((name, index): [string, string] => [
    `UPSTREAM_${name.toUpperCase()}`,
    `http://127.0.0.1:${Number(new URL(origin).port) + index + 1}`,
  ]);
  return { origin, upstreams: Object.fromEntries(upstreams) };
}

async function tryToStart(folder: string, base: number): Promise<{ stop(): Promise<void> } | string> {
  const child = spawn(process.execPath, [start], {
    env: { ...process.env, ATENEU_PORT_BASE: String(base), ATENEU_DATA_DIR: folder, NODE_OPTIONS: '' },
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
