import { emailKey } from '@ateneu/service-kit';
import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

import type { Answers, AttendancePlace } from '../../vocabulary.ts';
import type {
  CancellationCause,
  Consent,
  Consents,
  Enrolment,
  Participant,
  Profile,
  Reconfirmation,
} from './enrolment.ts';

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
    place: p.string().$type<AttendancePlace>().nullable(),
    givenName: p.string().nullable(),
    surnames: p.string().nullable(),
    answers: p.json<Answers>(),
    accessibility: p.string().nullable(),
    profile: p.json<Profile>(),
    offeredAt: p.datetime().nullable(),
    offerExpiresAt: p.datetime().nullable(),
    /** What the QR code of the person says; made with the enrolment, and no part of the state. */
    checkInCode: p.string().nullable(),
    partyId: p.uuid().nullable(),
    movedToSessionId: p.uuid().nullable(),
  },
});

export type EnrolmentRow = InferEntity<typeof EnrolmentEntity>;

type Existing = Exclude<Enrolment, { status: 'none' }>;

/** The columns that one enrolment keeps from its beginning to its end. */
export function toFirstColumns(state: Existing) {
  return {
    id: state.id,
    sessionId: state.sessionId,
    arrival: state.arrival,
    emailNormalised: emailKey(state.participant.email),
    enrolledAt: state.enrolledAt,
    walkIn: state.walkIn ?? false,
    place: state.place ?? null,
    partyId: state.partyId ?? null,
  };
}

/** The columns that change. */
export function toColumns(state: Existing) {
  return {
    ...personColumns(state.participant),
    status: state.status,
    confirmedAt: ('confirmedAt' in state ? state.confirmedAt : undefined) ?? null,
    cancelledAt: state.status === 'cancelled' ? state.cancelledAt : null,
    cancellationCause: state.status === 'cancelled' ? state.cause : null,
    askedAgainAt: state.reconfirmation?.askedAt ?? null,
    keptAt: state.reconfirmation?.keptAt ?? null,
    minutesAttended: state.status === 'attended' ? state.minutes : null,
    attendanceRecordedAt: 'recordedAt' in state ? state.recordedAt : null,
    offeredAt: state.status === 'offered' ? state.offeredAt : null,
    offerExpiresAt: state.status === 'offered' ? state.expiresAt : null,
  };
}

/** What the person says of themselves. The address is theirs for good: it names them. */
function personColumns(participant: Participant) {
  return {
    name: participant.name,
    givenName: participant.givenName ?? null,
    surnames: participant.surnames ?? null,
    email: participant.email,
    language: participant.language,
    phone: participant.phone ?? null,
    birthYear: participant.birthYear ?? null,
    municipality: participant.municipality ?? null,
    accessibility: participant.accessibility ?? null,
    answers: participant.answers ?? {},
    profile: participant.profile ?? {},
    consents: mapConsents(participant.consents, (consent) => ({ ...consent, at: consent.at.toISOString() })),
  };
}

/** The person that a row tells of. */
function participantOf(row: EnrolmentRow): Participant {
  return {
    name: row.name,
    givenName: row.givenName ?? undefined,
    surnames: row.surnames ?? undefined,
    email: row.email,
    language: row.language,
    phone: row.phone ?? undefined,
    birthYear: row.birthYear ?? undefined,
    municipality: row.municipality ?? undefined,
    profile: row.profile,
    accessibility: row.accessibility ?? undefined,
    answers: row.answers,
    consents: mapConsents(row.consents, (consent) => ({ ...consent, at: new Date(consent.at) })),
  };
}

/** The state that a row holds. */
export function toState(row: EnrolmentRow): Existing {
  const common = {
    id: row.id,
    sessionId: row.sessionId,
    arrival: row.arrival,
    enrolledAt: row.enrolledAt,
    reconfirmation: reconfirmationOf(row),
    walkIn: row.walkIn,
    place: row.place ?? undefined,
    partyId: row.partyId ?? undefined,
    participant: participantOf(row),
  };
  const confirmedAt = row.confirmedAt ?? undefined;
  const recordedAt = row.attendanceRecordedAt ?? row.enrolledAt;
  switch (row.status) {
    case 'waiting':
      return { status: row.status, ...common };
    case 'offered':
      return {
        status: row.status,
        ...common,
        offeredAt: row.offeredAt ?? row.enrolledAt,
        expiresAt: row.offerExpiresAt ?? row.enrolledAt,
      };
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
