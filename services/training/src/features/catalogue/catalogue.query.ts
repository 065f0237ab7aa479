import type { LocalizedText } from '@ateneu/kernel';
import { type Database, isoTimestamp } from '@ateneu/persistence';
import type { z } from 'zod';

import { decodeTimeCursor, encodeTimeCursor } from '../../timestamps.ts';
import { type ActionKind, type AttendancePlace, type Programme, programmeOf } from '../../vocabulary.ts';
import { type Availability, availabilityOf, freePlaces } from '../enrolment/index.ts';
import { publicProgramme, type publicProgrammeSchema } from '../programme/index.ts';
import type { SessionRow } from '../session/index.ts';

type PublicStatus = Exclude<SessionRow['status'], 'draft'>;

/** A session as the public sees it. */
export interface CatalogueSession {
  id: string;
  status: PublicStatus;
  title: LocalizedText;
  summary: LocalizedText;
  startsAt: string;
  endsAt: string;
  mode: SessionRow['mode'];
  venue: string | null;
  enrolmentOpensAt: string | null;
  enrolmentClosesAt: string | null;
  waitingListEnabled: boolean;
  capacity: number;
  placesLeft: number;
  waiting: number;
  availability: Availability;
  cancellationReason: LocalizedText | null;
  previousStartsAt: string | null;
  course: { id: string; title: LocalizedText } | null;
  programme: z.output<typeof publicProgrammeSchema>;
  forMinors: boolean;
  /** Where places in the room and online are counted apart. */
  places: Record<AttendancePlace, PlacesLeft> | null;
}

/** The places of one kind. */
export interface PlacesLeft {
  capacity: number;
  placesLeft: number;
  waiting: number;
  availability: Availability;
}

type Row = Omit<CatalogueSession, 'placesLeft' | 'availability' | 'programme' | 'places'> & {
  confirmed: number;
  own: Programme;
  ofCourse: Programme | null;
  online: { capacity: number; confirmed: number; waiting: number } | null;
};

const columns = `
  id, status, title, summary, ${isoTimestamp('starts_at')} as "startsAt", ${isoTimestamp('ends_at')} as "endsAt", mode, venue,
  ${isoTimestamp('enrolment_opens_at')} as "enrolmentOpensAt", ${isoTimestamp('enrolment_closes_at')} as "enrolmentClosesAt",
  waiting_list_enabled as "waitingListEnabled", capacity, confirmed_count as confirmed, waiting_count as waiting,
  cancellation_reason as "cancellationReason", ${isoTimestamp('previous_starts_at')} as "previousStartsAt",
  programme as own, for_minors as "forMinors",
  (select json_build_object('id', c.id, 'title', c.title) from course c where c.id = course_id) as course,
  (select c.programme from course c where c.id = course_id) as "ofCourse",
  case when mode = 'hybrid' and online_capacity is not null then json_build_object('capacity', online_capacity,
    'confirmed', online_confirmed_count, 'waiting', online_waiting_count) end as online`;

/** One session that was published, cancelled ones too: links to it are already about. */
export async function readCatalogueSession(
  { pool }: Database,
  id: string,
  at: Date,
): Promise<CatalogueSession | undefined> {
  const { rows } = await pool.query<Row>({
    name: 'catalogue-session',
    text: `select ${columns} from session where id = $1 and published_at is not null`,
    values: [id],
  });
  return rows[0] === undefined ? undefined : toSession(rows[0], at);
}

/** What holds for a session, its course's part included, as SQL. */
const effective = `(coalesce((select c.programme from course c where c.id = course_id), '{}') || programme)`;

/**
 * What the filters of the catalogue mean: from `$1`, to `$2`, the finished words `$3` and the last one `$4`, kind `$5` and
 * topic `$6`.
 */
export const catalogueConditions = `
    ends_at > $1 and ($2::timestamptz is null or starts_at < $2)
    and ($5::text is null or ${effective} ->> 'kind' = $5) and ($6::text is null or ${effective} -> 'topics' ? $6)
    and ($4::text is null or search @@ (
      to_tsquery('ateneu_ca', $3) && (to_tsquery('ateneu_ca', $4) || to_tsquery('ateneu_words', $4))))`;

