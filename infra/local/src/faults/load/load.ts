import { setTimeout as delay } from 'node:timers/promises';

import type { PartnerCredentials } from '../../scenario/partner.ts';
import type { History } from '../history.ts';
import { createRandom } from '../random.ts';
import type { World } from '../rig/world.ts';
import type { Actor } from './actor.ts';
import { createClient } from './client.ts';
import { type PartnerProgram, startPartner } from './partner.ts';
import { answerReferral, proposeAndPublish, refer } from './referrals.ts';
import { cancelByLink, cancelByStaff, enrol, openSession, rush } from './workshops.ts';

/** Clients at work. */
export interface Load {
  readonly partner: PartnerProgram;
  /** Begins nothing more, and resolves when every client has its answer or has given up. */
  finish(): Promise<void>;
}

const weights = {
  'open session': 4,
  enrol: 46,
  rush: 2,
  'cancel by staff': 9,
  'cancel by link': 9,
  refer: 14,
  'answer a referral': 12,
  propose: 3,
} as const;

/** More than this many operations at once would only pile up behind a server that is away. */
const inFlightLimit = 40;

/** Onboards a partner, starts its program, and from then on begins operations at random moments, `rate` a second. */
export async function startLoad(world: World, history: History, seed: number, rate: number): Promise<Load> {
  const random = createRandom(seed);
  const urlsOf = (service: string): string[] =>
    world.instances.filter((instance) => instance.service === service).map((instance) => instance.url);
  const client = createClient(urlsOf, history, createRandom(seed + 1));
  const staff = { authorization: `Bearer ${world.staff.technician}` };
  const actor: Actor = { client, history, random, staff };
  const credentials = await onboard(world, actor);
  const partner = await startPartner(credentials);
  await openSession(actor);

  const actions: Record<keyof typeof weights, () => Promise<void>> = {
    'open session': () => openSession(actor),
    enrol: () => enrol(actor),
    rush: () => rush(actor),
    'cancel by staff': () => cancelByStaff(actor),
    'cancel by link': () => cancelByLink(actor, world.mailbox),
    refer: () => refer(actor, credentials.apiKey),
    'answer a referral': () => answerReferral(actor),
    propose: () => proposeAndPublish(actor),
  };
  const running = new Set<Promise<void>>();
  const finished = new AbortController();
  const pace = (async () => {
    while (!finished.signal.aborted) {
      // Arrivals that know nothing of each other.
      await delay((-Math.log(1 - random.next()) * 1_000) / rate);
      if (running.size >= inFlightLimit) continue;
      const work = actions[random.weighted(weights)]().finally(() => running.delete(work));
      running.add(work);
    }
  })();
  return {
    partner,
    finish: async () => {
      finished.abort();
      await pace;
      await Promise.all(running);
    },
  };
}

async function onboard(world: World, { client }: Actor): Promise<PartnerCredentials> {
  const headers = { authorization: `Bearer ${world.staff.coordinator}` };
  const request = { service: 'accompaniment', headers, quiet: true } as const;
  const { body: partner } = await client({
    ...request,
    kind: 'onboard partner',
    path: '/v1/staff/partners',
    body: { name: 'Entitat col·laboradora', contactEmail: 'derivacions@example.org' },
  });
  const { body, outcome } = await client({
    ...request,
    kind: 'issue credentials',
    path: `/v1/staff/partners/${String(partner['id'])}/credentials`,
  });
  if (outcome !== 'acknowledged') throw new Error(`The partner got no credentials: ${JSON.stringify(body)}`);
  return body as unknown as PartnerCredentials;
}
