import { SetupError } from './failure.mjs';

/**
 * One thing that `run.mjs` can be asked for.
 *
 * @typedef {object} Task
 * @property {string} script the file that does it, from the root of the project
 * @property {string} summary one line for the list of tasks
 * @property {boolean} [ownSession] whether it runs in its own session, so that a Ctrl-C reaches it alone and it can
 *   stop what it started in order
 */

/** @type {Readonly<Record<string, Task>>} */
export const tasks = {
  start: { script: 'infra/local/src/start.ts', summary: 'run the whole platform on this machine', ownSession: true },
  reset: { script: 'infra/local/src/reset.ts', summary: 'empty .data, the local data' },
  token: { script: 'infra/local/src/issuer/token.ts', summary: 'sign in as one of the demo staff, print a token' },
  scenario: { script: 'infra/local/src/scenario/main.ts', summary: 'play the story against the running platform' },
  faults: {
    script: 'infra/local/src/faults/main.ts',
    summary: 'break everything under load and check that nothing is lost',
    ownSession: true,
  },
  ateneu: { script: 'infra/ops/src/cli/main.ts', summary: 'what operators ask and do: status, dead letters, traces …' },
  bench: {
    script: 'infra/bench/src/main.ts',
    summary: 'measure every figure beside its ceiling, and write docs/performance.md',
    ownSession: true,
  },
  test: { script: 'infra/checks/test.ts', summary: 'every check and every test' },
};

/**
 * @param {string | undefined} name
 * @returns {Task}
 */
export function findTask(name) {
  const task = name === undefined || !Object.hasOwn(tasks, name) ? undefined : tasks[name];
  if (task !== undefined) return task;
  const list = Object.entries(tasks).map(([key, { summary }]) => `  npm run ${key.padEnd(9)} ${summary}`);
  throw new SetupError(
    `${name === undefined ? 'No task was named.' : `There is no task “${name}”.`}\n${list.join('\n')}`,
  );
}
