import { describe, expect, it } from 'vitest';

import type { CatalogueSession } from './catalogue.query.ts';
import { inMadrid, sessionJsonLd, sessionJsonLdSchema } from './session.json-ld.ts';

const session: CatalogueSession = {
  id: '0198c1d2-7a10-7c3e-9f00-000000000002',
  status: 'published',
  title: { ca: 'Com fer una cooperativa', es: 'Cómo hacer una cooperativa' },
  summary: { ca: 'De la idea als estatuts.' },
  startsAt: '2026-04-14T16:00:00.000Z',
  endsAt: '2026-04-14T18:00:00.000Z',
  mode: 'in-person',
  venue: 'Can Serra',
  enrolmentOpensAt: null,
  enrolmentClosesAt: null,
  waitingListEnabled: true,
  capacity: 20,
  placesLeft: 3,
  waiting: 0,
  availability: 'open',
  cancellationReason: null,
  previousStartsAt: null,
  course: null,
  programme: { kind: null, topics: [], audience: null, questions: [], certificate: null },
  forMinors: false,
  places: null,
};
const url = `https://ateneu.example/sessions/${session.id}`;

describe('a session as linked data', () => {
  it('is a schema.org event with the places left', () => {
    const event = sessionJsonLd(session, 'es', url);
    expect(sessionJsonLdSchema.parse(event)).toEqual({
      '@context': 'https://schema.org',
      '@type': 'Event',
      '@id': url,
      url,
      name: 'Cómo hacer una cooperativa',
      description: 'De la idea als estatuts.',
      inLanguage: 'es',
      startDate: '2026-04-14T18:00:00+02:00',
      endDate: '2026-04-14T20:00:00+02:00',
      eventStatus: 'https://schema.org/EventScheduled',
      eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
      location: [{ '@type': 'Place', name: 'Can Serra', address: 'Can Serra' }],
      organizer: { '@type': 'Organization', name: 'Ateneu Cooperatiu de L’Hospitalet de Llobregat' },
      maximumAttendeeCapacity: 20,
      remainingAttendeeCapacity: 3,
    });
  });

  it('says the language that its texts really are in', () => {
    expect(sessionJsonLd(session, 'en', url)).toMatchObject({ name: 'Com fer una cooperativa', inLanguage: 'ca' });
  });

  it('says how one attends, and where', () => {
    const online = sessionJsonLd({ ...session, mode: 'online', venue: null }, 'ca', url);
    expect(online.eventAttendanceMode).toBe('https://schema.org/OnlineEventAttendanceMode');
    expect(online.location).toEqual([{ '@type': 'VirtualLocation', url }]);
    const hybrid = sessionJsonLd({ ...session, mode: 'hybrid' }, 'ca', url);
    expect(hybrid.eventAttendanceMode).toBe('https://schema.org/MixedEventAttendanceMode');
    expect(hybrid.location.map((place) => place['@type'])).toEqual(['Place', 'VirtualLocation']);
  });

  it('of a session that moved says so, and from when', () => {
    expect(sessionJsonLd({ ...session, previousStartsAt: '2026-03-25T17:00:00.000Z' }, 'ca', url)).toMatchObject({
      eventStatus: 'https://schema.org/EventRescheduled',
      previousStartDate: '2026-03-25T18:00:00+01:00',
    });
  });

  it('of a cancelled session says so, and offers no place', () => {
    expect(sessionJsonLd({ ...session, status: 'cancelled' }, 'ca', url)).toMatchObject({
      eventStatus: 'https://schema.org/EventCancelled',
      remainingAttendeeCapacity: 0,
    });
  });

  it.each([
    ['2026-03-29T00:59:59.000Z', '2026-03-29T01:59:59+01:00'],
    ['2026-03-29T01:00:00.000Z', '2026-03-29T03:00:00+02:00'],
    ['2026-10-25T00:30:00.000Z', '2026-10-25T02:30:00+02:00'],
    ['2026-10-25T01:30:00.000Z', '2026-10-25T02:30:00+01:00'],
    ['2026-12-31T23:00:00.000Z', '2027-01-01T00:00:00+01:00'],
  ])('shows %s as the clocks here do: %s', (instant, expected) => {
    expect(inMadrid(instant)).toBe(expected);
    expect(Date.parse(expected)).toBe(Date.parse(instant));
  });
});
