import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';

/** How one run goes. */
export interface Options {
  /** Decides which faults come and what is asked; how they interleave is up to the machine. */
  readonly seed: number;
  /** How long there are load and faults, in seconds. Start and wind-down come on top. */
  readonly seconds: number;
  /** What clients begin, in operations a second. */
  readonly rate: number;
  /** The longest wait for everything to come to rest, in seconds. */
  readonly patienceSeconds: number;
  /** Leaves data and logs where they are. */
  readonly keep: boolean;
  /** The run that CI takes: nothing whose recovery takes longer than the run. */
  readonly short: boolean;
  /** Processes of each service; two of training and one of each other when absent. */
  readonly instances: number | undefined;
  /** No faults: load alone, and whether anything grows. */
  readonly soak: boolean;
}

export const usage = `npm run faults -- [--short | --minutes N] [--seed N] [--rate N] [--instances N]
                 [--soak] [--keep]
  --short      for CI: 40 s in all
  --minutes N  how long there are load and faults; 3 when absent, 50 at most
  --seed N     the same faults and requests as an earlier run
  --rate N     operations a second; 15 when absent
  --instances N  processes of each service, 3 at most; training has two and each other one when absent
  --soak       no faults: memory, descriptors, connections, outbox and lag at both ends
  --keep       leave data and logs in their folder`;

const shortSeconds = 10;
/** Access tokens last an hour, and the wind-down needs some of it. */
const longestMinutes = 50;

/** @throws Error with one sentence where an argument makes no sense */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      short: { type: 'boolean', default: false },
      minutes: { type: 'string' },
      seed: { type: 'string' },
      rate: { type: 'string' },
      instances: { type: 'string' },
      soak: { type: 'boolean', default: false },
      keep: { type: 'boolean', default: false },
    },
  });
  if (values.short && values.minutes !== undefined) throw new Error('--short and --minutes exclude each other.');
  return {
    seed: numberIn('seed', values.seed, 0, 2 ** 31) ?? randomInt(2 ** 31),
    seconds: values.short
      ? shortSeconds
      : Math.round((numberIn('minutes', values.minutes, 0.1, longestMinutes) ?? 3) * 60),
    rate: numberIn('rate', values.rate, 0.1, 200) ?? 15,
    patienceSeconds: values.short ? 45 : 240,
    keep: values.keep,
    short: values.short,
    instances: numberIn('instances', values.instances, 1, 3),
    soak: values.soak,
  };
}

function numberIn(name: string, text: string | undefined, min: number, max: number): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (text.trim() !== '' && value >= min && value <= max) return value;
  throw new Error(`--${name} is “${text}”: give it a number between ${min} and ${max}.`);
}
