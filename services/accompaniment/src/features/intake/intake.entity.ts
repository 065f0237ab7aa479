import { emailKey } from '@ateneu/service-kit';
import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

import type { Person, ReferredProject } from '../referral/index.ts';
import type { IntakeStatus } from './intake-transitions.ts';
import type { ExistingIntake, FirstMeeting, IntakeDeclineReason, IntakeModality, Lead } from './intake.ts';

/** A meeting as JSON keeps it. */
type StoredMeeting = Omit<FirstMeeting, 'startsAt'> & { startsAt: string };

/** The row of an intake request. */
export const IntakeEntity = defineEntity({
  name: 'Intake',
  tableName: 'intake',
  properties: {
    id: p.uuid().primary(),
    version: p.integer(),
    status: p.string().$type<IntakeStatus>(),
    modality: p.string().$type<IntakeModality>(),
    project: p.json<ReferredProject>(),
    person: p.json<Person>(),
    /** The address in the form in which addresses are compared. */
    emailKey: p.string(),
    textVersion: p.string(),
    lead: p.json<Lead>().nullable(),
    confirmHash: p.string(),
    confirmUntil: p.datetime(),
    confirmedAt: p.datetime().nullable(),
    meeting: p.json<StoredMeeting>().nullable(),
    projectId: p.uuid().nullable(),
    referralId: p.uuid().nullable(),
    reason: p.string().$type<IntakeDeclineReason>().nullable(),
    note: p.string().nullable(),
    erasedAt: p.datetime().nullable(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
  },
});

export type IntakeRow = InferEntity<typeof IntakeEntity>;

/** The state as columns; the link is the store's own business. */
export function toColumns(state: ExistingIntake) {
  const { meeting } = state;
  return {
    status: state.status,
    modality: state.modality,
    project: state.project,
    person: state.person,
    emailKey: emailKey(state.person.email),
    textVersion: state.textVersion,
    lead: state.lead ?? null,
    confirmedAt: state.confirmedAt ?? null,
    meeting: meeting === undefined ? null : { ...meeting, startsAt: meeting.startsAt.toISOString() },
    projectId: state.status === 'accepted' ? state.projectId : null,
    referralId: state.status === 'referred' ? state.referralId : null,
    reason: state.status === 'declined' ? state.reason : null,
    note: state.status === 'declined' ? (state.note ?? null) : null,
  };
}

/** The state that a row holds. */
export function toState(row: IntakeRow): ExistingIntake {
  const { meeting } = row;
  const common = {
    id: row.id,
    modality: row.modality,
    project: row.project,
    person: row.person,
    textVersion: row.textVersion,
    lead: row.lead ?? undefined,
    confirmedAt: row.confirmedAt ?? undefined,
    meeting:
      meeting === null || meeting === undefined ? undefined : { ...meeting, startsAt: new Date(meeting.startsAt) },
  };
  switch (row.status) {
    case 'accepted':
      return { status: row.status, ...common, projectId: required(row.projectId, row.id) };
    case 'referred':
      return { status: row.status, ...common, referralId: required(row.referralId, row.id) };
    case 'declined':
      return { status: row.status, ...common, reason: row.reason ?? 'other', note: row.note ?? undefined };
    default:
      return { status: row.status, ...common };
  }
}

function required(value: string | null | undefined, id: string): string {
  if (value === null || value === undefined) throw new TypeError(`Intake request ${id} led nowhere.`);
  return value;
}
