import { createHistory, type History } from '../history.ts';
import type { Evidence, OutboxRow } from './evidence.ts';

type Lists = 'sessions' | 'enrolments' | 'referrals' | 'initiatives' | 'outbox' | 'inbox' | 'stream' | 'deliveries';
type Item<Key extends keyof Evidence> = Evidence[Key] extends readonly (infer T)[] ? T : never;
type Changeable = Lists | 'mails' | 'deadLetters' | 'seenByPartner';

/** Evidence that a test may tamper with. */
export type Told = { [Key in Changeable]: Item<Key>[] } & Pick<Evidence, 'subscriptions'> & {
    at<Key extends Changeable>(list: Key, index: number): Item<Key>;
    change<Key extends Changeable>(list: Key, index: number, fields: Partial<Item<Key>>): void;
    /** Exchanges the first and the last of those that match. */
    swap<Key extends Changeable>(list: Key, matches: (item: Item<Key>) => boolean): void;
    /** Writes an event of an enrolment at another moment. */
    renumber(aggregateId: string, event: string, id: number): void;
  };

/**
 * A run in which one place was wanted by three people: `holder` got it and cancelled by link, `waiter` was promoted, and
 * `last` still waits. A referral was accepted, an initiative published, and one malformed message forged.
 */
export function soundHistory(): History {
  const history = createHistory();
  history.sessions.push({ id: 'session', capacity: 1, published: true });
  const enrolled = (id: string, status: 'confirmed' | 'waiting', cancelled: 'acknowledged' | 'no') =>
    history.enrolments.push({ id, sessionId: 'session', email: `${id}@x`, status, key: `key-${id}`, cancelled });
  enrolled('holder', 'confirmed', 'acknowledged');
  enrolled('waiter', 'waiting', 'no');
  enrolled('last', 'waiting', 'no');
  history.referrals.push({ id: 'referral', reference: 'R-1', key: 'key-r', answered: 'accepted' });
  history.initiatives.push({ id: 'initiative', published: true });
  history.forged.push({
    what: 'no event',
    subject: subjectOf('enrolment', 'confirmed'),
    body: '{"x":1}',
    fate: 'dead',
  });
  return history;
}

/** What is there after that run. */
export function soundEvidence(): Told {
  const outbox: OutboxRow[] = [
    event(1, 'session', 'session', 'published', 2),
    event(2, 'holder', 'enrolment', 'confirmed', 1),
    event(3, 'waiter', 'enrolment', 'waitlisted', 1),
    event(4, 'last', 'enrolment', 'waitlisted', 1),
    event(5, 'holder', 'enrolment', 'cancelled', 2),
    event(6, 'waiter', 'enrolment', 'promoted', 2),
    copy(1, 'received', 3),
    copy(2, 'accepted', 4),
    { ...event(3, 'initiative', 'initiative', 'proposed', 1), service: 'directory' },
    { ...event(4, 'initiative', 'initiative', 'published', 3), service: 'directory' },
  ];
  const told = outbox.filter((row) => row.namesPerson);
  const told2: Omit<Told, 'at' | 'change' | 'swap' | 'renumber'> = {
    sessions: [{ id: 'session', status: 'published', capacity: 1, confirmed: 1, waiting: 1 }],
    enrolments: [
      { id: 'holder', sessionId: 'session', email: 'holder@x', status: 'cancelled', arrival: 1 },
      { id: 'waiter', sessionId: 'session', email: 'waiter@x', status: 'confirmed', arrival: 2 },
      { id: 'last', sessionId: 'session', email: 'last@x', status: 'waiting', arrival: 3 },
    ],
    referrals: [{ id: 'referral', reference: 'R-1', status: 'accepted' }],
    initiatives: [{ id: 'initiative', status: 'published' }],
    outbox,
    inbox: told.map(({ eventId }) => ({ service: 'notifications', reaction: 'notifications/mail', eventId })),
    subscriptions: new Map([['notifications', [...new Set(told.map((row) => row.subject))]]]),
    stream: [
      ...outbox.map(({ subject, eventId, aggregateId, sequence }) => ({
        stream: subject.startsWith('referral.') ? 'REFERRALS' : 'EVENTS',
        subject,
        body: eventId,
        event: { id: eventId, aggregateId, sequence },
      })),
      { stream: 'EVENTS', subject: subjectOf('enrolment', 'confirmed'), body: '{"x":1}' },
    ],
    deliveries: told.map(({ eventId, type }) => ({
      id: `delivery-${eventId}`,
      eventId,
      kind: type,
      recipient: 'somebody@x',
      status: 'sent',
      messageId: `<${eventId}@x>`,
    })),
    mails: told.map(({ eventId }) => `<${eventId}@x>`),
    deadLetters: [{ service: 'notifications', reason: 'unreadable', body: '{"x":1}' }],
    seenByPartner: outbox
      .filter((row) => row.subject.startsWith('referral.'))
      .map(({ eventId: id, type, aggregateId, sequence }) => ({ id, type, aggregateId, sequence })),
  };
  const listOf = <Key extends Changeable>(key: Key): Item<Key>[] => told2[key] as Item<Key>[];
  return {
    ...told2,
    at: (key, index) => listOf(key)[index] as never,
    change: (key, index, fields) => {
      listOf(key)[index] = { ...(listOf(key)[index] as object), ...fields } as never;
    },
    swap: (key, matches) => {
      const list = listOf(key);
      const places = list.flatMap((item, index) => (matches(item) ? [index] : []));
      const [first = 0, last = 0] = [places[0], places.at(-1)];
      const kept = list[first] as never;
      list[first] = list[last] as never;
      list[last] = kept;
    },
    renumber: (aggregateId, what, id) => {
      const index = outbox.findIndex((row) => row.aggregateId === aggregateId && row.type.includes(`.${what}.`));
      outbox[index] = { ...(outbox[index] as OutboxRow), id };
    },
  };
}

function subjectOf(aggregate: string, what: string): string {
  return `ateneu.training.${aggregate}.${what}.v1`;
}

function event(id: number, aggregateId: string, aggregate: string, what: string, sequence: number): OutboxRow {
  return {
    service: 'training',
    id,
    eventId: `${aggregateId}-${what}`,
    type: `cat.ateneulh.training.${aggregate}.${what}.v1`,
    aggregateId,
    sequence,
    subject: subjectOf(aggregate, what),
    published: true,
    sessionId: aggregate === 'enrolment' ? 'session' : undefined,
    namesPerson: aggregate === 'enrolment',
  };
}

function copy(id: number, what: string, sequence: number): OutboxRow {
  const row = event(id, 'referral', 'referral', what, sequence);
  return { ...row, service: 'accompaniment', subject: `referral.KEY.${what}.v1`, namesPerson: false };
}
