import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import {
  accompanimentTransitions,
  type AccompanimentStatus,
  allowsStep,
} from '../src/features/accompaniment/accompaniment-transitions.ts';
import {
  allowsIntakeStep,
  intakeArrowOf,
  type IntakeStatus,
  type IntakeTransition,
  intakeTransitionNames,
} from '../src/features/intake/intake-transitions.ts';
import {
  allows,
  arrowOf,
  type ReferralStatus,
  type Transition,
  transitionNames,
} from '../src/features/referral/referral-transitions.ts';
import { aReferral, type Harness, type OnboardedPartner, startHarness } from './harness.ts';
import { day, intakeDesk } from './intake-desk.ts';

let harness: Harness;
let partner: OnboardedPartner;
let other: OnboardedPartner;

beforeAll(async () => {
  harness = await startHarness();
  [partner, other] = [await harness.onboard('Coop57'), await harness.onboard('Una altra')];
});
afterAll(() => harness.stop());

const runs = { numRuns: 12, endOnFailure: true };
const staff = (method: 'GET' | 'POST' | 'PUT', path: string, more: { body?: object; etag?: string } = {}) =>
  harness.ask(method, `/v1/staff/${path}`, {
    token: harness.tokens.coordinator,
    body: more.body,
    ...(more.etag === undefined ? {} : { headers: { 'if-match': more.etag } }),
  });

/** What was kept of each step, and how many events the platform was told of for it. */
async function historyOf(table: string, column: string, id: string): Promise<string[]> {
  const { rows } = await harness.database.pool.query<{ event: string; sequence: number }>(
    `select event, sequence from ${table} where ${column} = $1 order by sequence`,
    [id],
  );
  expect(rows.map(({ sequence }) => sequence)).toEqual(rows.map((_, index) => index + 1));
  return rows.map(({ event }) => event);
}
const toldOf = async (aggregate: string, id: string): Promise<string[]> => {
  const { rows } = await harness.database.pool.query<{ event: string }>(
    `select split_part(type, '.', 5) as event from outbox where aggregate_id = $1
       and type like 'cat.ateneulh.accompaniment.${aggregate}.%' order by id`,
    [id],
  );
  return rows.map(({ event }) => event);
};

type Act = (id: string) => Promise<unknown>;

describe('a referral, asked for anything over every interface', () => {
  const linkOf = async (id: string): Promise<string | undefined> => {
    const { rows } = await harness.database.pool.query<{ payload: string }>(
      `select payload from outbox where aggregate_id = $1 and payload like '%answerUrl%' order by id desc limit 1`,
      [id],
    );
    const url = /"answerUrl":"([^"]+)"/.exec(rows[0]?.payload ?? '')?.[1];
    return url === undefined ? undefined : new URL(url).pathname.replace('/accompaniment', '');
  };
  const bodies: Record<string, object> = {
    decline: { reasonCode: 'no-capacity' },
    close: { outcome: 'none' },
    reroute: {},
  };
  const asStaff =
    (step: string): Act =>
    async (id) => {
      const { etag } = await staff('GET', `referrals/${id}`);
      const body = step === 'reroute' ? { partnerId: other.id } : bodies[step];
      return staff('POST', `referrals/${id}/${step}`, { etag, ...(body === undefined ? {} : { body }) });
    };
  const asPartner =
    (step: string): Act =>
    (id) =>
      harness.ask(step === '' ? 'GET' : 'POST', `/v1/partner/referrals/${id}/${step}`.replace(/\/$/, ''), {
        token: partner.apiKey,
        body: bodies[step],
      });
  const byLink =
    (step: string): Act =>
    async (id) => {
      const path = await linkOf(id);
      if (path === undefined) return;
      await harness.raw({ method: 'POST', url: `${path}/${step}`, payload: bodies[step] ?? {} });
    };
  const time: Act = async () => {
    harness.clock.advance(11 * day);
    await harness.sweep();
  };
  const acts: Record<string, Act> = {
    ...Object.fromEntries(
      ['send', 'accept', 'decline', 'reroute', 'close', 'withdraw', 'withdraw-consent'].map((step) => [
        `staff ${step}`,
        asStaff(step),
      ]),
    ),
    ...Object.fromEntries(
      ['', 'accept', 'decline', 'start', 'close', 'withdraw', 'withdraw-consent'].map((step) => [
        `partner ${step}`,
        asPartner(step),
      ]),
    ),
    ...Object.fromEntries(
      ['open', 'accept', 'decline', 'start', 'close', 'withdraw-consent'].map((step) => [`link ${step}`, byLink(step)]),
    ),
    time,
  };

  it.each(['inbound', 'outbound'] as const)(
    'takes only the steps of its table, each told once, and its history replays to it: %s',
    async (direction) => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.constantFrom(...Object.keys(acts)), { minLength: 3, maxLength: 9 }),
          async (asked) => {
            const body = { ...aReferral, consent: { ...aReferral.consent, scope: 'referral-and-rerouting' } };
            const made =
              direction === 'inbound'
                ? await harness.ask('POST', '/v1/partner/referrals', { token: partner.apiKey, body })
                : await staff('POST', 'referrals', { body: { ...body, partnerId: partner.id } });
            const id = String(made.body.id);
            for (const name of asked) await acts[name]?.(id);
            const steps = (await historyOf('referral_history', 'referral_id', id)).filter(
              (event): event is Transition => (transitionNames as readonly string[]).includes(event),
            );
            let status: ReferralStatus | 'none' = 'none';
            for (const step of steps) {
              expect(allows(status, step), `${step} from ${status} after ${asked.join(', ')}`).toBe(true);
              status = arrowOf(step).to;
            }
            const read = (await staff('GET', `referrals/${id}`)).body;
            expect(read.status).toBe(status);
            const told = (await toldOf('referral', id)).filter((event) => event !== 'reminder-due');
            expect(told).toEqual(steps.filter((step) => step !== 'drafted'));
          },
        ),
        runs,
      );
    },
    60_000,
  );
});

