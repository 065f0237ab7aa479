import { freshnessCheckDue, freshnessOverdue } from '@ateneu/events';
import { hashSecret, issueSecret, type LocalizedText } from '@ateneu/kernel';
import { publication, publishAll } from '@ateneu/messaging';
import { type Database, transact, type Transaction } from '@ateneu/persistence';

import type { CorrectionStore, ProposedChange } from '../correction/index.ts';
import { type Contact, initiativeNotFound, type Proposer } from '../initiative/index.ts';
import { linkUnknown } from '../intake/index.ts';
import { nextStep, patienceDays, yearDays } from './freshness.ts';

/** A question as the holder of its link sees it. */
export interface FreshnessQuestion {
  initiativeId: string;
  version: number;
  name: LocalizedText;
  slug: string;
  person: Proposer;
  answered: boolean;
}

/** Asks whether what is published is still right, and takes the answers. */
export interface FreshnessStore {
  /** Asks, reminds and gives up wherever it is due; how many steps were taken. */
  sweep(now: Date): Promise<number>;
  /** @throws DomainError `directory.link.unknown` */
  find(secret: string): Promise<FreshnessQuestion>;
  /** It is still right. @throws DomainError `directory.link.unknown` */
  confirm(secret: string, now: Date): Promise<void>;
  /** It is not: what the person says becomes an open correction. @throws DomainError `directory.link.unknown` */
  correct(
    secret: string,
    correction: { id: string; changes: readonly ProposedChange[]; comment?: string | undefined; at: Date },
  ): Promise<void>;
  /** Staff know that it is still right. @throws DomainError `directory.initiative.not-found` */
  confirmByStaff(initiativeId: string, now: Date): Promise<void>;
  /** Erases the links of questions that were asked a year ago, and who was asked. */
  forget(now: Date): Promise<void>;
}

const dayMs = 24 * 60 * 60 * 1_000;
const batchSize = 100;

export function createFreshnessStore(
  database: Database,
  { urlOf, corrections }: { urlOf: (secret: string) => string; corrections: Pick<CorrectionStore, 'openIn'> },
): FreshnessStore {
  return {
    sweep: async (now) => {
      for (let steps = 0; ;) {
        const taken = await transact(database, (tx) => takeSteps(tx, now, urlOf));
        steps += taken;
        if (taken < batchSize) return steps;
      }
    },
    find: async (secret) => {
      const { rows } = await database.pool.query<FreshnessQuestion>({
        name: 'freshness-question',
        text: `select initiative.id as "initiativeId", version, name, slug, person, answered_at is not null as answered
               from freshness_link join initiative on initiative.id = initiative_id
               where secret_hash = $1 and status = 'published'`,
        values: [hashSecret(secret)],
      });
      if (rows[0] === undefined) throw linkUnknown();
      return rows[0];
    },
    confirm: (secret, now) =>
      transact(database, async (tx) => {
        const { initiative_id: id } = await answer(tx, secret, now);
        await tx.query(recordAnswer, [id, now, now]);
      }),
    correct: (secret, { id, changes, comment, at }) =>
      transact(database, async (tx) => {
        const link = await answer(tx, secret, at);
        await tx.query(recordAnswer, [link.initiative_id, at, null]);
        const { initiative_id: initiativeId, version: baseVersion, person: author } = link;
        await corrections.openIn(tx, { id, initiativeId, baseVersion, changes, comment, author, at });
      }),
    confirmByStaff: (id, now) =>
      transact(database, async (tx) => {
        const [found] = await tx.query(`select id from initiative where id = $1 and status = 'published'`, [id]);
        if (found === undefined) throw initiativeNotFound();
        await tx.query(recordAnswer, [id, now, now]);
        await tx.audit({ action: 'confirm-freshness', subjectType: 'initiative', subjectId: id });
      }),
    forget: async (now) => {
      await database.pool.query(`delete from freshness_link where created_at < $1`, [
        new Date(now.getTime() - yearDays * dayMs),
      ]);
    },
  };
}

