import { steps } from '@ateneu/persistence';

import type { Random } from '../random.ts';
import { type FaultKind, faultKinds } from './faults.ts';
import { forgeries } from './forge.ts';

/** One way in which a kind of fault comes: at which step, with which message. */
export interface PlannedFault {
  readonly kind: FaultKind;
  /** Absent where there is but one way. */
  readonly variant?: string;
}

/** The ways in which a kind of fault comes, where there are several. */
const variants: Partial<Record<FaultKind, readonly string[]>> = {
  'crash at a step': steps,
  'forge message': forgeries,
  'cut off broker': ['connections refused', 'packets lost'],
  'cut off database': ['connections refused', 'packets lost'],
  'jump clock': ['forward', 'back'],
};

/** Everything that can go wrong, each way by itself. */
export const everyFault: readonly PlannedFault[] = faultKinds.flatMap((kind): PlannedFault[] =>
  (variants[kind] ?? []).length === 0 ? [{ kind }] : (variants[kind] ?? []).map((variant) => ({ kind, variant })),
);

/** What comes next in a run, and what it has met. */
export interface Plan {
  /** The one that was met least, and of those the one that was tried least; the seed decides between equals. */
  next(): PlannedFault;
  /** It happened: somebody was there to be crashed, something to be repeated. */
  meet(fault: PlannedFault): void;
  /** Those that never happened. */
  unmet(): readonly PlannedFault[];
}

/** Makes a plan. A run that is long enough meets each fault before it meets any a second time. */
export function createPlan(faults: readonly PlannedFault[], random: Random): Plan {
  const counts = new Map(faults.map((fault) => [fault, { met: 0, tried: 0 }]));
  const least = (left: readonly PlannedFault[], of: 'met' | 'tried'): PlannedFault[] => {
    const count = (fault: PlannedFault): number => counts.get(fault)?.[of] ?? 0;
    const fewest = Math.min(...left.map(count));
    return left.filter((fault) => count(fault) === fewest);
  };
  return {
    next: () => {
      const fault = random.pick(least(least(faults, 'met'), 'tried'));
      const count = counts.get(fault);
      if (count !== undefined) count.tried += 1;
      return fault;
    },
    meet: (fault) => {
      const count = counts.get(fault);
      if (count !== undefined) count.met += 1;
    },
    unmet: () => faults.filter((fault) => counts.get(fault)?.met === 0),
  };
}

/** `crash at a step (relay: marked)`. */
export function nameOf({ kind, variant }: PlannedFault): string {
  return variant === undefined ? kind : `${kind} (${variant})`;
}
