import { setTimeout as delay } from 'node:timers/promises';

import { signIn } from '@ateneu/local/issuer/sign-in';
import { createApi } from '@ateneu/local/scenario/api';
import type { Versioned } from '@ateneu/local/scenario/cast';
import type { Mail } from '@ateneu/local/scenario/mail';

import type { Call } from './traffic.ts';

/** People who read and write all the time. */
export interface People {
  readonly calls: readonly Call[];
  /** Waits until everybody who was answered has their e-mail, and counts who never got one or got it twice. */
  count(mail: Mail): Promise<{ told: number; missing: number; doubled: number }>;
}

const patienceMs = 60_000;

/** What a page says in the place of a part that its service did not answer for. */
const missingPart = 'class="notice notice-warning"';
const isWhole = (text: string): boolean => !text.includes(missingPart);

/**
 * Gathers them: visitors of the site and of the APIs, people who enrol (one way and the other), ask for accompaniment or
 * propose an initiative, and a technician at work.
 */
export async function createPeople(origin: string, issuer: string): Promise<People> {
  const { accessToken } = await signIn(issuer, 'tania');
  const session = await openSession(origin, accessToken);
  // The address in an e-mail leads to the page in the reader’s language.
  const { url: sessionPage } = await fetch(`${origin}/sessions/${session}`, { headers: { 'accept-language': 'ca' } });
  const staff = { authorization: `Bearer ${accessToken}` };
  const expected = new Set<string>();
  const writing = (
    path: string,
    kind: string,
    body: (name: string, email: string) => object | URLSearchParams,
  ): Call => {
    const emailOf = (number: number): string => `${kind}-${number}@example.org`;
    return {
      method: 'POST',
      path,
      body: (number) => body(`Persona ${number}`, emailOf(number)),
      acknowledged: (number) => expected.add(emailOf(number)),
    };
  };
  return {
    calls: [
      { method: 'GET', path: '/directory/v1/initiatives?q=cooperativa' },
      { method: 'GET', path: '/training/v1/sessions' },
      { method: 'GET', path: '/ca', isWhole },
      { method: 'GET', path: '/ca/directori', isWhole },
      { method: 'GET', path: '/accompaniment/v1/staff/intake-requests', headers: staff },
      { method: 'GET', path: '/notifications/v1/staff/deliveries', headers: staff },
      writing('/directory/v1/initiative-proposals', 'proposa', (name, email) => ({
        name: { ca: `Economat de ${name}` },
        summary: { ca: 'Botiga cooperativa.' },
        legalForm: 'cooperativa-consumidors',
        sectors: ['alimentacio'],
        proposer: { name, email, language: 'ca' },
      })),
      writing(`/training/v1/sessions/${session}/enrolments`, 'inscriu', (name, email) => ({
        name,
        email,
        language: 'ca',
        consents: { data: true, textVersion: '2026-01' },
      })),
      {
        ...writing(
          new URL(sessionPage).pathname,
          'clica',
          (name, email) => new URLSearchParams({ name, email, language: 'ca', 'consents.data': 'yes' }),
        ),
        // The site takes thirty forms a minute from one address.
        perSecond: 1 / 3,
      },
      writing('/accompaniment/v1/intake-requests', 'demana', (name, email) => ({
        modality: 'creation',
        project: { name: `Projecte de ${name}`, description: 'Una cooperativa de cures.' },
        person: { name, email, language: 'ca' },
        consent: { data: true, textVersion: '2026-01' },
      })),
    ],
    count: async (mail) => {
      let missing = [...expected];
      let doubled = 0;
      for (const until = Date.now() + patienceMs; missing.length > 0 && Date.now() < until; await delay(200)) {
        const still: string[] = [];
        for (const address of missing) {
          const { length } = await mail.allTo(address);
          if (length === 0) still.push(address);
          if (length > 1) doubled += 1;
        }
        missing = still;
      }
      return { told: expected.size, missing: missing.length, doubled };
    },
  };
}

/** A published session with places for everybody. */
async function openSession(origin: string, token: string): Promise<string> {
  const technician = createApi(origin, token);
  const startsAt = new Date(Date.now() + 14 * 24 * 3_600_000);
  const { body: draft } = await technician.done<Versioned>('/training/v1/staff/sessions', {
    title: { ca: 'Taller amb molta gent', es: 'Taller con mucha gente' },
    summary: { ca: 'Taller pràctic.', es: 'Taller práctico.' },
    startsAt: startsAt.toISOString(),
    endsAt: new Date(startsAt.getTime() + 2 * 3_600_000).toISOString(),
    mode: 'in-person',
    venue: 'Ateneu',
    capacity: 2_000,
  });
  await technician.done(`/training/v1/staff/sessions/${draft.id}/publish`, undefined, {
    'if-match': `"${draft.version}"`,
  });
  return draft.id;
}
