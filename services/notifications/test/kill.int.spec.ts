import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import { createEvent, enrolmentConfirmed } from '@ateneu/events';
import { newId } from '@ateneu/kernel';
import {
  createTestBroker,
  createTestDatabase,
  createTestIssuer,
  type TestBroker,
  type TestDatabase,
  type TestIssuer,
} from '@ateneu/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { entities, migrations } from '../src/persistence/index.ts';
import { type SmtpInbox, startSmtpInbox } from './smtp-inbox.ts';

const measuring = process.env['ATENEU_MEASURE'] === '1';
const people = measuring ? 10_000 : 100;
const kills = measuring ? 50 : 3;

let inbox: SmtpInbox;
let database: TestDatabase;
let broker: TestBroker;
let issuer: TestIssuer;
beforeAll(async () => {
  [inbox, database, broker, issuer] = await Promise.all([
    startSmtpInbox(),
    createTestDatabase({ entities, migrations }),
    createTestBroker(),
    createTestIssuer(),
  ]);
});
afterAll(async () => {
  await Promise.all([inbox.stop(), broker.close(), database.drop(), issuer.close()]);
});

/** The service as a process of its own, once it listens. */
async function run(): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['src/main.ts'], {
    cwd: join(import.meta.dirname, '..'),
    env: {
      PATH: process.env['PATH'],
      PORT: '0',
      DATABASE_URL: database.url,
      NATS_URL: broker.url,
      NATS_CREDS: await broker.credentials('notifications'),
      OIDC_ISSUER: issuer.issuer,
      OIDC_JWKS_URL: issuer.jwksUrl,
      PUBLIC_URL: 'http://localhost:4000',
      SMTP_URL: inbox.url,
      MAIL_FROM: 'Ateneu Cooperatiu <hola@ateneu.example>',
      MAIL_HEARTBEAT_SECONDS: '10',
      MAIL_RETRY_DELAY_SECONDS: '1',
      MAIL_RETRY_MAX_DELAY_SECONDS: '1',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise<void>((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      // It may come in pieces.
      said = (said + chunk.toString()).slice(-10_000);
      if (said.includes('listens at')) resolve();
    });
    child.once('exit', (code) => reject(new Error(`It ended with ${code} instead of listening.`)));
  });
  child.removeAllListeners('exit');
  return child;
}

async function kill(child: ChildProcess, signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
}

const settled = `status in ('sent', 'possibly-sent', 'failed', 'suppressed')`;
const count = async (where: string): Promise<number> =>
  Number((await database.pool.query<{ n: string }>(`select count(*) as n from delivery where ${where}`)).rows[0]?.n);

describe('a process that is killed again and again', { timeout: 1_200_000 }, () => {
  it('says everything to everybody once: what may be missing or doubled is named, and nothing else is', async () => {
    const address = (index: number): string => `persona${index}@example.org`;
    const publishing = (async () => {
      for (let index = 0; index < people; index += 1) {
        const { personal, ...rest } = enrolmentConfirmed.dataSchema.parse(enrolmentConfirmed.example);
        const event = createEvent(enrolmentConfirmed, {
          aggregateId: newId(),
          sequence: 1,
          time: new Date(),
          correlationId: newId(),
          data: { ...rest, personal: { ...personal, email: address(index) } },
        });
        await broker.admin.jetstream.publish(enrolmentConfirmed.subject, JSON.stringify(event));
        // Spread over the kills, so that each meets messages in every stage.
        if (index % Math.ceil(people / kills / 4) === 0) await delay(measuring ? 400 : 200);
      }
    })();
    let process_ = await run();
    for (let time = 0; time < kills; time += 1) {
      await delay(50 + Math.random() * 2_000);
      await kill(process_);
      process_ = await run();
    }
    await publishing;
    await expect.poll(() => count(settled), { timeout: 900_000, interval: 500 }).toBe(people);
    await kill(process_, 'SIGTERM');

    const arrived = new Map<string, number>();
    for (const { recipients } of inbox.arrivals) {
      for (const recipient of recipients) arrived.set(recipient, (arrived.get(recipient) ?? 0) + 1);
    }
    const { rows } = await database.pool.query<{ recipient: string; status: string }>(
      `select recipient, status from delivery`,
    );
    expect(new Set(rows.map(({ recipient }) => recipient)).size).toBe(people);
    const inDoubt = rows.filter(({ status }) => status === 'possibly-sent');
    const certain = rows.filter(({ status }) => status !== 'possibly-sent');
    expect(certain.filter(({ status }) => status !== 'sent')).toEqual([]);
    // What is called sent arrived, and once; what is in doubt arrived once or not at all, and never twice.
    expect(certain.filter(({ recipient }) => arrived.get(recipient) !== 1)).toEqual([]);
    expect(inDoubt.filter(({ recipient }) => (arrived.get(recipient) ?? 0) > 1)).toEqual([]);
    expect(await count(`attempts = 0`)).toBe(0);
    if (measuring) {
      const missing = inDoubt.filter(({ recipient }) => !arrived.has(recipient)).length;
      process.stdout.write(
        `${people} messages, ${kills} kills: ${certain.length} sent and arrived once, ${inDoubt.length} in doubt ` +
          `(${inDoubt.length - missing} of them arrived, ${missing} did not), 0 doubled.\n`,
      );
    }
  });
});
