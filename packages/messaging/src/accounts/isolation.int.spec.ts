import { AckPolicy, type Consumer, jetstream, type JetStreamClient, jetstreamManager } from '@nats-io/jetstream';
import { createAccount, createUser, encodeAccount, encodeUser, fmtCreds } from '@nats-io/jwt';
import {
  connect,
  createInbox,
  credsAuthenticator,
  type Msg,
  type NatsConnection,
  type Subscription,
} from '@nats-io/transport-node';
import { createTestBroker, type TestBroker } from '@ateneu/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { streams } from '../topology.ts';
import {
  createCoreAccount,
  createPartnerConsumer,
  createTrust,
  deletePartnerConsumer,
  inboxPrefixOf,
  issuePartnerAccount,
  type PartnerAccount,
  partnerApiPrefix,
  pushAccountClaims,
  rotatePartnerUser,
  suspendPartnerAccount,
} from './index.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

let broker: TestBroker;
let system: NatsConnection;
const open: NatsConnection[] = [];

/** Connects the way any NATS client does, without a line of ours. */
const dial = (creds: string, inboxPrefix = '_INBOX'): Promise<NatsConnection> =>
  connect({
    servers: broker.url,
    authenticator: credsAuthenticator(encoder.encode(creds)),
    reconnect: false,
    timeout: 5_000,
    inboxPrefix,
  });
/** The same, until the end of the test. */
const connectAs = async (creds: string, inboxPrefix?: string): Promise<NatsConnection> => {
  const connection = await dial(creds, inboxPrefix);
  open.push(connection);
  return connection;
};
const issuer = () => ({
  operatorSigningSeed: broker.trust.operator.signingSeed,
  coreAccountPublicKey: broker.trust.core.publicKey,
});
const onboard = async (name: string): Promise<PartnerAccount & { name: string }> => {
  const account = await issuePartnerAccount({ ...issuer(), name });
  await pushAccountClaims(system, account.accountJwt);
  await createPartnerConsumer(broker.admin.manager, account.accountPublicKey);
  return { ...account, name };
};
const tell = (key: string, text: string) => broker.admin.jetstream.publish(`referral.${key}.received.v1`, text);
const stateOf = async (stream: string) => (await broker.admin.manager.streams.info(stream)).state;
const consumerOf = (key: string) => broker.admin.manager.consumers.info(streams.referrals, key);
const partnerJetStream = (connection: NatsConnection): JetStreamClient =>
  jetstream(connection, { apiPrefix: partnerApiPrefix });

/** The texts of `count` messages, each acknowledged with the broker's confirmation. */
const takeAll = async (consumer: Consumer, count: number): Promise<string[]> => {
  const texts: string[] = [];
  for await (const message of await consumer.fetch({ max_messages: count, expires: 10_000 })) {
    texts.push(message.string());
    expect(await message.ackAck()).toBe(true);
    if (texts.length === count) break;
  }
  return texts;
};

beforeAll(async () => {
  broker = await createTestBroker();
  system = await dial(broker.systemCredentials, inboxPrefixOf('claims'));
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((connection) => connection.close()));
});
afterAll(async () => {
  await system.close();
  await broker.close();
});

