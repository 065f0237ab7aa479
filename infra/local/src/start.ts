/**
 * `npm start`: runs the whole platform on this machine until it is told to stop. `--verbose` shows every log line; `--trace`
 * records traces into `.data/traces.jsonl`, for `npm run ateneu -- trace`.
 */
import { describeFailure, Interrupted } from './platform/failure.ts';
import { findServices, runPlatform } from './platform/platform.ts';
import { summaryOf } from './platform/summary.ts';
import { createTerminal } from './platform/terminal.ts';
import { readSettings } from './settings.ts';

/** A terminal and npm may both pass on one Ctrl-C; only a later one is a second. */
const sameRequestMs = 1_500;

const terminal = createTerminal({ verbose: process.argv.includes('--verbose') });
const startedAt = performance.now();
let stopRequestedAt: number | undefined;

const settings = attempt(() => readSettings(process.env));
if (process.argv.includes('--trace')) process.env['TRACES_LOG'] = settings.paths.traces;
const platform = runPlatform(settings, terminal, findServices(settings));

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void requestStop());
// Whoever started this process is gone, and with it the terminal that could stop it.
process.on('disconnect', () => void requestStop());
process.on('uncaughtException', (error) => void giveUp(error));
process.on('unhandledRejection', (error) => void giveUp(error));

try {
  const description = await platform.started;
  terminal.plain(summaryOf(description, (performance.now() - startedAt) / 1_000));
} catch (error) {
  if (!(error instanceof Interrupted)) await giveUp(error);
}

async function requestStop(): Promise<void> {
  const now = performance.now();
  if (stopRequestedAt === undefined) {
    stopRequestedAt = now;
    terminal.plain('');
    terminal.note('Stopping…');
    await platform.stop();
    terminal.done(`Everything is stopped; the data stays in ${settings.paths.data}`, now);
    process.exit(0);
  }
  if (now - stopRequestedAt > sameRequestMs) {
    stopRequestedAt = now;
    terminal.note('It is stopping; a part that does not answer is ended after 12 seconds.');
  }
}

async function giveUp(error: unknown): Promise<never> {
  terminal.fail(describeFailure(error));
  await platform.stop();
  process.exit(1);
}

function attempt<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    terminal.fail(describeFailure(error));
    process.exit(1);
  }
}
