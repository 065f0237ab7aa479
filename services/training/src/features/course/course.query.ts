import { type Database, decodeCursor, encodeCursor, isoTimestamp } from '@ateneu/persistence';
import type { z } from 'zod';

import type { Programme } from '../../vocabulary.ts';
import { publicProgramme } from '../programme/index.ts';
import type { publicCourseSchema, staffCourseSchema } from './course.schemas.ts';

/** A course with all that staff may know. */
export type StaffCourse = z.output<typeof staffCourseSchema>;
/** A course as anybody reads it. */
export type PublicCourse = z.output<typeof publicCourseSchema>;

const sessionJson = `'id', s.id, 'title', s.title, 'status', s.status, 'startsAt', ${isoTimestamp('s.starts_at')},
  'endsAt', ${isoTimestamp('s.ends_at')}, 'mode', s.mode, 'venue', s.venue, 'capacity', s.capacity`;

const staffColumns = `
  c.id, c.version, c.status, c.title, c.summary, c.programme, c.cancellation_reason as "cancellationReason",
  c.cloned_from as "clonedFrom", ${isoTimestamp('c.created_at')} as "createdAt", ${isoTimestamp('c.updated_at')} as "updatedAt",
  ${isoTimestamp('c.published_at')} as "publishedAt",
  coalesce((select json_agg(json_build_object(${sessionJson}, 'confirmed', s.confirmed_count,
    'waiting', s.waiting_count) order by s.starts_at, s.id) from session s where s.course_id = c.id), '[]') as sessions`;

/** A course in any state. */
export async function readCourse({ pool }: Database, id: string): Promise<StaffCourse | undefined> {
  const { rows } = await pool.query<StaffCourse>({
    name: 'course-staff',
    text: `select ${staffColumns} from course c where c.id = $1`,
    values: [id],
  });
  return rows[0];
}

/** Courses in any state, the newest first. @throws DomainError `kit.cursor.invalid` */
export async function readCourses(
  { pool }: Database,
  filter: { status?: StaffCourse['status'] | undefined; limit: number; cursor?: string | undefined },
): Promise<{ items: StaffCourse[]; next: string | null }> {
  const [after] = filter.cursor === undefined ? [null] : decodeCursor(filter.cursor, ['uuid']);
  // Identifiers sort by the time they were made.
  const { rows } = await pool.query<StaffCourse>({
    name: 'courses-staff',
    text: `select ${staffColumns} from course c
           where ($1::text is null or c.status = $1) and ($2::uuid is null or c.id < $2) order by c.id desc limit $3`,
    values: [filter.status ?? null, after, filter.limit + 1],
  });
  return pageOfCourses(rows, filter.limit);
}

const publicColumns = `
  c.id, c.status, c.title, c.summary, c.programme, c.cancellation_reason as "cancellationReason",
  coalesce((select json_agg(json_build_object(${sessionJson},
    'placesLeft', greatest(0, s.capacity - s.confirmed_count)) order by s.starts_at, s.id)
    from session s where s.course_id = c.id and s.published_at is not null), '[]') as sessions`;

type PublicRow = Omit<PublicCourse, 'programme'> & { programme: Programme };

function toPublic({ programme, ...course }: PublicRow): PublicCourse {
  return { ...course, programme: publicProgramme(programme) };
}

/** A course that was published, a cancelled one too. */
export async function readPublicCourse({ pool }: Database, id: string): Promise<PublicCourse | undefined> {
  const { rows } = await pool.query<PublicRow>({
    name: 'course-public',
    text: `select ${publicColumns} from course c where c.id = $1 and c.published_at is not null`,
    values: [id],
  });
  return rows[0] === undefined ? undefined : toPublic(rows[0]);
}

/** The published courses that still have a session to come, the newest first. @throws DomainError `kit.cursor.invalid` */
export async function readPublicCourses(
  { pool }: Database,
  filter: {
    at: Date;
    kind?: string | undefined;
    topic?: string | undefined;
    limit: number;
    cursor?: string | undefined;
  },
): Promise<{ items: PublicCourse[]; next: string | null }> {
  const [after] = filter.cursor === undefined ? [null] : decodeCursor(filter.cursor, ['uuid']);
  const { rows } = await pool.query<PublicRow>({
    name: 'courses-public',
    text: `select ${publicColumns} from course c
           where c.status = 'published' and ($2::uuid is null or c.id < $2)
             and ($4::text is null or c.programme ->> 'kind' = $4)
             and ($5::text is null or c.programme -> 'topics' ? $5)
             and exists (select from session s where s.course_id = c.id and s.ends_at > $1
               and s.status in ('published', 'in-progress'))
           order by c.id desc limit $3`,
    values: [filter.at, after, filter.limit + 1, filter.kind ?? null, filter.topic ?? null],
  });
  const { items, next } = pageOfCourses(rows, filter.limit);
  return { items: items.map((row) => toPublic(row)), next };
}

function pageOfCourses<T extends { id: string }>(rows: T[], limit: number): { items: T[]; next: string | null } {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last !== undefined ? encodeCursor([last.id]) : null };
}
