import type { CorrectionStore, ProposedChange } from '../correction/index.ts';
import {
  decideInitiative,
  initialInitiative,
  type InitiativeDetails,
  type InitiativeStore,
} from '../initiative/index.ts';
import type { NewSubmission, SubmissionOptions } from './submission.store.ts';

/** What was confirmed becomes what it was handed in as: a proposal that staff see, or an open correction. */
export function becomeConfirmed(stores: {
  initiatives: InitiativeStore;
  corrections: CorrectionStore;
}): SubmissionOptions['become'] {
  return {
    proposal: async (tx, submission) => {
      const { id, author, content, at } = submission as NewSubmission<{ details: InitiativeDetails }>;
      const { details } = content;
      const propose = { type: 'propose', id, details, origin: { kind: 'public' }, proposer: author, at } as const;
      await stores.initiatives.createIn(tx, decideInitiative(propose, initialInitiative));
    },
    correction: async (tx, submission) => {
      const { id, initiativeId, author, content, at } = submission as NewSubmission<{
        baseVersion: number;
        changes: ProposedChange[];
        comment?: string;
      }>;
      if (initiativeId === undefined) throw new TypeError('A correction is of an initiative.');
      await stores.corrections.openIn(tx, { id, initiativeId, author, at, ...content });
    },
  };
}
