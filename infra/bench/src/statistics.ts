import type { Contender, Metric, Prepared, Sample } from './figure.ts';

/** The least, the middle and the most of several runs. */
export interface Spread {
  readonly min: number;
  readonly median: number;
  readonly max: number;
}

/** @throws RangeError where there is nothing to spread */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((left, right) => left - right);
  const at = (index: number): number => {
    const value = sorted[index];
    if (value === undefined) throw new RangeError('A spread needs a value.');
    return value;
  };
  const middle = (sorted.length - 1) / 2;
  return { min: at(0), median: (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2, max: at(sorted.length - 1) };
}

/** The value that so many of the hundred do not exceed. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((left, right) => left - right);
  const value = sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)];
  if (value === undefined) throw new RangeError('A percentile needs a value.');
  return value;
}

/** What all runs of one contender measured, in their order. */
export interface Series {
  readonly name: string;
  readonly samples: readonly Sample[];
}

/**
 * Runs ours and those beside it in turn, `rounds` times, beginning with another one each round, so that whatever else the
 * machine does meets all of them alike.
 */
export async function alternate(
  { ours, beside }: Prepared,
  rounds: number,
  tell: (contender: Contender, sample: Sample) => void,
): Promise<Series[]> {
  const contenders = [ours, ...beside];
  const series = contenders.map(({ name }) => ({ name, samples: [] as Sample[] }));
  for (let round = 0; round < rounds; round += 1) {
    for (let turn = 0; turn < contenders.length; turn += 1) {
      const index = (round + turn) % contenders.length;
      const contender = contenders[index];
      if (contender === undefined) continue;
      const sample = await contender.run();
      series[index]?.samples.push(sample);
      tell(contender, sample);
    }
  }
  return series;
}

/** Ours divided by another, round by round. */
export function ratiosOf(metric: Metric, ours: Series, other: Series): Spread {
  return spreadOf(ours.samples.map((sample, round) => valueOf(sample, metric) / valueOf(other.samples[round], metric)));
}

/** @throws TypeError where a run did not measure what its figure promises */
export function valueOf(sample: Sample | undefined, { name }: Metric): number {
  const value = sample?.[name];
  if (value === undefined) throw new TypeError(`A run did not measure ${name}.`);
  return value;
}