describe('a partner', () => {
  it('receives its own messages with a stock client, acknowledges each for good, and nobody else’s', async () => {
    const [a, b] = [await onboard('A'), await onboard('B')];
    for (const text of ['one', 'two', 'three']) await tell(a.accountPublicKey, text);
    await tell(b.accountPublicKey, 'other');
    const connection = await connectAs(a.creds);
    const consumer = await partnerJetStream(connection).consumers.get(streams.referrals, a.accountPublicKey);
    expect(await takeAll(consumer, 3)).toEqual(['one', 'two', 'three']);
    expect(await consumerOf(a.accountPublicKey)).toMatchObject({ num_pending: 0, num_ack_pending: 0 });
    expect(await consumerOf(b.accountPublicKey)).toMatchObject({ num_pending: 1 });
  });

  it('is handed news as they happen', async () => {
    const a = await onboard('A');
    const consumer = await partnerJetStream(await connectAs(a.creds)).consumers.get(
      streams.referrals,
      a.accountPublicKey,
    );
    const messages = await consumer.consume();
    const received: string[] = [];
    const reading = (async () => {
      for await (const message of messages) {
        received.push(message.string());
        message.ack();
      }
    })();
    await tell(a.accountPublicKey, 'one');
    await expect.poll(() => received).toEqual(['one']);
    await tell(a.accountPublicKey, 'two');
    await expect.poll(() => received).toEqual(['one', 'two']);
    await messages.close();
    await reading;
  });

  it('finds what happened while it was away, once', async () => {
    const a = await onboard('A');
    await tell(a.accountPublicKey, 'before');
    const first = await connectAs(a.creds);
    await takeAll(await partnerJetStream(first).consumers.get(streams.referrals, a.accountPublicKey), 1);
    await first.close();
    for (const text of ['x', 'y', 'z']) await tell(a.accountPublicKey, text);
    const again = await connectAs(a.creds);
    const consumer = await partnerJetStream(again).consumers.get(streams.referrals, a.accountPublicKey);
    expect(await takeAll(consumer, 3)).toEqual(['x', 'y', 'z']);
    expect(await consumerOf(a.accountPublicKey)).toMatchObject({ num_pending: 0, num_ack_pending: 0 });
  });

  it('keeps its place when its consumer is made again, and loses it when it is removed', async () => {
    const a = await onboard('A');
    await tell(a.accountPublicKey, 'one');
    const connection = await connectAs(a.creds);
    await takeAll(await partnerJetStream(connection).consumers.get(streams.referrals, a.accountPublicKey), 1);
    await createPartnerConsumer(broker.admin.manager, a.accountPublicKey);
    expect(await consumerOf(a.accountPublicKey)).toMatchObject({ num_pending: 0, delivered: { consumer_seq: 1 } });
    await deletePartnerConsumer(broker.admin.manager, a.accountPublicKey);
    await expect(consumerOf(a.accountPublicKey)).rejects.toThrow(/not found/);
  });
});

