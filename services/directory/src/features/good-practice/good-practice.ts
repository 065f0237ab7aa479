import type { LocalizedText } from '@ateneu/kernel';

import { goodPracticeWrongState } from './good-practice.errors.ts';

/** What a good practice says. */
export interface GoodPracticeContent {
  title: LocalizedText;
  /** What can be learnt from it, in one or two sentences. */
  summary: LocalizedText;
  /** The write-up, in paragraphs. */
  body: LocalizedText;
  /** The initiatives it is about, at least one. */
  initiativeIds: string[];
  /** Codes of the reference data. */
  sectors: string[];
}

/** `draft → published ⇄ unpublished`. */
export const goodPracticeStatuses = ['draft', 'published', 'unpublished'] as const;
export type GoodPracticeStatus = (typeof goodPracticeStatuses)[number];

/** What staff can do with the state of one. */
export type GoodPracticeStep = 'publish' | 'unpublish';

/**
 * The state after a step; the same where it is there already.
 *
 * @throws DomainError `directory.good-practice.wrong-state`
 */
export function stateAfter(status: GoodPracticeStatus, step: GoodPracticeStep): GoodPracticeStatus {
  if (step === 'publish') return 'published';
  if (status === 'draft') throw goodPracticeWrongState({ status });
  return 'unpublished';
}
