import { submissionConfirmationRequested } from '@ateneu/events';
import { hashSecret, issueSecret, type Language, type LocalizedText } from '@ateneu/kernel';
import { publication, publishAll } from '@ateneu/messaging';
import { type Database, type Idempotency, transact, type Transaction } from '@ateneu/persistence';
import { emailKey } from '@ateneu/service-kit';

import { linkExpired, linkUnknown, tooManyUnconfirmed } from './intake.errors.ts';

/** A person who hands something in. */
export interface Author {
  name: string;
  email: string;
  language: Language;
}

/** What a submission becomes once it is confirmed. */
export type SubmissionKind = 'proposal' | 'correction';

/** What somebody hands in. `content` is JSON of the kind's own, and goes once it is confirmed. */
export interface NewSubmission<Content = unknown> {
  id: string;
  kind: SubmissionKind;
  initiativeId?: string | undefined;
  /** What the initiative is called. */
  name: LocalizedText;
  author: Author;
  content: Content;
  at: Date;
}

/** A submission as the holder of its link sees it. */
export interface Submission {
  id: string;
  kind: SubmissionKind;
  name: LocalizedText;
  language: Language;
  confirmed: boolean;
}

/** Makes what was confirmed, in the transaction of the confirmation. */
export type Confirmed = (tx: Transaction, submission: NewSubmission<never>) => Promise<void>;

/** Keeps what people hand in until they confirm it. */
export interface SubmissionStore {
  /** @throws DomainError `directory.submission.too-many-unconfirmed` */
  create(
    submission: NewSubmission,
    options?: { idempotency?: Idempotency | undefined },
  ): Promise<{ id: string; expiresAt: string }>;
  /** @throws DomainError `directory.link.unknown` or `directory.link.expired` */
  find(secret: string, now: Date): Promise<Submission>;
  /** Confirms, once however often it is asked. @throws DomainError as `find` */
  confirm(secret: string, now: Date): Promise<Submission>;
}

/** What the store works with. */
export interface SubmissionOptions {
  urlOf: (secret: string) => string;
  /** How long a link is good for, in hours. */
  hours: number;
  become: Readonly<Record<SubmissionKind, Confirmed>>;
}

interface Row {
  id: string;
  kind: SubmissionKind;
  initiative_id: string | null;
  name: LocalizedText;
  language: Language;
  content: { author: Author; content: never } | null;
  expires_at: string;
  confirmed_at: string | null;
}

const hourMs = 60 * 60 * 1_000;
/** How many submissions of one address may wait for their confirmation, within a day. */
const mostUnconfirmed = 3;

export function createSubmissionStore(database: Database, options: SubmissionOptions): SubmissionStore {
  return {
    create: (submission, { idempotency } = {}) =>
      transact(database, (tx) => insert(tx, submission, options), { idempotency }),
    find: async (secret, now) => {
      const { rows } = await database.pool.query<Row>({
        name: 'submission-by-secret',
        text: `select * from submission where secret_hash = $1`,
        values: [hashSecret(secret)],
      });
      return viewOf(alive(rows[0], now));
    },
    confirm: (secret, now) => transact(database, (tx) => confirm(tx, secret, now, options.become)),
  };
}

async function insert(
  tx: Transaction,
  { id, kind, initiativeId, name, author, content, at }: NewSubmission,
  { urlOf, hours }: SubmissionOptions,
): Promise<{ id: string; expiresAt: string }> {
  const key = emailKey(author.email);
  await refuseFlood(tx, key, at);
  const { secret, hash } = issueSecret('sub');
  const expiresAt = new Date(at.getTime() + hours * hourMs);
  await tx.query(
    `insert into submission (id, kind, initiative_id, name, language, email_key, content, secret_hash, created_at,
       expires_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      id,
      kind,
      initiativeId ?? null,
      JSON.stringify(name),
      author.language,
      key,
      JSON.stringify({ author, content }),
      hash,
      at,
      expiresAt,
    ],
  );
  const data = {
    submissionId: id,
    kind,
    name,
    expiresAt: expiresAt.toISOString(),
    personal: { ...author, confirmUrl: urlOf(secret) },
  };
  publishAll(tx, [
    publication(submissionConfirmationRequested, { aggregateId: id, sequence: 1, occurredAt: at, data }),
  ]);
  return { id, expiresAt: expiresAt.toISOString() };
}

/** Whoever writes another person's address into the form must not be able to fill their mailbox. */
async function refuseFlood(tx: Transaction, key: string, at: Date): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('submission:' || $1, 0))`, [key]);
  const [row] = await tx.query<{ count: number }>(
    `select count(*)::int as count from submission where email_key = $1 and confirmed_at is null and created_at > $2`,
    [key, new Date(at.getTime() - 24 * hourMs)],
  );
  if ((row?.count ?? 0) >= mostUnconfirmed) throw tooManyUnconfirmed();
}

async function confirm(
  tx: Transaction,
  secret: string,
  now: Date,
  become: SubmissionOptions['become'],
): Promise<Submission> {
  const rows = await tx.query<Row>(`select * from submission where secret_hash = $1 for update`, [hashSecret(secret)]);
  const row = alive(rows[0], now);
  if (row.confirmed_at === null && row.content !== null) {
    const { author, content } = row.content;
    const { id, kind, name } = row;
    await become[kind](tx, { id, kind, initiativeId: row.initiative_id ?? undefined, name, author, content, at: now });
    // From here on it lives where it belongs; the link only says that it is done.
    await tx.query(`update submission set confirmed_at = $2, content = null where id = $1`, [id, now]);
  }
  return { ...viewOf(row), confirmed: true };
}

function alive(row: Row | undefined, now: Date): Row {
  if (row === undefined) throw linkUnknown();
  if (now.getTime() >= new Date(row.expires_at).getTime()) throw linkExpired();
  return row;
}

function viewOf({ id, kind, name, language, confirmed_at }: Row): Submission {
  return { id, kind, name, language, confirmed: confirmed_at !== null };
}