describe('from the credentials of partner B', () => {
  let a: PartnerAccount & { name: string };
  let b: PartnerAccount & { name: string };
  let attacker: NatsConnection;
  const listening: Subscription[] = [];
  let seen: Msg[] = [];

  beforeAll(async () => {
    [a, b] = [await onboard('A'), await onboard('B')];
    attacker = await dial(b.creds);
    await tell(a.accountPublicKey, 'secret of A');
  });
  afterEach(() => {
    for (const subscription of listening.splice(0)) subscription.unsubscribe();
    seen = [];
  });
  afterAll(() => attacker.close());

  /** Whether nobody answers, or the answer is that the account has no JetStream. Anything else is returned as it is. */
  const attempt = (subject: string, payload: unknown = ''): Promise<string> => {
    const body = typeof payload === 'string' ? payload : JSON.stringify(payload);
    return attacker.request(subject, body, { timeout: 300 }).then(
      (answer) => (answer.string().includes('"JetStream not enabled for account"') ? 'refused' : answer.string()),
      () => 'refused',
    );
  };
  const listen = async (subject: string): Promise<void> => {
    listening.push(attacker.subscribe(subject, { callback: (_error, message) => void seen.push(message) }));
    await attacker.flush();
  };

  const apis: readonly [what: string, api: (key: string) => string, payload: (key: string) => unknown][] = [
    ['asking about A’s consumer', (key) => `CONSUMER.INFO.REFERRALS.${key}`, () => ''],
    ['pulling from A’s consumer', (key) => `CONSUMER.MSG.NEXT.REFERRALS.${key}`, () => ({ batch: 10, expires: 2e8 })],
    ['making a consumer', () => 'CONSUMER.CREATE.REFERRALS', (key) => create({ filter_subject: `referral.${key}.>` })],
    [
      'making a consumer of A’s subjects',
      (key) => `CONSUMER.CREATE.REFERRALS.spy.referral.${key}.>`,
      (key) => create({ name: 'spy', filter_subject: `referral.${key}.>` }),
    ],
    ['making a consumer of everything', () => 'CONSUMER.CREATE.REFERRALS.spy', () => create({ name: 'spy' })],
    [
      'making a durable the old way',
      () => 'CONSUMER.DURABLE.CREATE.REFERRALS.spy',
      () => create({ durable_name: 'spy' }),
    ],
    ['changing A’s consumer', (key) => `CONSUMER.CREATE.REFERRALS.${key}`, (key) => create({ durable_name: key })],
    ['deleting A’s consumer', (key) => `CONSUMER.DELETE.REFERRALS.${key}`, () => ''],
    [
      'pausing A’s consumer',
      (key) => `CONSUMER.PAUSE.REFERRALS.${key}`,
      () => ({ pause_until: '2100-01-01T00:00:00Z' }),
    ],
    ['unpinning A’s consumer', (key) => `CONSUMER.UNPIN.REFERRALS.${key}`, () => ({ group: 'x' })],
    ['listing consumers', () => 'CONSUMER.LIST.REFERRALS', () => ({ offset: 0 })],
    ['listing consumers’ names', () => 'CONSUMER.NAMES.REFERRALS', () => ({ offset: 0 })],
    ['reading a stored message', () => 'STREAM.MSG.GET.REFERRALS', () => ({ seq: 1 })],
    ['reading A’s last message', () => 'STREAM.MSG.GET.REFERRALS', (key) => ({ last_by_subj: `referral.${key}.>` })],
    ['reading directly', () => 'DIRECT.GET.REFERRALS', () => ({ seq: 1 })],
    ['reading A’s last directly', (key) => `DIRECT.GET.REFERRALS.referral.${key}.received.v1`, () => ''],
    ['deleting a message', () => 'STREAM.MSG.DELETE.REFERRALS', () => ({ seq: 1 })],
    ['describing the stream', () => 'STREAM.INFO.REFERRALS', () => ({ subjects_filter: '>' })],
    ['listing streams', () => 'STREAM.LIST', () => ({ offset: 0 })],
    ['listing streams’ names', () => 'STREAM.NAMES', () => ({ offset: 0 })],
    ['making a stream', () => 'STREAM.CREATE.SPY', () => ({ name: 'SPY', subjects: ['spy.>'] })],
    ['changing the stream', () => 'STREAM.UPDATE.REFERRALS', () => ({ name: 'REFERRALS', subjects: ['x'] })],
    ['purging the stream', () => 'STREAM.PURGE.REFERRALS', () => ''],
    ['deleting the stream', () => 'STREAM.DELETE.REFERRALS', () => ''],
    [
      'copying the stream out',
      () => 'STREAM.SNAPSHOT.REFERRALS',
      () => ({ deliver_subject: 'spy.snapshot', no_consumers: true }),
    ],
    ['asking about the account', () => 'INFO', () => ''],
  ];
  function create(config: object): object {
    return { stream_name: 'REFERRALS', config: { ack_policy: 'none', deliver_policy: 'all', ...config }, action: '' };
  }

  it.each(apis)('%s fails', async (_what, api, payload) => {
    const before = { stream: await stateOf(streams.referrals), consumer: await consumerOf(a.accountPublicKey) };
    const key = a.accountPublicKey;
    const answers = await Promise.all(
      ['$JS.API', partnerApiPrefix].map((prefix) => attempt(`${prefix}.${api(key)}`, payload(key))),
    );
    expect(answers).toEqual(['refused', 'refused']);
    expect(await stateOf(streams.referrals)).toEqual(before.stream);
    // Everything but the moment at which it was asked.
    expect(await consumerOf(key)).toEqual({ ...before.consumer, ts: expect.any(String) });
    await expect(broker.admin.manager.consumers.info(streams.referrals, 'spy')).rejects.toThrow(/not found/);
  });

  it.each(['+ACK', '-NAK', '+TERM', '+WPI', '+NXT'])('answering %s for A’s message fails', async (answer) => {
    await tell(a.accountPublicKey, 'secret of A');
    const own = await connectAs(a.creds);
    const next = `${partnerApiPrefix}.CONSUMER.MSG.NEXT.REFERRALS.${a.accountPublicKey}`;
    // A message comes under its own subject, so the answer is told by its subscription.
    const options = { timeout: 10_000, noMux: true, reply: createInbox() };
    const { reply = '' } = await own.request(next, '{"batch":1,"expires":10000000000}', options);
    expect(reply).toMatch(/^\$JS\.ACK\.REFERRALS\./);
    // The short form that servers of today use, and the long one with a domain and an account's hash.
    const forms = [reply, reply.replace('$JS.ACK.', '$JS.ACK._.hash.'), reply.replace('$JS.ACK.', '$JS.ACK.domain.x.')];
    expect(await Promise.all(forms.map((form) => attempt(form, answer)))).toEqual(['refused', 'refused', 'refused']);
    expect(await consumerOf(a.accountPublicKey)).toMatchObject({ num_ack_pending: 1, num_redelivered: 0 });
    await own.request(reply, '+ACK');
    expect(await consumerOf(a.accountPublicKey)).toMatchObject({ num_ack_pending: 0 });
  });

  it.each([
    (key: string) => `referral.${key}.accepted.v1`,
    () => `referral.${b.accountPublicKey}.accepted.v1`,
    () => 'ateneu.accompaniment.referral.accepted.v1',
    () => 'dead.accompaniment.1',
    () => 'replay.accompaniment',
  ])('publishing on a platform subject stores nothing (%#)', async (subjectOf) => {
    const before = await Promise.all(Object.values(streams).map(stateOf));
    expect(await attempt(subjectOf(a.accountPublicKey), 'forged')).toBe('refused');
    expect(await Promise.all(Object.values(streams).map(stateOf))).toEqual(before);
  });

  it('listening hears nothing of the platform, of A or of the broker', async () => {
    for (const subject of [
      '>',
      'referral.>',
      'ateneu.>',
      '$JS.>',
      '$SYS.>',
      '_INBOX.>',
      `${inboxPrefixOf('training')}.>`,
    ])
      await listen(subject);
    const own = await connectAs(a.creds);
    const consumer = await partnerJetStream(own).consumers.get(streams.referrals, a.accountPublicKey);
    await tell(a.accountPublicKey, 'secret of A');
    await takeAll(consumer, 1);
    await broker.admin.jetstream.publish('ateneu.training.session.published.v1', 'an event');
    await tell(a.accountPublicKey, 'more for A');
    await takeAll(consumer, 1);
    await attacker.flush();
    expect(seen.map((message) => `${message.subject} ${message.string()}`)).toEqual([]);
  });

  it.each([
    (key: string) => `referral.${key}.forged.v1`,
    () => 'ateneu.accompaniment.referral.forged.v1',
    () => '$JS.API.STREAM.PURGE.REFERRALS',
    (key: string) => `$JS.API.CONSUMER.DELETE.REFERRALS.${key}`,
    (key: string) => `${partnerApiPrefix}.CONSUMER.MSG.NEXT.REFERRALS.${key}`,
    () => `${inboxPrefixOf('accompaniment')}.x`,
  ])('having an answer delivered to a subject of somebody else fails (%#)', async (replyOf) => {
    const own = await connectAs(a.creds);
    const heard: Msg[] = [];
    own.subscribe('>', { callback: (_error, message) => void heard.push(message) });
    await own.flush();
    await tell(b.accountPublicKey, 'news for B');
    const before = await Promise.all(Object.values(streams).map(stateOf));
    const consumer = await consumerOf(a.accountPublicKey);
    const reply = replyOf(a.accountPublicKey);
    const prefix = `${partnerApiPrefix}.CONSUMER`;
    // Somebody in B's own account listens there, or the broker would drop the pull for want of interest.
    await listen(reply);
    attacker.publish(`${prefix}.MSG.NEXT.REFERRALS.${b.accountPublicKey}`, '{"batch":1}', { reply });
    attacker.publish(`${prefix}.INFO.REFERRALS.${b.accountPublicKey}`, '', { reply });
    attacker.publish(`$JS.ACK.REFERRALS.${b.accountPublicKey}.1.1.1.1.0`, '+ACK', { reply });
    // The last two were handled by the time that a request made after them is answered; the broker takes its time for a
    // pull, and answers it inside B's own account.
    await attacker.request(`${prefix}.INFO.REFERRALS.${b.accountPublicKey}`);
    await expect.poll(() => seen.map((message) => message.string())).toContain('news for B');
    await Promise.all([attacker.flush(), own.flush()]);
    expect(await Promise.all(Object.values(streams).map(stateOf))).toEqual(before);
    expect(await consumerOf(a.accountPublicKey)).toEqual({ ...consumer, ts: expect.any(String) });
    expect(heard).toEqual([]);
  });

  it.each([
    () => '$SYS.REQ.CLAIMS.UPDATE',
    () => '$SYS.REQ.CLAIMS.LIST',
    () => `$SYS.REQ.ACCOUNT.${a.accountPublicKey}.CLAIMS.UPDATE`,
    () => `$SYS.REQ.ACCOUNT.${a.accountPublicKey}.CLAIMS.LOOKUP`,
    () => `$SYS.REQ.ACCOUNT.${a.accountPublicKey}.CONNZ`,
    () => `$SYS.REQ.ACCOUNT.${a.accountPublicKey}.JSZ`,
    () => '$SYS.REQ.SERVER.PING',
    () => '$SYS.REQ.SERVER.PING.JSZ',
  ])('the broker’s own management does not answer (%#)', async (subjectOf) => {
    expect(await attempt(subjectOf(), a.accountJwt)).toBe('refused');
  });
});

