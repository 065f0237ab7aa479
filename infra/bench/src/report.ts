import type { Figure, Goal, Metric } from './figure.ts';
import type { Stamp } from './machine.ts';
import { ratiosOf, type Series, type Spread, spreadOf, valueOf } from './statistics.ts';

/** What was measured of a figure, as it is kept. Ours comes first. */
export interface Result {
  readonly stamp: Stamp;
  readonly series: readonly Series[];
}

/** The table of one figure: every contender by every metric, and ours divided by each. */
export function figureTable({ metrics }: Figure, { series }: Result): string {
  const [ours, ...beside] = series;
  if (ours === undefined) return '';
  const rows = metrics.flatMap((metric) => [
    [ours.name, metric.name, ...cells(metric, ours), '', goalText(metric.goal), verdictOf(metric, series)],
    ...beside.map((other) => [
      other.name,
      metric.name,
      ...cells(metric, other),
      ratioText(ratiosOf(metric, ours, other)),
      '',
      '',
    ]),
  ]);
  return table(['', 'metric', 'median', 'min', 'max', 'ours divided by it', 'goal', ''], rows);
}

/** One line a goal, of every figure that has been measured. */
export function summaryTable(figures: readonly Figure[], results: Readonly<Record<string, Result>>): string {
  const rows = figures.flatMap((figure) => {
    const result = results[figure.name];
    const [ours, ceiling] = result?.series ?? [];
    if (result === undefined || ours === undefined) return [];
    return figure.metrics.flatMap((metric) => {
      if (metric.goal === undefined) return [];
      const [median = ''] = cells(metric, ours);
      const beside = ceiling === undefined ? '' : `${cells(metric, ceiling)[0] ?? ''} (${ceiling.name})`;
      const ratio = ceiling === undefined ? '' : ratioText(ratiosOf(metric, ours, ceiling));
      const what = `[${figure.title}](#${figure.name}), ${metric.name}`;
      return [[what, median, beside, ratio, goalText(metric.goal), verdictOf(metric, result.series)]];
    });
  });
  return table(['figure', 'ours, median', 'beside it', 'ratio: median (min to max)', 'goal', ''], rows);
}

/** The line that says where a result comes from. */
export function stampLine({ at, commit, machine, versions, load, rounds }: Stamp): string {
  const busy = `load ${load[0].toFixed(1)} before, ${load[1].toFixed(1)} after`;
  return `${rounds} alternating runs, ${at.slice(0, 16).replace('T', ' ')} UTC, commit \`${commit}\`; ${machine}; ${versions}; ${busy}.`;
}

/** Whether the goal is reached by the median. */
export function isReached(metric: Metric, [ours, ceiling]: readonly Series[]): boolean | undefined {
  const { goal } = metric;
  if (goal === undefined || ours === undefined) return undefined;
  if (goal.kind === 'value')
    return spreadOf(ours.samples.map((sample) => valueOf(sample, metric))).median <= goal.atMost;
  if (ceiling === undefined) return undefined;
  const { median } = ratiosOf(metric, ours, ceiling);
  return 'atLeast' in goal ? median >= goal.atLeast : median <= goal.atMost;
}

function verdictOf(metric: Metric, series: readonly Series[]): string {
  const reached = isReached(metric, series);
  return reached === undefined ? '' : reached ? 'reached' : '**short**';
}

function goalText(goal: Goal | undefined): string {
  if (goal === undefined) return '';
  return 'atLeast' in goal ? `≥ ${goal.atLeast}` : `≤ ${goal.atMost}`;
}

function cells(metric: Metric, { samples }: Series): string[] {
  const { median, min, max } = spreadOf(samples.map((sample) => valueOf(sample, metric)));
  return [`${numberText(median, metric)} ${metric.unit}`, numberText(min, metric), numberText(max, metric)];
}

function numberText(value: number, { digits = 0 }: Metric): string {
  return value.toLocaleString('en', { maximumFractionDigits: digits, minimumFractionDigits: digits });
}

function ratioText({ min, median, max }: Spread): string {
  return `${median.toFixed(2)} (${min.toFixed(2)} to ${max.toFixed(2)})`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((_, column) => Math.max(3, ...[head, ...rows].map((row) => row[column]?.length ?? 0)));
  const isText = (column: number): boolean => column === 0 || (head[1] === 'metric' && column === 1);
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => (isText(column) ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join(' | ')} |`;
  const rule = `| ${widths.map((width, column) => (isText(column) ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  return [line(head), rule, ...rows.map(line)].join('\n');
}
