import { channel } from 'node:diagnostics_channel';

/** The boundaries between the steps of outbox and inbox: where a process that dies leaves the most behind. */
export const steps = [
  'transaction: before the commit',
  'transaction: committed, before the nudge',
  'relay: read, before publishing',
  'relay: published, before the mark',
  'relay: marked',
  'consumer: taken, before the transaction',
  'consumer: committed, before the acknowledgement',
  'consumer: acknowledged',
] as const;
export type Step = (typeof steps)[number];

const reached = channel('ateneu.step');

/** Tells whoever observes this process that a step was reached. Nobody does, but for the fault suite: then it is nothing. */
export function reachStep(step: Step): void {
  if (reached.hasSubscribers) reached.publish(step);
}