describe('an account’s door', () => {
  it('does not open to who has a partner’s JWT without its key', async () => {
    const a = await onboard('A');
    const jwt = /-----BEGIN NATS USER JWT-----\n(.+)\n/.exec(a.creds)?.[1] ?? '';
    const stolen = decoder.decode(fmtCreds(jwt, createUser()));
    await expect(connectAs(stolen)).rejects.toThrow(/authorization/i);
  });

  it('does not open to a user that another account signed', async () => {
    const [a, b] = [await onboard('A'), await onboard('B')];
    const user = createUser();
    const jwt = await encodeUser('intruder', user, encoder.encode(b.accountSeed), {
      issuer_account: a.accountPublicKey,
    });
    await expect(connectAs(decoder.decode(fmtCreds(jwt, user)))).rejects.toThrow(/authorization/i);
  });

  it('does not open to an account that another operator signed, even when its claims are pushed', async () => {
    const foreign = await createTrust();
    const intruder = await issuePartnerAccount({
      operatorSigningSeed: foreign.operator.signingSeed,
      coreAccountPublicKey: broker.trust.core.publicKey,
      name: 'intruder',
    });
    await pushAccountClaims(system, intruder.accountJwt);
    await expect(connectAs(intruder.creds)).rejects.toThrow(/authorization/i);
  });

  it('leads to one’s own consumer alone, even where claims import another’s', async () => {
    const a = await onboard('A');
    await tell(a.accountPublicKey, 'secret of A');
    const account = createAccount();
    const user = createUser();
    const subject = `$JS.API.CONSUMER.MSG.NEXT.REFERRALS.${a.accountPublicKey}`;
    const jwt = await encodeAccount(
      'mistaken',
      account,
      {
        imports: [{ name: 'next', subject, account: broker.trust.core.publicKey, type: 'service' }],
        limits: { conn: -1, subs: -1, data: -1, payload: -1, imports: -1, exports: -1, leaf: -1, wildcards: true },
      },
      { signer: encoder.encode(broker.trust.operator.signingSeed) },
    );
    await pushAccountClaims(system, jwt);
    const creds = decoder.decode(fmtCreds(await encodeUser('mistaken', user, account, {}), user));
    const connection = await connectAs(creds);
    await expect(connection.request(subject, '{"batch":1}', { timeout: 300 })).rejects.toThrow();
    expect(await consumerOf(a.accountPublicKey)).toMatchObject({ num_pending: 1, num_ack_pending: 0 });
  });
});

