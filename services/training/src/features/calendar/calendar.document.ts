import { type Language, localize, type LocalizedText } from '@ateneu/kernel';
import ical, { ICalCalendarMethod, type ICalEventData, ICalEventStatus, ICalEventTransparency } from 'ical-generator';

import type { SessionRow } from '../session/index.ts';

/** What a calendar tells of one session. */
export interface CalendarSession {
  id: string;
  status: Exclude<SessionRow['status'], 'draft'>;
  title: LocalizedText;
  summary: LocalizedText;
  startsAt: Date;
  endsAt: Date;
  mode: SessionRow['mode'];
  venue: string | null;
  cancellationReason: LocalizedText | null;
  sequence: number;
  changedAt: Date;
}

/** What a person's own calendar tells besides: the enrolment, which moves by itself too. */
export interface OwnCalendarSession extends CalendarSession {
  enrolmentId: string;
  enrolmentStatus: 'confirmed' | 'waiting' | 'offered' | 'attended' | 'absent' | 'cancelled';
  enrolmentVersion: number;
  enrolmentChangedAt: Date;
}

/** How a calendar is written. */
export interface CalendarOptions {
  language: Language;
  /** The page of a session, for whoever wants to know more. */
  sessionUrl: (sessionId: string) => string;
}

interface Words {
  name: string;
  ownName: string;
  online: string;
  waiting: string;
}

const words: Record<Language, Words> = {
  ca: {
    name: 'Formació de l’Ateneu Cooperatiu',
    ownName: 'Les meves sessions a l’Ateneu Cooperatiu',
    online: 'En línia',
    waiting: 'Sou a la llista d’espera d’aquesta sessió.',
  },
  es: {
    name: 'Formación del Ateneu Cooperatiu',
    ownName: 'Mis sesiones en el Ateneu Cooperatiu',
    online: 'En línea',
    waiting: 'Está en la lista de espera de esta sesión.',
  },
  en: {
    name: 'Training at the Ateneu Cooperatiu',
    ownName: 'My sessions at the Ateneu Cooperatiu',
    online: 'Online',
    waiting: 'You are on the waiting list of this session.',
  },
};

/** Part of every UID for good: it may not change with the address that the platform is reached at. */
const uidDomain = 'training.ateneulh.cat';

/** How long a subscriber may wait before asking again. */
const refreshSeconds = 60 * 60;

/**
 * The sessions as an iCalendar (RFC 5545). Times are in UTC, which every calendar turns into its own reader's, whatever
 * it knows of the clock changes here. The same sessions give the same text, so that nobody fetches it twice.
 */
export function sessionsCalendar(sessions: readonly CalendarSession[], options: CalendarOptions): string {
  const { name } = words[options.language];
  return write(
    name,
    options,
    sessions.map((session) => eventOf(session, options)),
  );
}

/** One person's sessions: those they wait for are tentative and leave the time free, those they left are cancelled. */
export function ownCalendar(sessions: readonly OwnCalendarSession[], options: CalendarOptions): string {
  const { ownName } = words[options.language];
  return write(
    ownName,
    options,
    sessions.map((session) => ownEventOf(session, options)),
  );
}

function write(name: string, { language }: CalendarOptions, events: ICalEventData[]): string {
  return ical({
    name,
    events,
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'Ateneu Cooperatiu de L’Hospitalet', product: 'training', language: language.toUpperCase() },
    ttl: refreshSeconds,
  }).toString();
}

function eventOf(
  session: CalendarSession,
  { language, sessionUrl }: CalendarOptions,
  notes: readonly string[] = [],
): ICalEventData {
  const text = (value: LocalizedText): string => localize(value, language).text;
  const { cancellationReason } = session;
  const reasons = cancellationReason === null ? [] : [text(cancellationReason)];
  return {
    id: `${session.id}@${uidDomain}`,
    sequence: session.sequence,
    stamp: session.changedAt,
    lastModified: session.changedAt,
    status: session.status === 'cancelled' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    start: session.startsAt,
    end: session.endsAt,
    summary: text(session.title),
    description: [...notes, ...reasons, text(session.summary)].join('\n\n'),
    location: session.venue ?? (session.mode === 'online' ? words[language].online : null),
    url: sessionUrl(session.id),
  };
}

function ownEventOf(session: OwnCalendarSession, options: CalendarOptions): ICalEventData {
  const { enrolmentStatus, enrolmentVersion, enrolmentChangedAt } = session;
  const waits = (enrolmentStatus === 'waiting' || enrolmentStatus === 'offered') && session.status !== 'cancelled';
  const event = eventOf(session, options, waits ? [words[options.language].waiting] : []);
  const changedAt = new Date(Math.max(session.changedAt.getTime(), enrolmentChangedAt.getTime()));
  return {
    ...event,
    id: `${session.enrolmentId}@${uidDomain}`,
    // Both only ever rise, so their sum rises with either.
    sequence: session.sequence + enrolmentVersion - 1,
    stamp: changedAt,
    lastModified: changedAt,
    ...(enrolmentStatus === 'cancelled' ? { status: ICalEventStatus.CANCELLED } : {}),
    ...(waits ? { status: ICalEventStatus.TENTATIVE, transparency: ICalEventTransparency.TRANSPARENT } : {}),
  };
}
