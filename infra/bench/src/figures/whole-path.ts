import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';

import { createWorld, type World } from '@ateneu/local/faults/rig/world';

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
    'runs as processes of its own on this one machine, durable, all four services, with the load beside them.',
  metrics: [
    { name: 'p50', unit: 'ms' },
    { name: 'p99', unit: 'ms', goal: { kind: 'value', atMost: 1_000 } },
  ],
  prepare: async (bench) => {
    const world = await createWorld();
    return {
      ours: { name: 'enrol to SMTP', run: () => enrolMany(world, rate * (bench.scale.quick ? 3 : 10)) },
      beside: [],
      close: () => world.close(false),
    };
  },
};

async function enrolMany(world: World, count: number): Promise<Sample> {
  const urls = world.instances.filter(({ service }) => service === 'training').map(({ url }) => url);
  const sessions = await Promise.all(Array.from({ length: 20 }, () => openSession(urls[0] ?? '', world)));
  const begun = new Map<string, number>();
  const answers: Promise<void>[] = [];
  const since = performance.now();
  for (let index = 0; index < count; index += 1) {
    await delay(Math.max(0, since + (index * 1_000) / rate - performance.now()));
    const email = `${randomUUID()}@example.org`;
    begun.set(email, Date.now());
    const url = `${urls[index % urls.length]}/v1/sessions/${sessions[index % sessions.length]}/enrolments`;
    answers.push(enrol(url, email));
  }
  await Promise.all(answers);
  const arrived = new Map<string, number>();
  for (const until = Date.now() + 60_000; arrived.size < count; await delay(100)) {
    if (Date.now() > until) throw new Error(`${count - arrived.size} of ${count} e-mails did not come.`);
    for (const { to, receivedAt } of world.mailbox.find({})) {
      const [email = ''] = to;
      if (begun.has(email)) arrived.set(email, Date.parse(receivedAt));
    }
  }
  const times = [...begun].map(([email, from]) => (arrived.get(email) ?? 0) - from);
  return { p50: percentile(times, 50), p99: percentile(times, 99) };
}

async function enrol(url: string, email: string): Promise<void> {
  await post(
    url,
    { 'idempotency-key': randomUUID() },
    {
      name: 'Persona',
      email,
      language: 'ca',
      consents: { textVersion: '2026-01', data: true },
    },
  );
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
