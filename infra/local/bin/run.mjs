#!/usr/bin/env node
// What every npm script of the root begins with. It runs on the machine's own Node (20 or newer) without any
// dependency: it installs what the lockfile names, then hands over to the task on the Node 24 that came with it.
import { resolve } from 'node:path';

import { announceFailure, SetupError } from './failure.mjs';
import { ensureInstalled } from './install.mjs';
import { continueHere, findRuntime, handOver, isRuntime } from './runtime.mjs';
import { findTask } from './tasks.mjs';

const root = resolve(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '../../..');

try {
  const [name, ...args] = process.argv.slice(2);
  const task = findTask(name);
  await ensureInstalled(root);
  const runtime = findRuntime(root);
  const script = resolve(root, task.script);
  if (!task.ownSession && isRuntime(runtime)) {
    await continueHere(root, script, args);
  } else {
    process.exitCode = await handOver(root, runtime, script, args, { ownSession: task.ownSession === true });
  }
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  announceFailure(error);
  process.exitCode = 1;
}