describe('suspending a partner', () => {
  it('drops its live connections, keeps it out, and leaves the other partners alone', async () => {
    const [a, b] = [await onboard('A'), await onboard('B')];
    const [live, other] = [await connectAs(a.creds), await connectAs(b.creds)];
    await pushAccountClaims(system, await suspendPartnerAccount({ ...issuer(), ...a }));
    await live.closed();
    await expect(connectAs(a.creds)).rejects.toThrow();
    await other.flush();
    expect(other.isClosed()).toBe(false);
  });

  it('ends when its claims are pushed again, with nothing lost meanwhile', async () => {
    const a = await onboard('A');
    await pushAccountClaims(system, await suspendPartnerAccount({ ...issuer(), ...a }));
    await tell(a.accountPublicKey, 'meanwhile');
    await pushAccountClaims(system, (await rotatePartnerUser({ ...issuer(), ...a })).accountJwt);
    const connection = await connectAs(a.creds);
    const consumer = await partnerJetStream(connection).consumers.get(streams.referrals, a.accountPublicKey);
    expect(await takeAll(consumer, 1)).toEqual(['meanwhile']);
  });
});

describe('a partner’s new credentials', () => {
  it('work beside the old ones, until those are revoked', async () => {
    const a = await onboard('A');
    const live = await connectAs(a.creds);
    const { creds, accountJwt } = await rotatePartnerUser({ ...issuer(), ...a });
    await pushAccountClaims(system, accountJwt);
    await Promise.all([live.flush(), (await connectAs(creds)).flush()]);
  });

  it('are the only ones that connect after the old ones were revoked', async () => {
    const a = await onboard('A');
    const live = await connectAs(a.creds);
    const rotated = await rotatePartnerUser({ ...issuer(), ...a, revokeIssuedBefore: new Date() });
    await pushAccountClaims(system, rotated.accountJwt);
    await live.closed();
    await expect(connectAs(a.creds)).rejects.toThrow(/authorization/i);
    const connection = await connectAs(rotated.creds);
    await partnerJetStream(connection).consumers.get(streams.referrals, a.accountPublicKey);
  });
});

