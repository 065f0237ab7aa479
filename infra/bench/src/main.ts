/**
 * Measures each figure of ours beside its ceiling, alternating, in one run on one machine; prints the ratios and writes
 * the tables of docs/performance.md.
 */
import { resolve } from 'node:path';

import type { Figure } from './figure.ts';
import { figures } from './figures/index.ts';
import { beginStamp } from './machine.ts';
import { type Options, readOptions, usage } from './options.ts';
import { readResults, writeResults } from './page.ts';
import { profile } from './profile.ts';
import { figureTable, type Result } from './report.ts';
import { type Bench, startBench } from './rig/bench.ts';
import { alternate } from './statistics.ts';

let options: Options;
try {
  options = readOptions(
    process.argv.slice(2),
    figures.map(({ name }) => name),
  );
} catch (error) {
  console.error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
  process.exit(2);
}
process.exitCode = (await measureAll(options)) ? 0 : 1;

async function measureAll({ figures: wanted, quick, rounds, write, profile: folder }: Options): Promise<boolean> {
  const begun = Date.now();
  const chosen = figures.filter(({ name, extra = false }) => (wanted.length === 0 ? !extra : wanted.includes(name)));
  const bench = await startBench({ rounds, quick });
  let failures = 0;
  try {
    console.log(`${bench.postgres.description}, ${bench.nats.description}; ${rounds} alternating runs of each.`);
    const results = await readResults();
    for (const figure of chosen) {
      try {
        if (folder === undefined) results[figure.name] = await measure(bench, figure);
        else await profileOurs(bench, figure, folder);
      } catch (error) {
        // One figure that cannot be measured here must not hide the others.
        failures += 1;
        console.error(`\n✖ ${figure.name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      }
      if (write) await writeResults(figures, results);
    }
  } finally {
    await bench.close();
  }
  console.log(`\n${((Date.now() - begun) / 1_000).toFixed(0)} s in all.`);
  if (write) console.log('The tables of docs/performance.md are up to date.');
  return failures === 0;
}

async function measure(bench: Bench, figure: Figure): Promise<Result> {
  const begun = Date.now();
  console.log(`\n== ${figure.title} (${figure.name})`);
  const prepared = await figure.prepare(bench);
  try {
    const stamp = await beginStamp(bench);
    const series = await alternate(prepared, bench.scale.rounds, ({ name }, sample) => {
      const values = figure.metrics.map(
        (metric) => `${metric.name} ${(sample[metric.name] ?? 0).toFixed(metric.digits ?? 0)} ${metric.unit}`,
      );
      console.log(`   ${name.padEnd(34)} ${values.join(', ')}`);
    });
    const result = { stamp: stamp(), series };
    console.log(`\n${figureTable(figure, result)}\n   ${((Date.now() - begun) / 1_000).toFixed(0)} s`);
    return result;
  } finally {
    await prepared.close();
  }
}

async function profileOurs(bench: Bench, figure: Figure, folder: string): Promise<void> {
  // Processes that the figure starts write theirs beside ours.
  process.env['ATENEU_BENCH_PROFILES'] = resolve(folder, figure.name);
  const prepared = await figure.prepare(bench);
  try {
    // Once before, so that what is only done at first is not in it.
    await prepared.ours.run();
    console.log(`${figure.name}: ${await profile(figure.name, prepared.ours, folder)}`);
  } finally {
    await prepared.close();
  }
}
