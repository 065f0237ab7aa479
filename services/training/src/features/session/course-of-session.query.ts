import type { LocalizedText } from '@ateneu/kernel';
import type { Transaction } from '@ateneu/persistence';

import { type Programme, programmeOf } from '../../vocabulary.ts';
import { courseNotFound } from './session.errors.ts';

/** What a session takes from the course it belongs to. */
export interface CourseFacts {
  id: string;
  title: LocalizedText;
  programme: Programme;
}

/** The course of a session, if it has one. @throws DomainError `training.course.not-found` */
export async function courseOf(
  tx: Transaction,
  { courseId }: { courseId?: string | null | undefined },
): Promise<CourseFacts | undefined> {
  if (courseId === null || courseId === undefined) return undefined;
  const [found] = await tx.query<CourseFacts>('select id, title, programme from course where id = $1', [courseId]);
  if (found === undefined) throw courseNotFound();
  return found;
}

/** What holds for a session, its course's part included. */
export function effectiveProgramme(session: { programme: Programme }, course: CourseFacts | undefined): Programme {
  return programmeOf(session.programme, course?.programme);
}