describe('a service', () => {
  const as = async (service: string): Promise<NatsConnection> =>
    connectAs(await broker.credentials(service), inboxPrefixOf(service));
  const may = async (connection: NatsConnection, subject: string, payload = 'x'): Promise<boolean> =>
    // What is refused is refused at once; what is allowed may take its time.
    connection.request(subject, payload, { timeout: 10_000 }).then(
      (answer) => !answer.string().includes('permission'),
      () => false,
    );

  it('publishes its own events, dead letters and repeats, and nothing else', async () => {
    const training = await as('training');
    const allowed = ['ateneu.training.session.published.v1', 'dead.training.7', 'replay.training'];
    const refused = [
      'ateneu.directory.initiative.published.v1',
      'ateneu.accompaniment.referral.sent.v1',
      'dead.directory.7',
      'replay.directory',
      'referral.AXYZ.received.v1',
      '$SYS.REQ.CLAIMS.UPDATE',
    ];
    expect(await Promise.all(allowed.map((subject) => may(training, subject)))).toEqual(allowed.map(() => true));
    const before = await Promise.all(Object.values(streams).map(stateOf));
    expect(await Promise.all(refused.map((subject) => may(training, subject)))).toEqual(refused.map(() => false));
    expect(await Promise.all(Object.values(streams).map(stateOf))).toEqual(before);
  });

  it.each(['>', '*', 'training.>', '', 'Not A Name'])('is not given credentials under the name “%s”', async (name) => {
    await expect(broker.credentials(name)).rejects.toThrow(TypeError);
  });

  it('of accompaniment also tells partners, and keeps their consumers', async () => {
    const accompaniment = await as('accompaniment');
    const manager = await jetstreamManager(accompaniment, { checkAPI: false });
    const { accountPublicKey } = await issuePartnerAccount({ ...issuer(), name: 'C' });
    expect(await may(accompaniment, `referral.${accountPublicKey}.received.v1`)).toBe(true);
    await createPartnerConsumer(manager, accountPublicKey);
    await createPartnerConsumer(manager, accountPublicKey);
    expect(await manager.consumers.info(streams.referrals, accountPublicKey)).toMatchObject({ num_pending: 1 });
    await deletePartnerConsumer(manager, accountPublicKey);
  });

  it('reads through its own durable consumer and no other', async () => {
    const directory = await jetstreamManager(await as('directory'), { checkAPI: false });
    const training = await as('training');
    const manager = await jetstreamManager(training, { checkAPI: false });
    const config = { ack_policy: AckPolicy.Explicit, filter_subjects: ['ateneu.directory.>', 'replay.training'] };
    await directory.consumers.add(streams.events, { ...config, durable_name: 'directory' });
    await manager.consumers.add(streams.events, { ...config, durable_name: 'training' });
    await broker.admin.jetstream.publish('ateneu.directory.initiative.published.v1', 'hello');
    const consumer = await jetstream(training).consumers.get(streams.events, 'training');
    const message = await consumer.next({ expires: 10_000 });
    expect(await message?.ackAck()).toBe(true);
    await expect(manager.consumers.info(streams.events, 'directory')).rejects.toThrow();
    await expect(manager.consumers.add(streams.events, { ...config, durable_name: 'directory' })).rejects.toThrow();
    await expect(manager.consumers.add(streams.events, { ...config, name: 'another' })).rejects.toThrow();
    await expect(manager.consumers.add(streams.referrals, { name: 'training' })).rejects.toThrow();
    await expect(manager.consumers.delete(streams.events, 'directory')).rejects.toThrow();
    expect(await may(training, '$JS.API.CONSUMER.MSG.NEXT.EVENTS.directory', '{"batch":1}')).toBe(false);
    expect(await may(training, '$JS.ACK.EVENTS.directory.1.1.1.1.0', '+ACK')).toBe(false);
  });

  it('of notifications reads partners’ copies through its own durable, and no other service does', async () => {
    const accompaniment = await jetstreamManager(await as('accompaniment'), { checkAPI: false });
    const { accountPublicKey } = await issuePartnerAccount({ ...issuer(), name: 'D' });
    await createPartnerConsumer(accompaniment, accountPublicKey);
    await tell(accountPublicKey, 'one');
    const notifications = await as('notifications');
    const manager = await jetstreamManager(notifications, { checkAPI: false });
    const config = { ack_policy: AckPolicy.Explicit, filter_subject: `referral.${accountPublicKey}.>` };
    await manager.consumers.add(streams.referrals, { ...config, durable_name: 'notifications' });
    const consumer = await jetstream(notifications).consumers.get(streams.referrals, 'notifications');
    const message = await consumer.next({ expires: 10_000 });
    expect(message?.string()).toBe('one');
    expect(await message?.ackAck()).toBe(true);
    // It can neither take nor acknowledge in a partner's name, nor tell a partner anything.
    expect(await may(notifications, `$JS.API.CONSUMER.MSG.NEXT.REFERRALS.${accountPublicKey}`, '{"batch":1}')).toBe(
      false,
    );
    expect(await may(notifications, `$JS.ACK.REFERRALS.${accountPublicKey}.1.1.1.1.0`, '+ACK')).toBe(false);
    expect(await may(notifications, `referral.${accountPublicKey}.received.v1`)).toBe(false);
    await expect(manager.consumers.delete(streams.referrals, accountPublicKey)).rejects.toThrow();
    await expect(manager.consumers.delete(streams.referrals, 'notifications')).rejects.toThrow();
    expect(await consumerOf(accountPublicKey)).toMatchObject({ num_pending: 1 });
    for (const other of ['training', 'directory', 'accompaniment']) {
      const theirs = await as(other);
      expect(await may(theirs, '$JS.API.CONSUMER.MSG.NEXT.REFERRALS.notifications', '{"batch":1}')).toBe(false);
    }
  });

  it('neither reads nor changes streams past its consumer', async () => {
    const training = await as('training');
    const refused = [
      'STREAM.MSG.GET.EVENTS',
      'DIRECT.GET.EVENTS',
      'DIRECT.GET.DEAD_LETTERS.dead.directory.1',
      'STREAM.PURGE.EVENTS',
      'STREAM.PURGE.DEAD_LETTERS',
      'STREAM.DELETE.EVENTS',
      'STREAM.UPDATE.EVENTS',
      'STREAM.CREATE.MINE',
      'STREAM.MSG.DELETE.EVENTS',
      'CONSUMER.CREATE.DEAD_LETTERS.mine.dead.directory.>',
      'CONSUMER.CREATE.DEAD_LETTERS.mine.dead.>',
      'CONSUMER.CREATE.DEAD_LETTERS.mine',
    ];
    const answers = await Promise.all(refused.map((api) => may(training, `$JS.API.${api}`, '{}')));
    expect(answers).toEqual(refused.map(() => false));
  });

  it.each(['ateneu.>', 'referral.>', '>', '$JS.ACK.>', '_INBOX.>', `${inboxPrefixOf('directory')}.>`])(
    'may not listen to %s',
    async (subject) => {
      const training = await as('training');
      const refused = new Promise<Error | undefined>((resolve) => {
        training.subscribe(subject, { callback: (error) => resolve(error ?? undefined) });
      });
      expect((await refused)?.message).toMatch(/permission/i);
    },
  );
});

describe('the account of the services', () => {
  it('can be made more than once under one operator, each blind to the other', async () => {
    const other = await createCoreAccount(broker.trust.operator.signingSeed, 'CORE-other');
    expect(other.publicKey).not.toBe(broker.trust.core.publicKey);
    await pushAccountClaims(system, other.jwt);
  });
});
