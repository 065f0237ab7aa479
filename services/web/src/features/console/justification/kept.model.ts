import { kitErrors } from '@ateneu/service-kit';

import type { DeskView } from '../../../shell/desk-page.ts';
import type { Answer } from '../../../upstream/answer.ts';
import { justifying } from '../../../upstream/justification.ts';
import { type Justifying, type KeptId, type KeptPart, keptWorkbooks } from '../../../upstream/workbooks.ts';

/** One service's part of a kept copy, or why it cannot be had. */
export interface PartOfKept {
  readonly service: Justifying;
  readonly answer: Answer<KeptPart>;
}

/** Where a copy stands, of all of its parts. */
export type KeptState = 'working' | 'ready' | 'failed' | 'partial';

/**
 * The parts of a copy, as far as they can be had.
 *
 * @throws RequestError where no service knows it, or nobody is signed in any longer
 */
export async function readKept(view: DeskView, path: KeptId): Promise<PartOfKept[]> {
  const parts = await Promise.all(
    justifying.map(async (service) => ({ service, answer: await keptWorkbooks(view.api, service).get(path) })),
  );
  const refused = (status: number) => parts.filter(({ answer }) => isRefused(answer, status)).length;
  if (refused(401) > 0) throw kitErrors.authenticationRequired();
  if (refused(404) + refused(400) === parts.length) throw kitErrors.routeNotFound();
  return parts;
}

/** Whether a service refused with this status. */
export function isRefused(answer: Answer<unknown>, status: number): boolean {
  return answer.kind === 'refused' && answer.problem.status === status;
}

/** The parts that are there. */
export function presentIn(parts: readonly PartOfKept[]): KeptPart[] {
  return parts.flatMap(({ answer }) => (answer.kind === 'ok' ? [answer.data] : []));
}

/** Where a copy stands, by the parts of it that are known; `all` says that none is missing. */
export function stateOf(present: readonly Pick<KeptPart, 'status'>[], all: boolean): KeptState {
  const has = (...statuses: KeptPart['status'][]) => present.some(({ status }) => statuses.includes(status));
  if (has('queued', 'running')) return 'working';
  if (has('failed')) return 'failed';
  return all ? 'ready' : 'partial';
}

/** What a copy says of itself, of all of its parts. */
export interface KeptSum {
  readonly rows: number;
  readonly problems: number;
  readonly by: string;
  readonly requestedAt: string;
  readonly sent: KeptPart['sent'];
  readonly erased: KeptPart['erased'];
}

/** Adds the parts up: who began it first, and what either of them says of having been sent. */
export function sumOf(present: readonly KeptPart[]): KeptSum | undefined {
  const first = present.toSorted((left, right) => left.requestedAt.localeCompare(right.requestedAt))[0];
  if (first === undefined) return undefined;
  const erased = present.flatMap((part) => (part.erased === null ? [] : [part.erased]));
  return {
    rows: present.reduce((sum, { rows }) => sum + rows, 0),
    problems: present.reduce((sum, { problems }) => sum + problems, 0),
    by: first.requestedBy,
    requestedAt: first.requestedAt,
    sent: present.find(({ sent }) => sent !== null)?.sent ?? null,
    erased:
      erased.length === 0
        ? null
        : {
            rows: erased.reduce((sum, { rows }) => sum + rows, 0),
            at:
              erased
                .map(({ at }) => at)
                .toSorted()
                .at(-1) ?? '',
          },
  };
}

/** What the parts are called in sentences. */
export function partName({ t }: DeskView, service: Justifying): string {
  return { training: t.workbooks.partTraining, accompaniment: t.workbooks.partAccompaniment }[service];
}

/** Where a copy's page is, and what belongs to it. */
export function keptPath({ call, id }: KeptId, more = ''): string {
  return `/justification/${encodeURIComponent(call)}/workbooks/${encodeURIComponent(id)}${more}`;
}
