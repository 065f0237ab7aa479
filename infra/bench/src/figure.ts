import type { Bench } from './rig/bench.ts';

/** What a figure must reach. */
export type Goal =
  /** Ours divided by its ceiling. */
  | { readonly kind: 'ratio'; readonly atLeast: number }
  | { readonly kind: 'ratio'; readonly atMost: number }
  /** Ours by itself, in the metric's unit. */
  | { readonly kind: 'value'; readonly atMost: number };

/** One thing that a run measures. */
export interface Metric {
  /** The key in a {@link Sample}; also what the table calls it. */
  readonly name: string;
  /** `/s`, `ms`, `MB`, `µs of CPU`. */
  readonly unit: string;
  readonly goal?: Goal;
  /** Decimal places in the table. */
  readonly digits?: number;
}

/** What one run of a contender measured, by metric. */
export type Sample = Readonly<Record<string, number>>;

/** One of those that do the same work. */
export interface Contender {
  readonly name: string;
  run(): Promise<Sample>;
}

/** A figure that is ready to be measured. */
export interface Prepared {
  readonly ours: Contender;
  /** What ours is measured against; the first is its ceiling. None where the goal is a value. */
  readonly beside: readonly Contender[];
  close(): Promise<void>;
}

/** One figure of `docs/performance.md`. */
export interface Figure {
  /** For the command line: `store-update`. */
  readonly name: string;
  readonly title: string;
  /** What is done, by whom and how much of it, in whole sentences. */
  readonly description: string;
  readonly metrics: readonly Metric[];
  /** Measured only where it is asked for by name. */
  readonly extra?: boolean;
  /** Makes everything that the runs need, none of which is measured. */
  prepare(bench: Bench): Promise<Prepared>;
}
