import { hostileTexts } from '@ateneu/testing';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';

import { type CalendarSession, ownCalendar, type OwnCalendarSession, sessionsCalendar } from './calendar.document.ts';

const session: CalendarSession = {
  id: '0198c1d2-7a10-7c3e-9f00-000000000002',
  status: 'published',
  title: { ca: 'Com fer una cooperativa', es: 'Cómo hacer una cooperativa' },
  summary: { ca: 'De la idea als estatuts.' },
  startsAt: new Date('2026-04-14T16:00:00Z'),
  endsAt: new Date('2026-04-14T18:00:00Z'),
  mode: 'in-person',
  venue: 'Can Serra; carrer de l’Església, 1',
  cancellationReason: null,
  sequence: 0,
  changedAt: new Date('2026-03-02T09:00:00Z'),
};
const own: OwnCalendarSession = {
  ...session,
  enrolmentId: '0198c1d2-7a10-7c3e-9f00-000000000003',
  enrolmentStatus: 'confirmed',
  enrolmentVersion: 1,
  enrolmentChangedAt: new Date('2026-03-03T09:00:00Z'),
};
const options = { language: 'ca', sessionUrl: (id: string) => `https://ateneu.example/sessions/${id}` } as const;

function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  const events = calendar.getAllSubcomponents('vevent').map((component) => ({
    event: new ICAL.Event(component),
    get: (name: string) => String(component.getFirstPropertyValue(name)),
    instant: (name: string) => {
      const value = component.getFirstPropertyValue(name);
      if (!(value instanceof ICAL.Time)) throw new TypeError(`${name} is no time.`);
      return value.toJSDate().toISOString();
    },
  }));
  return { calendar, events, first: events[0] as (typeof events)[number] };
}

describe('a calendar of sessions', () => {
  it('is read by a parser of others with all that it says', () => {
    const { calendar, first } = read(sessionsCalendar([session], options));
    expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH');
    expect(first.event).toMatchObject({
      uid: '0198c1d2-7a10-7c3e-9f00-000000000002@training.ateneulh.cat',
      summary: 'Com fer una cooperativa',
      description: 'De la idea als estatuts.',
      location: 'Can Serra; carrer de l’Església, 1',
      sequence: 0,
    });
    expect(first.get('status')).toBe('CONFIRMED');
    expect(first.get('url')).toBe(`https://ateneu.example/sessions/${session.id}`);
    expect(first.instant('last-modified')).toBe('2026-03-02T09:00:00.000Z');
  });

  it('of nothing is a calendar too', () => {
    expect(read(sessionsCalendar([], options)).events).toEqual([]);
  });

  it.each([
    ['the last winter day before the clocks go forward', '2026-03-28T17:00:00.000Z', '2026-03-28T19:00:00.000Z'],
    ['the hour that the clocks go forward in', '2026-03-29T00:30:00.000Z', '2026-03-29T01:30:00.000Z'],
    ['the first summer day', '2026-03-29T16:00:00.000Z', '2026-03-29T18:00:00.000Z'],
    ['the hour that the clocks show twice, across both', '2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z'],
    ['the first winter day', '2026-10-25T17:00:00.000Z', '2026-10-25T19:00:00.000Z'],
  ])('has the right instants on %s', (_when, startsAt, endsAt) => {
    const text = sessionsCalendar([{ ...session, startsAt: new Date(startsAt), endsAt: new Date(endsAt) }], options);
    const { first } = read(text);
    expect([first.instant('dtstart'), first.instant('dtend')]).toEqual([startsAt, endsAt]);
    // In UTC itself: a reader needs to know nothing of the clock changes here.
    expect(text).toMatch(/^DTSTART:\d{8}T\d{6}Z\r$/m);
    expect(first.event.startDate.zone).toBe(ICAL.Timezone.utcTimezone);
  });

  it('says of a cancelled session that it is, and why', () => {
    const off = { ...session, status: 'cancelled', cancellationReason: { ca: 'Pluja.' }, sequence: 1 } as const;
    const { first } = read(sessionsCalendar([off], options));
    expect(first.get('status')).toBe('CANCELLED');
    expect(first.event).toMatchObject({ sequence: 1, description: 'Pluja.\n\nDe la idea als estatuts.' });
  });

  it('speaks the reader’s language where the session does, and says when it is online', () => {
    const { first } = read(
      sessionsCalendar([{ ...session, mode: 'online', venue: null }], { ...options, language: 'es' }),
    );
    expect(first.event).toMatchObject({
      summary: 'Cómo hacer una cooperativa',
      description: 'De la idea als estatuts.',
      location: 'En línea',
    });
  });

  it('is the same text for the same sessions, so that nobody fetches it twice', () => {
    expect(sessionsCalendar([session], options)).toBe(sessionsCalendar([{ ...session }], options));
  });

  it('keeps to lines of 75 bytes, whatever they hold', () => {
    const title = { ca: 'Ençà i enllà de la col·laboració: 🏘️ '.repeat(10) };
    const text = sessionsCalendar([{ ...session, title }], options);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(read(text).first.event.summary).toBe(title.ca);
  });

  it.each(hostileTexts.filter((text) => text.isWellFormed()))('cannot be made to say more by a text: %#', (text) => {
    const forged = `${text}\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:x`;
    const { events } = read(sessionsCalendar([{ ...session, title: { ca: forged }, venue: forged }], options));
    expect(events).toHaveLength(1);
    expect(events[0]?.event.uid).toContain(session.id);
  });
});

describe('a person’s calendar', () => {
  it('has what they wait for as tentative and leaves the time free', () => {
    const { first } = read(ownCalendar([{ ...own, enrolmentStatus: 'waiting' }], options));
    expect([first.get('status'), first.get('transp')]).toEqual(['TENTATIVE', 'TRANSPARENT']);
    expect(first.event.description).toContain('llista d’espera');
  });

  it('rises in sequence with the session and with the enrolment, and keeps what ended as cancelled', () => {
    const seen = [
      own,
      { ...own, enrolmentStatus: 'confirmed', enrolmentVersion: 2 } as const,
      { ...own, enrolmentVersion: 2, sequence: 1, changedAt: new Date('2026-03-05T09:00:00Z') },
      { ...own, enrolmentStatus: 'cancelled', enrolmentVersion: 3, sequence: 1 } as const,
    ].map((each) => read(ownCalendar([each], options)).first);
    expect(seen.map(({ event }) => event.sequence)).toEqual([0, 1, 2, 3]);
    expect(new Set(seen.map(({ event }) => event.uid)).size).toBe(1);
    expect(seen.map((each) => each.get('status'))).toEqual(['CONFIRMED', 'CONFIRMED', 'CONFIRMED', 'CANCELLED']);
    expect(seen[2]?.instant('last-modified')).toBe('2026-03-05T09:00:00.000Z');
  });
});
