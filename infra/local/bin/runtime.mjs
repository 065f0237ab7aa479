import { spawn, spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { SetupError } from './failure.mjs';

/** The major version that the code is written for. */
const wantedMajor = 24;

/**
 * The Node that the lockfile brought, proved to be the right one and to run on this machine.
 *
 * @param {string} root
 * @returns {string} its path
 */
export function findRuntime(root) {
  const path = join(root, 'node_modules', '.bin', 'node');
  if (existsSync(path) && isRuntime(path)) return path;
  if (!existsSync(path)) {
    throw new SetupError(
      `The project's own Node ${wantedMajor} is not in node_modules: npm did not run the install script of the package ` +
        '“node”. Allow install scripts (`npm config get ignore-scripts` must say false) and run `npm ci` again.',
    );
  }
  const { status, stdout, stderr, error } = spawnSync(path, ['--version'], { encoding: 'utf8' });
  const version = stdout?.trim();
  if (status === 0 && majorOf(version) === wantedMajor) return path;
  throw new SetupError(
    status === 0
      ? `The project needs Node ${wantedMajor}, but node_modules holds ${version}: run \`npm ci\` again.`
      : `The Node ${wantedMajor} in node_modules does not run on this machine ` +
          `(${(error?.message ?? stderr).trim().split('\n')[0]}): run \`npm ci\` again, on a system with glibc 2.28 or newer.`,
  );
}

/**
 * Whether this very process already runs on that Node.
 *
 * @param {string} runtime
 */
export function isRuntime(runtime) {
  return majorOf(process.version) === wantedMajor && realpathSync(runtime) === realpathSync(process.execPath);
}

/** @param {string | undefined} version such as `v24.21.0` */
function majorOf(version) {
  return Number(/^v(\d+)\./.exec(version ?? '')?.[1]);
}

/**
 * What the task and everything it starts are given: the project's tools first on the path, and one cache of compiled
 * code, which spares each process from stripping and compiling the same files again.
 *
 * @param {string} root
 * @returns {{ PATH: string, NODE_COMPILE_CACHE: string }}
 */
export function environmentOf(root) {
  const tools = join(root, 'node_modules', '.bin');
  const path = (process.env['PATH'] ?? '').split(delimiter).filter((entry) => entry !== tools);
  return {
    PATH: [tools, ...path].join(delimiter),
    NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'] ?? join(root, 'node_modules', '.cache', 'compiled'),
  };
}

/**
 * Runs the script in this process.
 *
 * @param {string} root
 * @param {string} script
 * @param {readonly string[]} args
 */
export async function continueHere(root, script, args) {
  assertExists(script);
  const environment = environmentOf(root);
  Object.assign(process.env, environment);
  // Older Nodes, which only get here to hand over, do not have it.
  const { enableCompileCache } = await import('node:module');
  enableCompileCache(environment.NODE_COMPILE_CACHE);
  process.argv = [process.execPath, script, ...args];
  await import(pathToFileURL(script).href);
}

/**
 * Runs the script on the project's Node and becomes its shadow: signals go to it, its exit comes back.
 *
 * With `ownSession` the script leads a process group of its own. If it dies without having stopped what it started
 * (killed, out of memory), the whole group is stopped from here, so that nothing outlives it.
 *
 * @param {string} root
 * @param {string} runtime
 * @param {string} script
 * @param {readonly string[]} args
 * @param {{ ownSession: boolean }} options
 * @returns {Promise<number>} the exit code
 */
export async function handOver(root, runtime, script, args, { ownSession }) {
  assertExists(script);
  // The channel tells the script when this process is gone, however it went.
  const child = spawn(runtime, [script, ...args], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, ...environmentOf(root) },
    detached: ownSession,
  });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => child.kill(signal));
  }
  const watch =
    ownSession && process.env['npm_lifecycle_event'] !== undefined ? watchNpm(() => child.kill('SIGTERM')) : undefined;
  const { code, signal } = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve({ code, signal }));
  });
  clearInterval(watch);
  if (ownSession && child.pid !== undefined) await stopGroup(child.pid);
  return code ?? 128 + (signal === null ? 0 : constants.signals[/** @type {NodeJS.Signals} */ (signal)]);
}

/**
 * Whoever kills npm (or the shell between, which hands no signal on) would leave this process behind: it is looked
 * after here.
 *
 * @param {() => void} onGone called once, when the process that started this one is gone
 * @returns {NodeJS.Timeout}
 */
function watchNpm(onGone) {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    onGone();
  }, 250);
  return timer;
}

/** @param {string} script */
function assertExists(script) {
  if (!existsSync(script)) throw new SetupError(`This task is not there yet: ${script} does not exist.`);
}

/**
 * Makes sure that a process group whose leader has ended is gone: asks it to stop, and after ten seconds makes it.
 *
 * @param {number} leader
 */
async function stopGroup(leader) {
  if (await groupIsGone(leader, 500)) return;
  process.stderr.write('\n✖ The start script ended without stopping everything: stopping what it left running.\n');
  signalGroup(leader, 'SIGTERM');
  if (await groupIsGone(leader, 10_000)) return;
  signalGroup(leader, 'SIGKILL');
  await groupIsGone(leader, 2_000);
}

/**
 * @param {number} leader
 * @param {number} patienceMs
 * @returns {Promise<boolean>} whether the group was gone before the patience was
 */
async function groupIsGone(leader, patienceMs) {
  const deadline = Date.now() + patienceMs;
  while (signalGroup(leader, 0)) {
    if (Date.now() > deadline) return false;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return true;
}

/**
 * @param {number} leader
 * @param {NodeJS.Signals | 0} signal
 * @returns {boolean} whether anybody was there to get it
 */
function signalGroup(leader, signal) {
  try {
    process.kill(-leader, signal);
    return true;
  } catch {
    return false;
  }
}
