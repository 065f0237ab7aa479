import { randomBytes } from 'node:crypto';
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

/** How often each kind of writing is sent; the mail catcher keeps the last thousand messages. */
export interface Pace {
  readonly enrolments: number;
  /** What services limit by address, and everybody has one here. */
  readonly proposals: number;
  readonly intakeRequests: number;
}

/** For services that were told not to limit. */
const unlimited: Pace = { enrolments: 1, proposals: 1, intakeRequests: 1 };
const patienceMs = 60_000;

/** What a page says in the place of a part that its service did not answer for. */
const missingPart = 'class="notice notice-warning"';
const isWhole = (text: string): boolean => !text.includes(missingPart);

/**
 * Gathers them: visitors of the site and of the APIs, people who enrol (one way and the other), ask for accompaniment or
 * propose an initiative, and a technician at work.
 */
export async function createPeople(origin: string, issuer: string, pace: Pace = unlimited): Promise<People> {
  const { accessToken } = await signIn(issuer, 'tania');
  const session = await openSession(origin, accessToken);
  // The address in an e-mail leads to the page in the reader’s language.
  const { url: sessionPage } = await fetch(`${origin}/sessions/${session}`, { headers: { 'accept-language': 'ca' } });
  const staff = { authorization: `Bearer ${accessToken}` };
  const expected = new Set<string>();
  const run = randomBytes(4).toString('hex');
  const writing = (
    path: string,
    kind: string,
    perSecond: number,
    body: (name: string, email: string) => object | URLSearchParams,
  ): Call => {
    const emailOf = (number: number): string => `${kind}-${run}-${number}@example.org`;
    return {
      method: 'POST',
      path,
      perSecond,
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
      writing('/directory/v1/initiative-proposals', 'proposa', pace.proposals, (name, email) => ({
        name: { ca: `Economat de ${name}` },
        summary: { ca: 'Botiga cooperativa.' },
        legalForm: 'cooperativa-consumidors',
        sectors: ['alimentacio'],
        proposer: { name, email, language: 'ca' },
      })),
      writing(`/training/v1/sessions/${session}/enrolments`, 'inscriu', pace.enrolments, (name, email) => ({
        name,
        email,
        language: 'ca',
        consents: { data: true, textVersion: '2026-01' },
      })),
      // The site takes thirty forms a minute from one address.
      writing(
        new URL(sessionPage).pathname,
        'clica',
        1 / 3,
        (name, email) => new URLSearchParams({ name, email, language: 'ca', 'consents.data': 'yes' }),
      ),
      writing('/accompaniment/v1/intake-requests', 'demana', pace.intakeRequests, (name, email) => ({
        modality: 'creation',
        project: { name: `Projecte de ${name}`, description: 'Una cooperativa de cures.' },
        person: { name, email, language: 'ca' },
        consent: { data: true, textVersion: '2026-01' },
      })),
    ],
    count: async (mail) => {
      const letters = async (address: string): Promise<number> => (await mail.allTo(address)).length;
      let missing = [...expected];
      for (const until = Date.now() + patienceMs; missing.length > 0 && Date.now() < until; await delay(200)) {
        const still: string[] = [];
        for (const address of missing) if ((await letters(address)) === 0) still.push(address);
        missing = still;
      }
      // Once everybody has the first, a second of somebody’s has had the time to come.
      let doubled = 0;
      for (const address of expected) if ((await letters(address)) > 1) doubled += 1;
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
