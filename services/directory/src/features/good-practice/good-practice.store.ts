import { goodPracticePublished, goodPracticeUnpublished, goodPracticeUpdated } from '@ateneu/events';
import { newId } from '@ateneu/kernel';
import { publication, publishAll } from '@ateneu/messaging';
import { type Database, type Idempotency, recordChanged, transact, type Transaction } from '@ateneu/persistence';

import { freeSlug, isSame, slugOf } from '../initiative/index.ts';
import { goodPracticeInitiativeUnknown, goodPracticeNotFound } from './good-practice.errors.ts';
import {
  type GoodPracticeContent,
  type GoodPracticeStatus,
  type GoodPracticeStep,
  stateAfter,
} from './good-practice.ts';

/** Where a good practice stands after a change. */
export interface GoodPracticeVersion {
  id: string;
  version: number;
  status: GoodPracticeStatus;
  slug: string | null;
}

/** Keeps good practices, and tells the others what is public of them. */
export interface GoodPracticeStore {
  /** @throws DomainError `directory.good-practice.initiative-unknown` */
  create(
    content: GoodPracticeContent,
    at: Date,
    options?: { idempotency?: Idempotency | undefined },
  ): Promise<GoodPracticeVersion>;
  /** @throws DomainError `.not-found`, `.initiative-unknown`, or `kit.record.changed` */
  edit(id: string, content: GoodPracticeContent, options: Expected): Promise<GoodPracticeVersion>;
  /** @throws DomainError `.not-found`, `.wrong-state`, or `kit.record.changed` */
  take(id: string, step: GoodPracticeStep, options: Expected): Promise<GoodPracticeVersion>;
}

interface Expected {
  expectedVersion: number;
  at: Date;
}

interface Row {
  id: string;
  version: number;
  status: GoodPracticeStatus;
  slug: string | null;
  title: GoodPracticeContent['title'];
  summary: GoodPracticeContent['summary'];
  body: GoodPracticeContent['body'];
  initiativeIds: string[];
  sectors: string[];
  publishedAt: string | null;
}

const columns = `id, version, status, slug, title, summary, body, initiative_ids as "initiativeIds", sectors,
  published_at as "publishedAt"`;

export function createGoodPracticeStore(database: Database, urlOf: (slug: string) => string): GoodPracticeStore {
  return {
    create: (content, at, options = {}) =>
      transact(
        database,
        async (tx) => {
          await assertInitiatives(tx, content.initiativeIds);
          const [row] = await tx.query<Row>(
            `insert into good_practice (id, version, status, title, summary, body, initiative_ids, sectors, created_at,
               updated_at) values ($1, 1, 'draft', $2, $3, $4, $5::uuid[], $6::text[], $7, $7) returning ${columns}`,
            [newId(), ...valuesOf(content), at],
          );
          return versionOf(row);
        },
        options,
      ),
    edit: (id, content, { expectedVersion, at }) =>
      transact(database, async (tx) => {
        const row = await lock(tx, id, expectedVersion);
        const { title, summary, body, initiativeIds, sectors } = row;
        if (isSame({ title, summary, body, initiativeIds, sectors }, content)) return versionOf(row);
        await assertInitiatives(tx, content.initiativeIds);
        const [saved] = await tx.query<Row>(
          `update good_practice set version = version + 1, title = $2, summary = $3, body = $4,
             initiative_ids = $5::uuid[], sectors = $6::text[], updated_at = $7 where id = $1 returning ${columns}`,
          [id, ...valuesOf(content), at],
        );
        if (saved?.status === 'published') publish(tx, goodPracticeUpdated, saved, at, urlOf);
        return versionOf(saved);
      }),
    take: (id, step, { expectedVersion, at }) =>
      transact(database, async (tx) => {
        const row = await lock(tx, id, expectedVersion);
        const status = stateAfter(row.status, step);
        if (status === row.status) return versionOf(row);
        const slug = row.slug ?? (await findSlug(tx, row.title.ca));
        const [saved] = await tx.query<Row>(
          `update good_practice set version = version + 1, status = $2, slug = $3,
             published_at = coalesce(published_at, $4), updated_at = $4 where id = $1 returning ${columns}`,
          [id, status, slug, at],
        );
        if (saved === undefined) throw goodPracticeNotFound();
        if (status === 'published') publish(tx, goodPracticePublished, saved, at, urlOf);
        else {
          const data = { goodPracticeId: id, slug, title: saved.title };
          const meta = { aggregateId: id, sequence: saved.version, occurredAt: at };
          publishAll(tx, [publication(goodPracticeUnpublished, { ...meta, data })]);
        }
        return versionOf(saved);
      }),
  };
}

function valuesOf({ title, summary, body, initiativeIds, sectors }: GoodPracticeContent): unknown[] {
  return [JSON.stringify(title), JSON.stringify(summary), JSON.stringify(body), initiativeIds, sectors];
}

function versionOf(row: Row | undefined): GoodPracticeVersion {
  if (row === undefined) throw goodPracticeNotFound();
  const { id, version, status, slug } = row;
  return { id, version, status, slug };
}

async function lock(tx: Transaction, id: string, expectedVersion: number): Promise<Row> {
  const [row] = await tx.query<Row>(`select ${columns} from good_practice where id = $1 for update`, [id]);
  if (row === undefined) throw goodPracticeNotFound();
  if (row.version !== expectedVersion) throw recordChanged({ current: row.version });
  return row;
}

async function assertInitiatives(tx: Transaction, ids: readonly string[]): Promise<void> {
  const rows = await tx.query<{ id: string }>(`select id from initiative where id = any ($1::uuid[])`, [ids]);
  const known = new Set(rows.map((row) => row.id));
  const unknown = ids.find((id) => !known.has(id.toLowerCase()));
  if (unknown !== undefined) throw goodPracticeInitiativeUnknown({ id: unknown });
}

/** Two that want one slug at the same moment must not both see it free. */
async function findSlug(tx: Transaction, title: string): Promise<string> {
  const slug = slugOf(title);
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('practice-slug:' || $1, 0))`, [slug]);
  const rows = await tx.query<{ slug: string }>(
    `select slug from good_practice where slug = $1 or starts_with(slug, $1 || '-')`,
    [slug],
  );
  return freeSlug(slug, new Set(rows.map((row) => row.slug)));
}

function publish(
  tx: Transaction,
  contract: typeof goodPracticePublished,
  row: Row,
  at: Date,
  urlOf: (slug: string) => string,
): void {
  const { id, version, title, summary, initiativeIds, sectors } = row;
  const slug = row.slug ?? id;
  const publishedAt = new Date(row.publishedAt ?? at).toISOString();
  const data = { goodPracticeId: id, slug, title, summary, initiativeIds, sectors, url: urlOf(slug), publishedAt };
  publishAll(tx, [publication(contract, { aggregateId: id, sequence: version, occurredAt: at, data })]);
}
