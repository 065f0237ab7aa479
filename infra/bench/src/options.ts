import { parseArgs } from 'node:util';

/** What is to be measured. */
export interface Options {
  /** Figures by name, in the order of the list; all when empty. */
  readonly figures: readonly string[];
  readonly quick: boolean;
  readonly rounds: number;
  /** Whether `docs/performance.md` gets the tables. */
  readonly write: boolean;
  /** Where the profiles of ours go, instead of measuring. */
  readonly profile: string | undefined;
}

export const usage = `npm run bench -- [figure …] [--quick] [--rounds N] [--no-write] [--profile FOLDER]
  figure       measure these alone; the others' tables stay as they are (curve-consumers, curve-outbox and
               curve-search are measured only so)
  --quick      a third of the rounds and much less work: to see that it runs, not to be quoted; writes nothing
  --rounds N   alternating runs of each; 5 when absent
  --no-write   leave docs/performance.md as it is
  --profile F  measure nothing; run ours of each figure once under the profiler and write the profiles to F`;

/**
 * @param known the figures there are
 * @throws Error with one sentence where an argument makes no sense
 */
export function readOptions(args: readonly string[], known: readonly string[]): Options {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      quick: { type: 'boolean', default: false },
      rounds: { type: 'string' },
      'no-write': { type: 'boolean', default: false },
      profile: { type: 'string' },
    },
  });
  const unknown = positionals.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new Error(`There is no figure “${unknown}”. There are: ${known.join(', ')}.`);
  const rounds = values.rounds === undefined ? (values.quick ? 2 : 5) : Number(values.rounds);
  if (!Number.isInteger(rounds) || rounds < 1)
    throw new Error(`--rounds is “${values.rounds}”: give it a whole number.`);
  return {
    figures: positionals,
    quick: values.quick,
    rounds,
    write: !values.quick && !values['no-write'] && values.profile === undefined,
    profile: values.profile,
  };
}
