import { currentActor, newId } from '@ateneu/kernel';
import type { Transaction } from '@ateneu/persistence';

import type { AttendanceEvent } from './enrolment.publications.ts';
import type { Enrolment } from './enrolment.ts';

/** One record of attendance, and the enrolment as it was before it. */
export interface AttendanceEntry {
  event: AttendanceEvent;
  before: Enrolment;
}

/** Keeps who recorded what and when, and what it was before. Nothing ever changes or removes such a row. */
export async function insertAttendance(
  tx: Transaction,
  sessionId: string,
  entries: readonly AttendanceEntry[],
): Promise<void> {
  const actor = currentActor();
  // The enrolments they point to must be there first.
  await tx.em.flush();
  await tx.query(
    `insert into attendance_record
       (id, enrolment_id, session_id, present, minutes, was_present, was_minutes, recorded_at, recorded_by, recorded_by_name)
     select id, enrolment_id, $3, present, minutes, was_present, was_minutes, recorded_at, $9, $10
     from unnest($1::uuid[], $2::uuid[], $4::boolean[], $5::int[], $6::boolean[], $7::int[], $8::timestamptz[])
       as row (id, enrolment_id, present, minutes, was_present, was_minutes, recorded_at)`,
    [
      entries.map(() => newId()),
      entries.map(({ event }) => event.enrolmentId),
      sessionId,
      entries.map(({ event }) => event.type === 'walked-in' || event.present),
      entries.map(({ event }) => event.minutes),
      entries.map(({ before }) => wasPresent(before)),
      entries.map(({ before }) => (before.status === 'attended' ? before.minutes : null)),
      entries.map(({ event }) => event.at),
      actor.id,
      'name' in actor ? actor.name : null,
    ],
  );
}

function wasPresent({ status }: Enrolment): boolean | null {
  if (status === 'attended') return true;
  return status === 'absent' ? false : null;
}