/** An answer ends the asking; `$3` is when it was confirmed, or null where it was not. */
const recordAnswer = `
  insert into freshness (initiative_id, answered_at, confirmed_at) values ($1, $2, $3)
  on conflict (initiative_id) do update set answered_at = excluded.answered_at,
    confirmed_at = coalesce(excluded.confirmed_at, freshness.confirmed_at),
    attempt = 0, asked_at = null, overdue_since = null`;

interface Due {
  id: string;
  name: LocalizedText;
  slug: string;
  contact: Contact | null;
  proposer: Proposer | null;
  attempt: number;
  lastConfirmedAt: string;
}

/** Whichever process comes first takes a row; another one passes it over. */
const selectDue = `
  select initiative.id, name, slug, contact, proposer, coalesce(attempt, 0) as attempt,
         greatest(coalesce(confirmed_at, published_at), initiative.updated_at) as "lastConfirmedAt"
  from initiative left join freshness on initiative_id = initiative.id
  where status = 'published' and overdue_since is null
    and greatest(coalesce(confirmed_at, published_at), initiative.updated_at, answered_at) < $1
    and (coalesce(attempt, 0) = 0 or asked_at < $2)
  order by initiative.id limit ${batchSize} for no key update of initiative skip locked`;

async function takeSteps(tx: Transaction, now: Date, urlOf: (secret: string) => string): Promise<number> {
  const before = (days: number) => new Date(now.getTime() - days * dayMs);
  const due = await tx.query<Due>(selectDue, [before(yearDays), before(patienceDays)]);
  for (const each of due) {
    const person = recipientOf(each);
    const step = nextStep(each.attempt, person !== undefined);
    const { id, name, slug } = each;
    const lastConfirmedAt = new Date(each.lastConfirmedAt).toISOString();
    const data = { initiativeId: id, name, slug, lastConfirmedAt };
    const meta = { aggregateId: id, occurredAt: now };
    if (step.type === 'ask' && person !== undefined) {
      const { secret, hash } = issueSecret('frs');
      await tx.query(
        `insert into freshness_link (secret_hash, initiative_id, person, created_at) values ($1, $2, $3, $4)`,
        [hash, id, JSON.stringify(person), now],
      );
      await tx.query(
        `insert into freshness (initiative_id, attempt, asked_at) values ($1, $2, $3)
         on conflict (initiative_id) do update set attempt = $2, asked_at = $3`,
        [id, step.attempt, now],
      );
      const { attempt } = step;
      const asked = { ...data, attempt, personal: { ...person, answerUrl: urlOf(secret) } };
      publishAll(tx, [publication(freshnessCheckDue, { ...meta, sequence: attempt, data: asked })]);
    } else {
      await tx.query(
        `insert into freshness (initiative_id, overdue_since) values ($1, $2)
         on conflict (initiative_id) do update set overdue_since = $2`,
        [id, now],
      );
      publishAll(tx, [publication(freshnessOverdue, { ...meta, sequence: each.attempt + 1, data })]);
    }
  }
  return due.length;
}

/** Whoever answers for it: its own contact before the person who proposed it. */
function recipientOf({ contact, proposer, name }: Due): Proposer | undefined {
  const email = contact?.email?.value;
  if (email === undefined) return proposer ?? undefined;
  return { name: contact?.person?.value ?? name.ca, email, language: proposer?.language ?? 'ca' };
}

interface LinkRow {
  initiative_id: string;
  person: Proposer;
  version: number;
}

async function answer(tx: Transaction, secret: string, now: Date): Promise<LinkRow> {
  const [row] = await tx.query<LinkRow>(
    `update freshness_link set answered_at = $2 from initiative
     where secret_hash = $1 and initiative.id = initiative_id and status = 'published'
     returning initiative_id, person, version`,
    [hashSecret(secret), now],
  );
  if (row === undefined) throw linkUnknown();
  return row;
}
