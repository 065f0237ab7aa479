import { newId } from '@ateneu/kernel';
import { recordChanged, type Transaction } from '@ateneu/persistence';
import { emailKey } from '@ateneu/service-kit';

import type { AttendancePlace } from '../../vocabulary.ts';
import { courseOf, effectiveProgramme, lockSession } from '../session/index.ts';
import { decide, refuseTooLargeParty } from './enrolment.decide.ts';
import { EnrolmentEntity, type EnrolmentRow, toState } from './enrolment.entity.ts';
import { alreadyEnrolled, enrolmentEnded, notMovable, sameSession } from './enrolment.errors.ts';
import type { PersonLinks } from './enrolment.links.ts';
import { deskOf, firstWaiting, poolOf } from './enrolment.rows.ts';
import { openLedger } from './enrolment.saving.ts';
import type { EnrolmentVersion } from './enrolment.store.ts';
import type { Participant } from './enrolment.ts';

/** One person of a party. */
export interface PartyMember {
  participant: Participant;
  place?: AttendancePlace | undefined;
}

/** Gives every person of a party a place, or nobody. @throws DomainError `training.enrolment.party-too-large` among others */
export async function enrolParty(
  tx: Transaction,
  links: PersonLinks,
  sessionId: string,
  members: readonly PartyMember[],
  at: Date,
): Promise<{ partyId: string; enrolments: EnrolmentVersion[] }> {
  const session = await lockSession(tx, sessionId);
  const emails = members.map(({ participant }) => emailKey(participant.email));
  if (new Set(emails).size < emails.length) throw alreadyEnrolled();
  const found = await tx.em.find(EnrolmentEntity, {
    sessionId,
    emailNormalised: { $in: emails },
    status: { $ne: 'cancelled' },
  });
  if (found.length > 0) throw alreadyEnrolled();
  const ledger = await openLedger(tx, session, links);
  const partyId = newId();
  const enrolments: EnrolmentVersion[] = [];
  for (const pool of new Set(members.map(({ place }) => poolOf(session, place)))) {
    const those = members.filter(({ place }) => poolOf(session, place) === pool);
    const command = (member: PartyMember) => ({ type: 'enrol', enrolmentId: newId(), ...member, partyId, at }) as const;
    const desk = (member: PartyMember) => deskOf({ ...ledger.around, place: member.place });
    // Whether it is open, and what is asked, is told before how many places there are.
    for (const member of those) decide(command(member), desk(member));
    for (const member of those.slice(0, 1)) refuseTooLargeParty(those.length, desk(member));
    for (const member of those) {
      const row = ledger.record({}, decide(command(member), desk(member)));
      if (row?.status !== 'confirmed') throw new TypeError('A party that fits has places for everybody.');
      enrolments.push({ id: row.id, version: row.version, status: row.status, position: null });
    }
  }
  await ledger.close();
  return { partyId, enrolments };
}

/** What staff say to move somebody. */
export interface Move {
  enrolmentId: string;
  fromSessionId: string;
  toSessionId: string;
  place?: AttendancePlace | undefined;
  expectedVersion: number;
  at: Date;
}

/**
 * Ends an enrolment in one session and begins one in another, with what the person said and agreed to. They get a place
 * there, or a turn; the place they had goes to whoever is next.
 */
export async function moveEnrolment(tx: Transaction, links: PersonLinks, move: Move): Promise<EnrolmentVersion> {
  const { enrolmentId, fromSessionId, toSessionId, at } = move;
  if (fromSessionId === toSessionId) throw sameSession();
  // In one order, so that two moves across each other wait instead of locking each other out.
  const [first, second] = [fromSessionId, toSessionId].toSorted();
  const locked = [await lockSession(tx, first ?? ''), await lockSession(tx, second ?? '')];
  const from = locked.find(({ id }) => id === fromSessionId) ?? (await lockSession(tx, fromSessionId));
  const to = locked.find(({ id }) => id === toSessionId) ?? (await lockSession(tx, toSessionId));

  const own = await tx.em.findOneOrFail(EnrolmentEntity, { id: enrolmentId });
  if (own.version !== move.expectedVersion) throw recordChanged({ current: own.version });
  if (own.status === 'cancelled') throw enrolmentEnded();
  if (own.status === 'attended' || own.status === 'absent') throw notMovable();

  const left = await openLedger(tx, from, links);
  const next = await firstWaiting(tx, from, poolOf(from, own.place), enrolmentId);
  const { participant } = toState(own);
  const cancel = { type: 'cancel', cause: 'moved', movedTo: toSessionId, at } as const;
  left.record({ own, next }, decide(cancel, deskOf({ ...left.around, own, next })));
  await left.close();

  const joined = await openLedger(tx, to, links);
  const there = await activeIn(tx, toSessionId, own.emailNormalised);
  const place = move.place ?? own.place ?? undefined;
  const asked = effectiveProgramme(to, await courseOf(tx, to)).questions ?? [];
  const person = { ...participant, answers: answersAsked(participant, new Set(asked.map(({ id }) => id))) };
  const enrol = { type: 'enrol', enrolmentId: newId(), participant: person, place, byStaff: true, at } as const;
  const rows = { ...joined.around, own: there, place };
  const row = joined.record(rows, decide(enrol, deskOf(rows)));
  await joined.close();
  if (row === undefined) throw new TypeError('Whoever is moved is enrolled or refused.');
  return { id: row.id, version: row.version, status: row.status, position: null };
}

/** The answers that the other session asks for too. */
function answersAsked({ answers = {} }: Participant, asked: ReadonlySet<string>): Participant['answers'] {
  return Object.fromEntries(Object.entries(answers).filter(([question]) => asked.has(question)));
}

async function activeIn(
  tx: Transaction,
  sessionId: string,
  emailNormalised: string,
): Promise<EnrolmentRow | undefined> {
  const found = await tx.em.findOne(EnrolmentEntity, { sessionId, emailNormalised, status: { $ne: 'cancelled' } });
  return found ?? undefined;
}
