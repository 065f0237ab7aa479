import type { LocalizedText } from '@ateneu/kernel';
import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

import type { Contact, CriteriaMet, InitiativeDetails, Link, Offer, OpeningHours, Position } from './details.ts';
import type { Initiative, Origin, Proposer, Rejection } from './initiative.ts';

/** The row of an initiative. The generated search columns are the database's own and not mapped. */
export const InitiativeEntity = defineEntity({
  name: 'Initiative',
  tableName: 'initiative',
  properties: {
    id: p.uuid().primary(),
    version: p.integer(),
    status: p.string().$type<Exclude<Initiative['status'], 'none'>>(),
    slug: p.string().nullable(),
    name: p.json<LocalizedText>(),
    summary: p.json<LocalizedText>().nullable(),
    description: p.json<LocalizedText>().nullable(),
    legalForm: p.string(),
    sectors: p.array(),
    neighbourhood: p.string().nullable(),
    address: p.string().nullable(),
    longitude: p.float().nullable(),
    latitude: p.float().nullable(),
    website: p.string().nullable(),
    taxId: p.string().nullable(),
    foundedIn: p.integer().nullable(),
    offers: p.json<Offer[]>().nullable(),
    needs: p.array().nullable(),
    networks: p.array().nullable(),
    cooperatesWith: p.array().nullable(),
    links: p.json<Link[]>().nullable(),
    contact: p.json<Contact>().nullable(),
    openingHours: p.json<OpeningHours>().nullable(),
    criteria: p.json<CriteriaMet>().nullable(),
    origin: p.json<Origin>(),
    proposer: p.json<Proposer>().nullable(),
    rejection: p.json<Rejection>().nullable(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
    publishedAt: p.datetime().nullable(),
  },
});

export type InitiativeRow = InferEntity<typeof InitiativeEntity>;

/** The state as columns. */
export function toColumns(state: Exclude<Initiative, { status: 'none' }>) {
  const { details } = state;
  return {
    status: state.status,
    slug: 'slug' in state ? state.slug : null,
    name: details.name,
    summary: details.summary ?? null,
    description: details.description ?? null,
    legalForm: details.legalForm,
    sectors: [...details.sectors],
    neighbourhood: details.neighbourhood ?? null,
    address: details.address ?? null,
    longitude: details.position?.longitude ?? null,
    latitude: details.position?.latitude ?? null,
    website: details.website ?? null,
    taxId: details.taxId ?? null,
    foundedIn: details.foundedIn ?? null,
    offers: listOrNull(details.offers),
    needs: listOrNull(details.needs),
    networks: listOrNull(details.networks),
    cooperatesWith: listOrNull(details.cooperatesWith),
    links: listOrNull(details.links),
    contact: details.contact ?? null,
    openingHours: details.openingHours ?? null,
    criteria: details.criteria ?? null,
    origin: state.origin,
    proposer: state.proposer ?? null,
    rejection: state.status === 'rejected' ? state.rejection : null,
    publishedAt: 'publishedAt' in state ? state.publishedAt : null,
  };
}

/** What is empty is not there. */
function listOrNull<T>(items: readonly T[] | undefined): T[] | null {
  return items === undefined || items.length === 0 ? null : [...items];
}

function positionOf(longitude?: number | null, latitude?: number | null): Position | undefined {
  return longitude == null || latitude == null ? undefined : { longitude, latitude };
}

/** The details that a row holds. */
export function detailsOf(row: InitiativeRow): InitiativeDetails {
  return {
    name: row.name,
    summary: row.summary ?? undefined,
    description: row.description ?? undefined,
    legalForm: row.legalForm,
    sectors: row.sectors,
    neighbourhood: row.neighbourhood ?? undefined,
    address: row.address ?? undefined,
    position: positionOf(row.longitude, row.latitude),
    website: row.website ?? undefined,
    taxId: row.taxId ?? undefined,
    foundedIn: row.foundedIn ?? undefined,
    offers: row.offers ?? undefined,
    needs: row.needs ?? undefined,
    networks: row.networks ?? undefined,
    cooperatesWith: row.cooperatesWith ?? undefined,
    links: row.links ?? undefined,
    contact: row.contact ?? undefined,
    openingHours: row.openingHours ?? undefined,
    criteria: row.criteria ?? undefined,
  };
}

/** The state that a row holds. */
export function toState(row: InitiativeRow): Initiative {
  const common = { id: row.id, details: detailsOf(row), origin: row.origin, proposer: row.proposer ?? undefined };
  switch (row.status) {
    case 'proposed':
    case 'in-review':
      return { status: row.status, ...common };
    case 'rejected':
      return { status: row.status, ...common, rejection: row.rejection ?? { reasonCode: 'other' } };
    default:
      if (row.slug == null || row.publishedAt == null) throw new TypeError(`Initiative ${row.id} has no slug.`);
      return { status: row.status, ...common, slug: row.slug, publishedAt: row.publishedAt };
  }
}