describe('an accompaniment, asked for anything', () => {
  const bodies: Record<string, object> = {
    complete: { outcome: { kind: 'none', why: 'x' } },
    abandon: { reasonCode: 'other' },
    reopen: { reason: 'x' },
    'correct-outcome': { outcome: { kind: 'none', why: 'y' }, why: 'x' },
    assign: { technician: { id: 'jordi', name: 'Jordi' } },
  };
  const names = ['start', 'pause', 'resume', ...Object.keys(bodies), 'phases/idea/complete', 'phases/idea/reopen'];

  it('takes only the steps of its table, each told once, and its history replays to it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...names), { minLength: 3, maxLength: 10 }), async (asked) => {
        const project = { name: 'Projecte', description: 'x' };
        const opened = await staff('POST', 'accompaniments', { body: { project, modality: 'creation' } });
        const id = String(opened.body.id);
        for (const name of asked) {
          const { etag } = await staff('GET', `accompaniments/${id}`);
          const body = bodies[name];
          await staff('POST', `accompaniments/${id}/${name}`, { etag, ...(body === undefined ? {} : { body }) });
        }
        let status: AccompanimentStatus | 'none' = 'none';
        const history = await historyOf('accompaniment_history', 'accompaniment_id', id);
        for (const event of history) {
          if (!(event in accompanimentTransitions)) continue;
          const step = event as keyof typeof accompanimentTransitions;
          expect(allowsStep(status, step), `${step} from ${status}`).toBe(true);
          status = accompanimentTransitions[step].to;
        }
        expect((await staff('GET', `accompaniments/${id}`)).body.status).toBe(status);
        // A corrected outcome is the end told anew; what only staff need to know is told to nobody.
        const told = history
          .filter((event) => !['planned', 'phase-reopened'].includes(event))
          .map((event) => (event === 'outcome-corrected' ? 'completed' : event));
        expect(await toldOf('accompaniment', id)).toEqual(told);
      }),
      runs,
    );
  }, 60_000);
});

describe('an intake request, asked for anything', () => {
  it('takes only the steps of its table, each told once, and its history replays to it', async () => {
    const desk = intakeDesk(harness);
    const bodies = (): Record<string, object | undefined> => ({
      'set-meeting': desk.meeting(),
      accept: { modality: 'creation' },
      decline: { reasonCode: 'other' },
      refer: { partnerId: partner.id, modality: 'creation' },
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('acknowledge', 'set-meeting', 'accept', 'decline', 'refer'), {
          minLength: 2,
          maxLength: 7,
        }),
        async (asked) => {
          const id = await desk.confirmed();
          for (const name of asked) {
            const { etag } = await desk.staff('GET', `/${id}`);
            const body = bodies()[name];
            await desk.staff('POST', `/${id}/${name}`, { etag, ...(body === undefined ? {} : { body }) });
          }
          let status: IntakeStatus | 'none' = 'none';
          const history = await historyOf('intake_history', 'intake_id', id);
          expect(await toldOf('intake', id)).toEqual(history);
          for (const event of history) {
            if (!(intakeTransitionNames as readonly string[]).includes(event)) continue;
            const step = event as IntakeTransition;
            expect(allowsIntakeStep(status, step), `${step} from ${status}`).toBe(true);
            status = intakeArrowOf(step).to;
          }
          expect((await desk.staff('GET', `/${id}`)).body.status).toBe(status);
        },
      ),
      runs,
    );
  }, 60_000);
});