const selectPage = `
  select ${columns} from session
  where status in ('published', 'in-progress', 'held') and ${catalogueConditions}
    and (status <> 'held' or ends_at <= $10)
    and ($7::timestamptz is null or (starts_at, id) > ($7, $8::uuid))
  order by starts_at, id limit $9`;

/** What a reader of the catalogue looks for. */
export interface CatalogueFilter {
  /** Those that end after this. */
  from: Date;
  /** Those that start before this. */
  to?: Date | undefined;
  /** Free text, in any accents and case; the last word may be unfinished. */
  text?: string | undefined;
  kind?: ActionKind | undefined;
  topic?: string | undefined;
  limit: number;
  cursor?: string | undefined;
  /** The instant that availability is told for. */
  at: Date;
}

/**
 * The sessions of the catalogue by their date, without the cancelled ones, and without those that staff held before their
 * end came: nobody is to look for a place there.
 *
 * @throws DomainError `kit.cursor.invalid`
 */
export async function readCatalogue(
  { pool }: Database,
  filter: CatalogueFilter,
): Promise<{ items: CatalogueSession[]; next: string | null }> {
  const after = decodeTimeCursor(filter.cursor);
  const words = wordsOf(filter.text);
  const { rows } = await pool.query<Row>({
    name: 'catalogue',
    text: selectPage,
    values: [
      filter.from,
      filter.to ?? null,
      words.finished,
      words.last,
      filter.kind ?? null,
      filter.topic ?? null,
      after?.at ?? null,
      after?.id ?? null,
      filter.limit + 1,
      filter.at,
    ],
  });
  const items = rows.slice(0, filter.limit).map((row) => toSession(row, filter.at));
  const last = items.at(-1);
  const more = rows.length > filter.limit && last !== undefined;
  return { items, next: more ? encodeTimeCursor({ at: last.startsAt, id: last.id }) : null };
}

/** Words to look for, as the two parts of a search. */
export interface CatalogueWords {
  finished: string;
  last: string | null;
}

/** Every word must be there, the last one as a beginning: `crear coop` becomes `crear` and `coop:*`. */
export function wordsOf(text = ''): CatalogueWords {
  const words = (text.match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, 10);
  const last = words.pop();
  return { finished: words.join(' & '), last: last === undefined ? null : `${last}:*` };
}

function toSession({ confirmed, own, ofCourse, online, ...row }: Row, at: Date): CatalogueSession {
  const { capacity, waiting } = row;
  const facts = {
    id: row.id,
    status: row.status,
    startsAt: new Date(row.startsAt),
    endsAt: new Date(row.endsAt),
    enrolmentOpensAt: row.enrolmentOpensAt === null ? undefined : new Date(row.enrolmentOpensAt),
    enrolmentClosesAt: row.enrolmentClosesAt === null ? undefined : new Date(row.enrolmentClosesAt),
    waitingListEnabled: row.waitingListEnabled,
    forMinors: row.forMinors,
  };
  const left = (seats: Omit<PlacesLeft, 'placesLeft' | 'availability'> & { confirmed: number }): PlacesLeft => ({
    capacity: seats.capacity,
    placesLeft: freePlaces(seats),
    waiting: seats.waiting,
    availability: availabilityOf(facts, seats, at),
  });
  const all = { capacity, confirmed, waiting };
  const places = online === null ? null : { room: left(without(all, online)), online: left(online) };
  return {
    ...row,
    programme: publicProgramme(programmeOf(own, ofCourse ?? {})),
    places,
    placesLeft: freePlaces({ capacity, confirmed }),
    availability: places === null ? availabilityOf(facts, all, at) : betterOf(places),
  };
}

type Counted = Record<'capacity' | 'confirmed' | 'waiting', number>;

function without(all: Counted, part: Counted): Counted {
  return {
    capacity: all.capacity - part.capacity,
    confirmed: all.confirmed - part.confirmed,
    waiting: all.waiting - part.waiting,
  };
}

/** What somebody finds who would take either. */
function betterOf({ room, online }: Record<AttendancePlace, PlacesLeft>): Availability {
  return online.availability === 'open' ? 'open' : room.availability;
}
