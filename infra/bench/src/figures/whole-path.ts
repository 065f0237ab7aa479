import { randomUUID } from 'node:crypto';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import { createWorld, type World } from '@ateneu/local/faults/rig/world';
import { Pool } from 'undici';

import type { Figure, Sample } from '../figure.ts';
import { percentile } from '../statistics.ts';

const rate = 100;

/** From a person's request to the confirmation in the hands of the mail server. */
export const wholePath: Figure = {
  name: 'whole-path',
  title: 'Enrolment to e-mail accepted, 100/s',
  description:
    'A hundred people a second enrol in sessions over HTTP; measured is from the beginning of each request until the mail ' +
    'server has its confirmation on disk: training (two processes), outbox, relay, broker, notifications, SMTP. Everything ' +
    'runs as processes of its own on this one machine, durable, all four services, with the load and a mail server beside ' +
    'them that writes each message to a file and syncs it; half a thousand enrolments before, so that code is compiled.',
  metrics: [
    { name: 'p50', unit: 'ms' },
    { name: 'p99', unit: 'ms', goal: { kind: 'value', atMost: 1_000 } },
  ],
  prepare: async (bench) => {
    const mail = await openSink();
    const world = await createWorld(undefined, mail);
    const urls = world.instances.filter(({ service }) => service === 'training').map(({ url }) => url);
    const pools = urls.map((url) => new Pool(url, { connections: 50 }));
    const enrolments = (count: number): Promise<Sample> => enrolMany(world, { mail, pools, count });
    if (!bench.scale.quick) await enrolments(500);
    return {
      ours: { name: 'enrol to SMTP', run: () => enrolments(rate * (bench.scale.quick ? 3 : 10)) },
      beside: [],
      close: async () => {
        await Promise.all(pools.map((pool) => pool.close()));
        await world.close(false);
        await mail.remove();
      },
    };
  },
};

/** Where mail ends: when each recipient's message was on disk. */
async function openSink() {
  const folder = await mkdtemp(join(tmpdir(), 'ateneu-bench-mail-'));
  const arrived = new Map<string, number>();
  return {
    arrived,
    keep: async (source: Buffer, { to }: { to: readonly string[] }) => {
      const id = randomUUID();
      const file = await open(join(folder, id), 'wx');
      await file.writeFile(source);
      await file.datasync();
      await file.close();
      for (const address of to) arrived.set(address, Date.now());
      return { id };
    },
    remove: () => rm(folder, { recursive: true }),
  };
}

async function enrolMany(
  world: World,
  given: { mail: Awaited<ReturnType<typeof openSink>>; pools: readonly Pool[]; count: number },
): Promise<Sample> {
  const { mail, pools, count } = given;
  const [first] = world.instances.filter(({ service }) => service === 'training');
  const sessions = await Promise.all(Array.from({ length: 20 }, () => openSession(first?.url ?? '', world)));
  const begun = new Map<string, number>();
  const answers: Promise<void>[] = [];
  const since = performance.now();
  for (let index = 0; index < count; index += 1) {
    await delay(Math.max(0, since + (index * 1_000) / rate - performance.now()));
    const email = `${randomUUID()}@example.org`;
    begun.set(email, Date.now());
    const pool = pools[index % pools.length];
    if (pool !== undefined) answers.push(enrol(pool, sessions[index % sessions.length] ?? '', email));
  }
  await Promise.all(answers);
  const missing = (): string[] => [...begun.keys()].filter((email) => !mail.arrived.has(email));
  for (const until = Date.now() + 60_000; missing().length > 0; await delay(100)) {
    if (Date.now() > until) throw new Error(`${missing().length} of ${count} e-mails did not come.`);
  }
  const times = [...begun].map(([email, from]) => (mail.arrived.get(email) ?? 0) - from);
  mail.arrived.clear();
  return { p50: percentile(times, 50), p99: percentile(times, 99) };
}

async function enrol(pool: Pool, session: string, email: string): Promise<void> {
  const answer = await pool.request({
    method: 'POST',
    path: `/v1/sessions/${session}/enrolments`,
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: JSON.stringify({
      name: 'Persona',
      email,
      language: 'ca',
      consents: { textVersion: '2026-01', data: true },
    }),
  });
  const text = await answer.body.text();
  if (answer.statusCode !== 201) throw new Error(`An enrolment was answered ${answer.statusCode}: ${text}`);
}

async function openSession(url: string, { staff }: World): Promise<string> {
  const authorization = `Bearer ${staff.technician}`;
  const startsAt = new Date(Date.now() + 14 * 86_400_000);
  const { id } = await post(
    `${url}/v1/staff/sessions`,
    { authorization, 'idempotency-key': randomUUID() },
    {
      title: { ca: 'Taller de mesura', es: 'Taller de medida' },
      summary: { ca: 'Taller pràctic.', es: 'Taller práctico.' },
      startsAt: startsAt.toISOString(),
      endsAt: new Date(startsAt.getTime() + 7_200_000).toISOString(),
      mode: 'in-person',
      venue: 'Can Serra',
      capacity: 10_000,
    },
  );
  await post(`${url}/v1/staff/sessions/${String(id)}/publish`, { authorization, 'if-match': '"1"' });
  return String(id);
}

async function post(url: string, headers: Record<string, string>, body?: object): Promise<Record<string, unknown>> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const answer = (await response.json()) as Record<string, unknown>;
  if (!response.ok)
    throw new Error(`${new URL(url).pathname} was answered ${response.status}: ${JSON.stringify(answer)}`);
  return answer;
}
