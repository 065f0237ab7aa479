import { emailKey } from '@ateneu/service-kit';
import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

import type { CancellationCause, Consent, Consents, Enrolment, Participant, Reconfirmation } from './enrolment.ts';

/** A consent as JSON keeps it. */
type StoredConsent = Omit<Consent, 'at'> & { at: string };
type StoredConsents = Record<keyof Consents, StoredConsent>;

/** The row of an enrolment. */
export const EnrolmentEntity = defineEntity({
  name: 'Enrolment',
  tableName: 'enrolment',
  properties: {
    id: p.uuid().primary(),
    sessionId: p.uuid(),
    version: p.integer(),
    status: p.string().$type<Exclude<Enrolment['status'], 'none'>>(),
    arrival: p.integer(),
    name: p.string(),
    email: p.string(),
    emailNormalised: p.string(),
    language: p.string().$type<Participant['language']>(),
    phone: p.string().nullable(),
    birthYear: p.integer().nullable(),
    municipality: p.string().nullable(),
    consents: p.json<StoredConsents>(),
    enrolledAt: p.datetime(),
    confirmedAt: p.datetime().nullable(),
    cancelledAt: p.datetime().nullable(),
    cancellationCause: p.string().$type<CancellationCause>().nullable(),
    askedAgainAt: p.datetime().nullable(),
    keptAt: p.datetime().nullable(),
    minutesAttended: p.integer().nullable(),
    attendanceRecordedAt: p.datetime().nullable(),
    walkIn: p.boolean(),
    /** When the address last turned out to be refused; kept by the subscriber, not by the state. */
    emailBouncedAt: p.datetime().nullable(),
  },
});

export type EnrolmentRow = InferEntity<typeof EnrolmentEntity>;

/** The columns that one enrolment keeps from its beginning to its end. */
export function toFirstColumns(state: Exclude<Enrolment, { status: 'none' }>) {
  const { participant } = state;
  return {
    id: state.id,
    sessionId: state.sessionId,
    arrival: state.arrival,
    name: participant.name,
    email: participant.email,
    emailNormalised: emailKey(participant.email),
    language: participant.language,
    phone: participant.phone ?? null,
    birthYear: participant.birthYear ?? null,
    municipality: participant.municipality ?? null,
    consents: mapConsents(participant.consents, (consent) => ({ ...consent, at: consent.at.toISOString() })),
    enrolledAt: state.enrolledAt,
    walkIn: state.walkIn ?? false,
  };
}

/** The columns that change. */
export function toColumns(state: Exclude<Enrolment, { status: 'none' }>) {
  return {
    status: state.status,
    confirmedAt: ('confirmedAt' in state ? state.confirmedAt : undefined) ?? null,
    cancelledAt: state.status === 'cancelled' ? state.cancelledAt : null,
    cancellationCause: state.status === 'cancelled' ? state.cause : null,
    askedAgainAt: state.reconfirmation?.askedAt ?? null,
    keptAt: state.reconfirmation?.keptAt ?? null,
    minutesAttended: state.status === 'attended' ? state.minutes : null,
    attendanceRecordedAt: 'recordedAt' in state ? state.recordedAt : null,
  };
}

/** The state that a row holds. */
export function toState(row: EnrolmentRow): Exclude<Enrolment, { status: 'none' }> {
  const common = {
    id: row.id,
    sessionId: row.sessionId,
    arrival: row.arrival,
    enrolledAt: row.enrolledAt,
    reconfirmation: reconfirmationOf(row),
    walkIn: row.walkIn,
    participant: {
      name: row.name,
      email: row.email,
      language: row.language,
      phone: row.phone ?? undefined,
      birthYear: row.birthYear ?? undefined,
      municipality: row.municipality ?? undefined,
      consents: mapConsents(row.consents, (consent) => ({ ...consent, at: new Date(consent.at) })),
    },
  };
  const confirmedAt = row.confirmedAt ?? undefined;
  const recordedAt = row.attendanceRecordedAt ?? row.enrolledAt;
  switch (row.status) {
    case 'waiting':
      return { status: row.status, ...common };
    case 'confirmed':
      return { status: row.status, ...common, confirmedAt: confirmedAt ?? row.enrolledAt };
    case 'attended':
      return {
        status: row.status,
        ...common,
        confirmedAt: confirmedAt ?? row.enrolledAt,
        minutes: row.minutesAttended ?? 0,
        recordedAt,
      };
    case 'absent':
      return { status: row.status, ...common, confirmedAt: confirmedAt ?? row.enrolledAt, recordedAt };
    case 'cancelled':
      return {
        status: row.status,
        ...common,
        confirmedAt,
        cancelledAt: row.cancelledAt ?? row.enrolledAt,
        cause: row.cancellationCause ?? 'staff',
      };
  }
}

function reconfirmationOf({ askedAgainAt, keptAt }: EnrolmentRow): Reconfirmation | undefined {
  if (askedAgainAt === null || askedAgainAt === undefined) return undefined;
  return { askedAt: askedAgainAt, keptAt: keptAt ?? undefined };
}

function mapConsents<From, To>(
  consents: Record<keyof Consents, From>,
  map: (consent: From) => To,
): Record<keyof Consents, To> {
  return { data: map(consents.data), images: map(consents.images), news: map(consents.news) };
}
