import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

import { SetupError } from './failure.mjs';

/**
 * A lockfile, as far as it matters here.
 *
 * @typedef {{ packages?: Record<string, { version?: string, resolved?: string, link?: boolean, optional?: boolean }> }} Lockfile
 */

/**
 * Why what is installed is not what the lockfile names; `undefined` when it is. An optional package may be missing
 * (npm leaves out what is for another platform), nothing else may, and no version may differ.
 *
 * @param {Lockfile} wanted `package-lock.json`
 * @param {Lockfile | undefined} installed `node_modules/.package-lock.json`, which npm writes last
 * @returns {string | undefined}
 */
export function reasonToInstall(wanted, installed) {
  if (installed?.packages === undefined) return 'nothing is installed yet';
  for (const [path, entry] of Object.entries(wanted.packages ?? {})) {
    // Only what lies in node_modules is installed; the other entries describe the workspaces themselves.
    if (!/(^|\/)node_modules\//.test(path)) continue;
    const there = installed.packages[path];
    if (there === undefined) {
      if (entry.optional === true) continue;
      return `${nameOf(path)} is missing`;
    }
    if (there.version !== entry.version || there.link !== entry.link) return `${nameOf(path)} has another version`;
  }
  return undefined;
}

/** Holds the hash of the lockfile that `npm ci` last installed: what it left out then, it would leave out again. */
const stampName = '.installed-lockfile';

/**
 * Installs with `npm ci` what the lockfile names, unless it is there already. Two commands that begin at the same
 * moment do not both install: the second waits for the first. `ATENEU_SKIP_INSTALL=1` takes what is there as it is.
 *
 * @param {string} root
 */
export async function ensureInstalled(root) {
  if (process.env['ATENEU_SKIP_INSTALL'] === '1' || readReason(root) === undefined) return;
  const release = await acquireLock(root);
  try {
    const reason = readReason(root);
    if (reason === undefined) return;
    process.stdout.write(`• Installing the dependencies (${reason}). The first time takes about a minute.\n`);
    const startedAt = Date.now();
    await runNpmCi(root);
    writeFileSync(join(root, 'node_modules', stampName), hashOf(join(root, 'package-lock.json')));
    process.stdout.write(`✓ Dependencies installed in ${Math.round((Date.now() - startedAt) / 1000)} s.\n`);
  } finally {
    release();
  }
}

/** @param {string} root */
function readReason(root) {
  const wanted = readLockfile(join(root, 'package-lock.json'));
  if (wanted === undefined)
    throw new SetupError('package-lock.json is missing or broken: restore it with `git checkout package-lock.json`.');
  const reason = reasonToInstall(wanted, readLockfile(join(root, 'node_modules', '.package-lock.json')));
  if (reason === undefined || !existsSync(join(root, 'node_modules', stampName))) return reason;
  const stamp = readFileSync(join(root, 'node_modules', stampName), 'utf8');
  return stamp === hashOf(join(root, 'package-lock.json')) ? undefined : reason;
}

/** @param {string} path */
function hashOf(path) {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

/**
 * @param {string} path
 * @returns {Lockfile | undefined}
 */
function readLockfile(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/** @param {string} path such as `node_modules/a/node_modules/@b/c` */
function nameOf(path) {
  return path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
}

/**
 * @param {string} root
 * @returns {Promise<void>}
 */
async function runNpmCi(root) {
  const tools = join(root, 'node_modules', '.bin');
  // npm must not run on the Node inside the folder that it is about to replace.
  const path = (process.env['PATH'] ?? '').split(delimiter).filter((entry) => entry !== tools);
  const child = spawn(
    'npm',
    ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: root,
      stdio: ['ignore', 'inherit', 'pipe'],
      env: { ...process.env, PATH: path.join(delimiter) },
    },
  );
  let output = '';
  child.stderr.setEncoding('utf8').on('data', (text) => {
    output = (output + text).slice(0, 20_000);
  });
  const stop = () => child.kill('SIGTERM');
  process.once('SIGINT', stop).once('SIGTERM', stop);
  const code = await new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code, signal) => resolve(code ?? signal));
  });
  process.removeListener('SIGINT', stop).removeListener('SIGTERM', stop);
  if (code === 0) return;
  const lines = output
    .trim()
    .split('\n')
    .filter((line) => !line.includes('complete log of this run'));
  throw new SetupError(
    `The dependencies could not be installed (npm ci: ${code}). Put right what npm says and run the command again:\n` +
      lines
        .slice(0, 12)
        .map((line) => `    ${line}`)
        .join('\n'),
  );
}

/**
 * One installation at a time, by a file that holds the installer's process id. Waits for another one's end; a file
 * whose process is gone counts for nothing.
 *
 * @param {string} root
 * @returns {Promise<() => void>} gives the lock back
 */
async function acquireLock(root) {
  const folder = join(root, '.data');
  const file = join(folder, 'install.lock');
  const deadline = Date.now() + 15 * 60_000;
  let told = false;
  for (;;) {
    try {
      mkdirSync(folder, { recursive: true });
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      return () => rmSync(file, { force: true });
    } catch (error) {
      const code = /** @type {NodeJS.ErrnoException} */ (error).code;
      if (code !== 'EEXIST')
        throw new SetupError(
          `The folder ${root} cannot be written (${code}): make it yours, or clone again elsewhere.`,
        );
    }
    const holder = readHolder(file);
    if (holder !== undefined && !isAlive(holder)) rmSync(file, { force: true });
    else if (Date.now() > deadline)
      throw new SetupError(`Another installation (process ${holder}) does not end: stop it, or remove ${file}.`);
    else {
      if (!told) process.stdout.write('• Another command is installing the dependencies: waiting for it.\n');
      told = true;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
}

/**
 * @param {string} file
 * @returns {number | undefined} `undefined` when it went meanwhile or is still being written
 */
function readHolder(file) {
  try {
    return Number.parseInt(readFileSync(file, 'utf8'), 10) || undefined;
  } catch {
    return undefined;
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}
