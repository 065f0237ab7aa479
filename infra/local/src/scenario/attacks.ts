import { jetstreamManager } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';

import { connectWith, type PartnerCredentials } from './partner.ts';
import { Broken, tell } from './report.ts';

/** How long an attack gets to succeed, in milliseconds. */
const patienceMs = 400;

/**
 * Plays a hostile partner with its real credentials against another partner and the platform, over raw requests.
 *
 * @throws Broken where one attack is answered with anything but a refusal
 */
export async function attack(own: PartnerCredentials, victim: PartnerCredentials): Promise<void> {
  const key = victim.nats.consumer;
  const requests: [string, string, string?][] = [
    ['read another’s consumer', `ATENEU.API.CONSUMER.INFO.REFERRALS.${key}`],
    ['read it by the real name', `$JS.API.CONSUMER.INFO.REFERRALS.${key}`],
    ['pull another’s events', `ATENEU.API.CONSUMER.MSG.NEXT.REFERRALS.${key}`, '{"batch":1,"no_wait":true}'],
    ['pull by the real name', `$JS.API.CONSUMER.MSG.NEXT.REFERRALS.${key}`, '{"batch":1,"no_wait":true}'],
    ['acknowledge for another', `$JS.ACK.REFERRALS.${key}.1.1.1.1.0`, '+ACK'],
    ['acknowledge by the newer form', `$JS.ACK._.x.REFERRALS.${key}.1.1.1.1.0`, '+ACK'],
    ['create a consumer', '$JS.API.CONSUMER.CREATE.REFERRALS.spy', consumer('spy', 'REFERRALS')],
    ['create one on all events', '$JS.API.CONSUMER.CREATE.EVENTS.spy', consumer('spy', 'EVENTS')],
    ['create one by the prefix', 'ATENEU.API.CONSUMER.CREATE.REFERRALS.spy', consumer('spy', 'REFERRALS')],
    ['delete another’s consumer', `$JS.API.CONSUMER.DELETE.REFERRALS.${key}`],
    ['read a message by number', '$JS.API.STREAM.MSG.GET.REFERRALS', '{"seq":1}'],
    ['read a message directly', '$JS.API.DIRECT.GET.REFERRALS', '{"seq":1}'],
    ['list the streams', '$JS.API.STREAM.NAMES'],
    ['purge a stream', '$JS.API.STREAM.PURGE.REFERRALS'],
    ['forge a referral event', `referral.${key}.accepted.v1`, '{}'],
    ['forge a platform event', 'ateneu.accompaniment.referral.accepted.v1', '{}'],
    ['hand in account claims', '$SYS.REQ.CLAIMS.UPDATE', 'nonsense'],
  ];
  const connection = await connectWith(own);
  try {
    for (const [what, subject, payload] of requests) {
      if (!(await isRefused(connection, subject, payload))) throw new Broken(`B could ${what} (${subject}).`);
    }
    await eavesdrop(connection, own, key);
  } finally {
    await connection.close();
  }
  tell('partner B', `tried ${requests.length + 2} attacks with its own credentials; every one failed`);
}

function consumer(name: string, stream: string): string {
  return JSON.stringify({ stream_name: stream, config: { name, ack_policy: 'none', deliver_policy: 'all' } });
}

/** Nobody there, no right, an error, or silence: each is a refusal. */
async function isRefused(connection: NatsConnection, subject: string, payload = ''): Promise<boolean> {
  try {
    const answer = await connection.request(subject, payload, { timeout: patienceMs });
    if (answer.headers?.hasError === true) return true;
    const body = answer.string();
    return body.includes('"error"');
  } catch {
    return true;
  }
}

/** Listens wherever another's events might pass, and has its own pull delivered into a subject of another. */
async function eavesdrop(connection: NatsConnection, own: PartnerCredentials, key: string): Promise<void> {
  const overheard: string[] = [];
  for (const subject of ['>', `referral.${key}.>`, 'ateneu.>', '_INBOX.>', '$JS.>']) {
    connection.subscribe(subject, {
      callback: (error, message) => {
        // Its own requests come back to it here; an event of anybody else must not.
        if (error === null && message.string().includes('specversion')) overheard.push(message.subject);
      },
    });
  }
  // The server delivers into whatever reply subject it is given; given by this account, it stays inside this account.
  connection.publish(`ATENEU.API.CONSUMER.MSG.NEXT.REFERRALS.${own.nats.consumer}`, '{"batch":1,"no_wait":true}', {
    reply: `referral.${key}.accepted.v1`,
  });
  await connection.flush();
  const manager = await jetstreamManager(connection, { checkAPI: false, timeout: patienceMs });
  const spied = await manager.streams.info('REFERRALS').catch(() => undefined);
  if (spied !== undefined) throw new Broken('B could read about the stream itself.');
  if (overheard.length > 0) throw new Broken(`B overheard ${overheard.join(', ')}.`);
}
