import type { LocalizedText } from '@ateneu/kernel';
import type { Database } from '@ateneu/persistence';

import type { InitiativeDetails } from '../initiative/index.ts';

/** Why two initiatives may be one. */
export const duplicateReasons = ['name', 'tax-id', 'website', 'address', 'distance'] as const;
export type DuplicateReason = (typeof duplicateReasons)[number];

/** An initiative that may be the same. */
export interface PossibleDuplicate {
  id: string;
  slug: string | null;
  name: LocalizedText;
  status: string;
  /** How much alike the names are, from 0 to 1. */
  similarity: number;
  /** Metres between them, where both places are known. */
  distance: number | null;
  reasons: DuplicateReason[];
}

interface Row extends Omit<PossibleDuplicate, 'reasons'> {
  sameTaxId: boolean | null;
  sameWebsite: boolean | null;
  sameAddress: boolean | null;
}

/** Metres between two places that may be one door, and a box around them that surely holds it, in degrees. */
const nearMetres = 60;
const nearDegrees = 0.001;
/** How much alike names must be to be told alone, and beside one another. */
const alike = 0.45;
const alikeNearby = 0.25;

/**
 * Each way of being the same is a branch of its own, so that each has its index; of what is not public there is little,
 * and all of it is compared.
 */
export const duplicatesStatement = `
  with asked as materialized (
    select plain($1) as name, tax_id_key($2) as tax_id, website_key($3) as website, address_key($4) as address,
           $5::float8 as longitude, $6::float8 as latitude
  ), candidates as (
    select id from initiative where status = 'published' and name_plain % plain($1)
    union select id from initiative where status in ('proposed', 'in-review', 'unpublished')
    union select id from initiative where tax_id is not null and tax_id_key(tax_id) = tax_id_key($2)
    union select id from initiative where website is not null and website_key(website) = website_key($3)
    union select id from initiative where address is not null and address_key(address) = address_key($4)
    union select id from initiative where status = 'published' and point(longitude, latitude) <@
      box(point($5::float8 - ${nearDegrees}, $6::float8 - ${nearDegrees}), point($5 + ${nearDegrees}, $6 + ${nearDegrees}))
  ), compared as (
    select initiative.id, slug, initiative.name, status, similarity(name_plain, asked.name) as similarity,
           distance_metres(asked.longitude, asked.latitude, initiative.longitude, initiative.latitude) as distance,
           tax_id_key(initiative.tax_id) = asked.tax_id as "sameTaxId",
           website_key(initiative.website) = asked.website as "sameWebsite",
           address_key(initiative.address) = asked.address as "sameAddress"
    from candidates join initiative using (id) cross join asked
    where initiative.status not in ('archived', 'rejected') and ($7::uuid is null or initiative.id <> $7)
      and (not $8::boolean or status = 'published')
  )
  select * from compared
  where similarity >= ${alike} or (not $8 and "sameTaxId") or "sameWebsite" or "sameAddress"
    or (distance <= ${nearMetres} and similarity >= ${alikeNearby})
  order by (not $8 and coalesce("sameTaxId", false))::int * 4 + coalesce("sameWebsite", false)::int * 2
    + coalesce("sameAddress", false)::int + similarity * 2 desc, id
  limit 10`;

/**
 * The initiatives that may be the same as one described.
 *
 * @param options `publicOnly` compares what is public alone: neither is a proposal told, nor whose a tax id is. `except`
 *   is the initiative itself.
 */
export async function findDuplicates(
  { pool }: Database,
  details: Pick<InitiativeDetails, 'name' | 'taxId' | 'website' | 'address' | 'position'>,
  { publicOnly, except }: { publicOnly: boolean; except?: string },
): Promise<PossibleDuplicate[]> {
  const { name, taxId, website, address, position } = details;
  const { rows } = await pool.query<Row>({
    name: 'initiative-duplicates',
    text: duplicatesStatement,
    values: [
      name.ca,
      publicOnly ? null : (taxId ?? null),
      website ?? null,
      address ?? null,
      position?.longitude ?? null,
      position?.latitude ?? null,
      except ?? null,
      publicOnly,
    ],
  });
  return rows.map(({ sameTaxId, sameWebsite, sameAddress, ...row }) => {
    const seen: Record<DuplicateReason, boolean> = {
      name: row.similarity >= alike,
      'tax-id': !publicOnly && sameTaxId === true,
      website: sameWebsite === true,
      address: sameAddress === true,
      distance: row.distance !== null && row.distance <= nearMetres,
    };
    const distance = row.distance === null ? null : Math.round(row.distance);
    return {
      ...row,
      distance,
      similarity: Math.round(row.similarity * 100) / 100,
      reasons: duplicateReasons.filter((reason) => seen[reason]),
    };
  });
}
