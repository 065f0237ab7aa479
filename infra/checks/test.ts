/**
 * Everything that decides whether a change may land, in the order in which a mistake is found soonest: formats and lint,
 * boundaries, types and generated files, then every test with one PostgreSQL and one nats-server for all of them.
 */
import { spawn } from 'node:child_process';

import { removeReports, reportFile, summarize } from './test-reports.ts';

const steps: readonly (readonly [what: string, command: string, ...args: string[]])[] = [
  ['Format', 'oxfmt', '--check'],
  ['Lint', 'oxlint', '--type-aware', '--deny-warnings'],
  ['Boundaries', 'node', 'infra/checks/boundaries.ts'],
  ['Types and generated files', 'turbo', 'run', 'types', 'check', '--output-logs=errors-only'],
  [
    'Tests',
    'node',
    'packages/testing/bin/with-backing-services.ts',
    'turbo',
    'run',
    'test',
    '--concurrency=2',
    '--continue',
    '--output-logs=full',
    '--',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${reportFile}`,
  ],
];

const root = process.cwd();
removeReports(root);
const begun = Date.now();
for (const [what, command, ...args] of steps) {
  const since = Date.now();
  console.log(`\n== ${what}`);
  const code = await run(command, args);
  if (what === 'Tests') tell();
  if (code !== 0) {
    console.error(`\n${what} failed.`);
    process.exit(code);
  }
  console.log(`== ${what}: ${seconds(since)}`);
}
console.log(`\nEverything holds: ${seconds(begun)} in all.`);

/** What failed stands last, where it is read first. */
function tell(): void {
  const { passed, failed, skipped, failures } = summarize(root);
  for (const failure of failures) console.error(`\n✖ ${failure}`);
  console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`);
}

function seconds(since: number): string {
  return `${((Date.now() - since) / 1_000).toFixed(1)} s`;
}

async function run(command: string, args: readonly string[]): Promise<number> {
  const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1' } });
  return new Promise((resolve) => {
    child.once('error', (cause) => {
      console.error(`${command} could not be run: ${cause.message}`);
      resolve(127);
    });
    child.once('close', (code) => resolve(code ?? 1));
  });
}
