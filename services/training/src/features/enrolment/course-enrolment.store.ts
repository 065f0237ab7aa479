import type { Transaction } from '@ateneu/persistence';
import { emailKey } from '@ateneu/service-kit';

import { courseNotFound } from '../session/index.ts';
import { courseOver } from './enrolment.errors.ts';
import type { PersonLinks } from './enrolment.links.ts';
import { type EnrolRequest, enrolTogether } from './enrolment.rush.ts';
import type { EnrolmentVersion } from './enrolment.store.ts';

/** An enrolment in one of the sessions. */
export interface CourseEnrolment extends EnrolmentVersion {
  sessionId: string;
}

/** Of a course that is public; `in` says where the person is already. */
const sessionsToCome = `
  select s.id, exists (select from enrolment e
      where e.session_id = s.id and e.email_normalised = $3 and e.status <> 'cancelled') as "in"
  from session s
  where s.course_id = $1 and s.status = 'published' and s.starts_at > $2 and not s.for_minors
  order by s.id`;

/**
 * Enrols somebody in every session of a course that is to come and that they are not in yet. The sessions are locked by
 * their ids, so that two who do this at once wait for each other instead of locking each other out.
 *
 * @throws DomainError `training.course.not-found`, `training.enrolment.course-over`, and whatever one of them refuses with
 */
export async function enrolInCourse(
  tx: Transaction,
  links: PersonLinks,
  courseId: string,
  request: EnrolRequest & { at: Date },
): Promise<CourseEnrolment[]> {
  const course = await tx.query(`select from course where id = $1 and status = 'published'`, [courseId]);
  if (course.length === 0) throw courseNotFound();
  const sessions = await tx.query<{ id: string; in: boolean }>(sessionsToCome, [
    courseId,
    request.at,
    emailKey(request.email),
  ]);
  if (sessions.length === 0) throw courseOver();
  const enrolments: CourseEnrolment[] = [];
  for (const { id: sessionId } of sessions.filter((session) => !session.in)) {
    const [outcome] = await enrolTogether(tx, links, sessionId, [request]);
    if (outcome === undefined || 'refused' in outcome) throw outcome?.refused;
    enrolments.push({ ...outcome.done, sessionId });
  }
  return enrolments;
}
