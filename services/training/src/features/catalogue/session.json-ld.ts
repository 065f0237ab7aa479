import { type Language, localize } from '@ateneu/kernel';
import { z } from 'zod';

import type { CatalogueSession } from './catalogue.query.ts';

const organizer = { '@type': 'Organization', name: 'Ateneu Cooperatiu de L’Hospitalet de Llobregat' } as const;

const placeSchema = z.object({
  '@type': z.enum(['Place', 'VirtualLocation']),
  name: z.string().optional(),
  address: z.string().optional(),
  url: z.url().optional(),
});

/** A session in the words of schema.org, as search engines and event listings read it. */
export const sessionJsonLdSchema = z.object({
  '@context': z.literal('https://schema.org'),
  '@type': z.literal('Event'),
  '@id': z.url(),
  url: z.url(),
  name: z.string(),
  description: z.string(),
  inLanguage: z.string().describe('The language of the texts.'),
  startDate: z.string().describe('With the offset of L’Hospitalet.'),
  endDate: z.string(),
  previousStartDate: z.string().optional().describe('When it was to start before it moved.'),
  eventStatus: z.string(),
  eventAttendanceMode: z.string(),
  location: z.array(placeSchema),
  organizer: z.object({ '@type': z.literal('Organization'), name: z.string() }),
  maximumAttendeeCapacity: z.int(),
  remainingAttendeeCapacity: z.int().describe('Places that nobody has yet.'),
  maximumPhysicalAttendeeCapacity: z.int().optional().describe('In the room, where places are counted apart.'),
  maximumVirtualAttendeeCapacity: z.int().optional().describe('Online, where places are counted apart.'),
});

export type SessionJsonLd = z.output<typeof sessionJsonLdSchema>;

const attendanceModes = {
  'in-person': 'https://schema.org/OfflineEventAttendanceMode',
  online: 'https://schema.org/OnlineEventAttendanceMode',
  hybrid: 'https://schema.org/MixedEventAttendanceMode',
} as const;

/** The session as a schema.org `Event`, in one language; its texts are in Catalan where there are no others. */
export function sessionJsonLd(session: CatalogueSession, language: Language, url: string): SessionJsonLd {
  const name = localize(session.title, language);
  return {
    '@context': 'https://schema.org',
    '@type': 'Event',
    '@id': url,
    url,
    name: name.text,
    description: localize(session.summary, language).text,
    inLanguage: name.language,
    startDate: inMadrid(session.startsAt),
    endDate: inMadrid(session.endsAt),
    ...(session.previousStartsAt === null ? {} : { previousStartDate: inMadrid(session.previousStartsAt) }),
    eventStatus: `https://schema.org/${statusOf(session)}`,
    eventAttendanceMode: attendanceModes[session.mode],
    location: locationsOf(session, url),
    organizer,
    maximumAttendeeCapacity: session.capacity,
    remainingAttendeeCapacity: session.status === 'cancelled' ? 0 : session.placesLeft,
    ...(session.places === null
      ? {}
      : {
          maximumPhysicalAttendeeCapacity: session.places.room.capacity,
          maximumVirtualAttendeeCapacity: session.places.online.capacity,
        }),
  };
}

function statusOf({ status, previousStartsAt }: CatalogueSession): string {
  if (status === 'cancelled') return 'EventCancelled';
  return previousStartsAt === null ? 'EventScheduled' : 'EventRescheduled';
}

function locationsOf({ mode, venue }: CatalogueSession, url: string): SessionJsonLd['location'] {
  const place = { '@type': 'Place', name: venue ?? undefined, address: venue ?? undefined } as const;
  return [
    ...(mode === 'online' || venue === null ? [] : [place]),
    // Where the video is stays with those enrolled; from the session's own page one gets there.
    ...(mode === 'in-person' ? [] : [{ '@type': 'VirtualLocation', url } as const]),
  ];
}

const madrid = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Madrid',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
  timeZoneName: 'longOffset',
});

/** An instant as the clocks of L'Hospitalet show it, with their offset: `2026-04-14T18:00:00+02:00`. */
export function inMadrid(instant: string): string {
  const parts = new Map(madrid.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? '';
  const offset = part('timeZoneName').replace('GMT', '');
  const time = `${part('hour')}:${part('minute')}:${part('second')}`;
  return `${part('year')}-${part('month')}-${part('day')}T${time}${offset}`;
}
