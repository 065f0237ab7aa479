import type { Transaction } from '@ateneu/persistence';

import { initiativeSlugTaken } from './initiative.errors.ts';
import type { InitiativeEvent } from './initiative.ts';
import { freeSlug, slugOf } from './slug.ts';

/** A slug for a name that no initiative has or had. */
export async function findFreeSlug(tx: Transaction, name: string): Promise<string> {
  const slug = slugOf(name);
  await lockSlug(tx, slug);
  const rows = await tx.query<{ slug: string }>(
    `select slug from initiative where slug = $1 or slug like $1 || '-%'
     union all select slug from initiative_former_slug where slug = $1 or slug like $1 || '-%'`,
    [slug],
  );
  return freeSlug(slug, new Set(rows.map((row) => row.slug)));
}

/**
 * Keeps the address that an initiative gives up, so that it goes on leading there. An initiative may take back an
 * address of its own.
 *
 * @throws DomainError `directory.initiative.slug-taken`
 */
export async function recordSlugChanges(
  tx: Transaction,
  id: string,
  events: readonly InitiativeEvent[],
): Promise<void> {
  for (const event of events) {
    if (event.type !== 'slug-changed') continue;
    await lockSlug(tx, event.slug);
    const [taken] = await tx.query(
      `select slug from initiative where slug = $1 and id <> $2
       union all select slug from initiative_former_slug where slug = $1 and initiative_id <> $2`,
      [event.slug, id],
    );
    if (taken !== undefined) throw initiativeSlugTaken({ slug: event.slug });
    await tx.query(`delete from initiative_former_slug where slug = $1`, [event.slug]);
    await tx.query(`insert into initiative_former_slug (slug, initiative_id, replaced_at) values ($1, $2, $3)`, [
      event.from,
      id,
      event.at,
    ]);
  }
}

/** Two that want one slug, or numbers of one, at the same moment must not both see it free. */
async function lockSlug(tx: Transaction, slug: string): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('slug:' || $1, 0))`, [slug.replace(/(-\d+)+$/, '')]);
}

/**
 * Slugs for many names at once, each of them free and no two alike. Nothing is locked: where somebody else takes one
 * meanwhile, the row is refused by its unique index.
 */
export async function findFreeSlugs(tx: Transaction, names: readonly string[]): Promise<string[]> {
  const wanted = names.map(slugOf);
  const rows = await tx.query<{ slug: string }>(
    `with wanted as (select distinct slug from unnest($1::text[]) as slug)
     select initiative.slug from wanted join initiative on initiative.slug = wanted.slug
       or (initiative.slug ~>=~ (wanted.slug || '-') and initiative.slug ~<~ (wanted.slug || '.'))
     union select former.slug from wanted join initiative_former_slug as former on former.slug = wanted.slug
       or starts_with(former.slug, wanted.slug || '-')`,
    [wanted],
  );
  const taken = new Set(rows.map((row) => row.slug));
  return wanted.map((slug) => {
    const free = freeSlug(slug, taken);
    taken.add(free);
    return free;
  });
}
