import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

import type { Figure } from './figure.ts';
import { figureTable, type Result, stampLine, summaryTable } from './report.ts';

const root = resolve(import.meta.dirname, '../../..');
const pageFile = join(root, 'docs/performance.md');
const resultsFile = join(root, 'infra/bench/results.json');

/** The last result of each figure, as the repository has them. */
export async function readResults(): Promise<Record<string, Result>> {
  const text = await readFile(resultsFile, 'utf8').catch(() => '{}');
  return JSON.parse(text) as Record<string, Result>;
}

/** Keeps the results, and fills the tables of `docs/performance.md` with them. What people wrote there stays. */
export async function writeResults(
  figures: readonly Figure[],
  results: Readonly<Record<string, Result>>,
): Promise<void> {
  await writeFile(resultsFile, `${JSON.stringify(results, null, 2)}\n`);
  await writeFile(pageFile, fillPage(await readFile(pageFile, 'utf8'), figures, results));
  // As every file of the repository, or the check of formats would find them.
  await promisify(execFile)(join(root, 'node_modules/.bin/oxfmt'), [pageFile, resultsFile], { cwd: root });
}

/** The page with every table between its marks. A figure without marks of its own gets a section at the end. */
export function fillPage(page: string, figures: readonly Figure[], results: Readonly<Record<string, Result>>): string {
  const known = figures.map((figure) => asMeasured(figure, results[figure.name]));
  let filled = replaceBlock(page, 'summary', summaryTable(known, results)) ?? page;
  for (const figure of known) {
    const result = results[figure.name];
    if (result === undefined) continue;
    const block = `${figure.description}\n\n${figureTable(figure, result)}\n\n${stampLine(result.stamp)}`;
    filled =
      replaceBlock(filled, figure.name, block) ??
      `${filled.trimEnd()}\n\n${section(figure)}\n\n${marked(figure.name, block)}\n`;
  }
  return filled;
}

/** Of its metrics those that were known when it was measured last: a new one has no numbers until it is measured again. */
function asMeasured(figure: Figure, result: Result | undefined): Figure {
  const samples = result?.series.flatMap((one) => one.samples) ?? [];
  return { ...figure, metrics: figure.metrics.filter(({ name }) => samples.every((sample) => name in sample)) };
}

function section({ name, title }: Figure): string {
  return `## <a id="${name}"></a>${title}`;
}

function marked(name: string, content: string): string {
  return `<!-- bench:${name} -->\n\n${content}\n\n<!-- /bench:${name} -->`;
}

function replaceBlock(page: string, name: string, content: string): string | undefined {
  const begin = page.indexOf(`<!-- bench:${name} -->`);
  const closing = `<!-- /bench:${name} -->`;
  const end = page.indexOf(closing, begin);
  if (begin === -1 || end === -1) return undefined;
  return page.slice(0, begin) + marked(name, content) + page.slice(end + closing.length);
}
