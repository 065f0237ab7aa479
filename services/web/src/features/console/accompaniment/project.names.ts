import type { DeskView } from '../../../shell/desk-page.ts';

/** The states of a project. */
export const projectStatuses = ['active', 'dormant', 'constituted', 'closed', 'merged'] as const;

/** One of them. */
export type ProjectStatus = (typeof projectStatuses)[number];

/** For whom the ateneu works. */
export const recipients = ['group', 'person', 'entity'] as const;

/** What a document is for. */
export const documentKinds = ['statutes', 'viability-plan', 'minutes', 'evidence', 'other'] as const;

/** One of them. */
export type DocumentKind = (typeof documentKinds)[number];

/** What a project's state is called. */
export function projectStatusName({ t: { projects: t } }: DeskView, status: ProjectStatus): string {
  return t[status];
}

/** What a recipient is called. */
export function recipientName({ t: { projects: t } }: DeskView, recipient: (typeof recipients)[number]): string {
  return { group: t.recipientGroup, person: t.recipientPerson, entity: t.recipientEntity }[recipient];
}

/** What a sort of document is called. */
export function documentKindName({ t: { projects: t } }: DeskView, kind: DocumentKind): string {
  const names = {
    statutes: t.statutes,
    'viability-plan': t.viabilityPlan,
    minutes: t.minutes,
    evidence: t.evidence,
    other: t.otherKind,
  };
  return names[kind];
}

/** How a member stands with the group. */
export function memberStatusName(
  { t: { projects: t } }: DeskView,
  status: 'invited' | 'active' | 'declined' | 'left',
): string {
  return { invited: t.invited, active: t.memberActive, declined: t.memberDeclined, left: t.left }[status];
}
