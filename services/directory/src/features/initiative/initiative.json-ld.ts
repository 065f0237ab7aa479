import {
  findLegalForm,
  findNeighbourhood,
  findNetwork,
  findSector,
  findWeekday,
  municipality,
} from '@ateneu/reference-data';
import { type LocalizedText, languages } from '@ateneu/kernel';

import type { PublicInitiative } from './read-initiatives.query.ts';

const essglobal = 'http://purl.org/essglobal/vocab/';
/** The concept "co-operative" among the legal forms of ESSGlobal, the only one that all of ours can be told from. */
const cooperative = 'http://purl.org/essglobal/standard/legal-form/L2';

/**
 * An initiative as linked data: a schema.org Organization, and an SSEInitiative of ESSGlobal, the vocabulary that
 * federated maps of the social and solidarity economy share. It is named by its id, which no change of address alters.
 */
export function toJsonLd(initiative: PublicInitiative, addresses: { api: string; page: string }) {
  const legalForm = findLegalForm(initiative.legalForm);
  const sectors = initiative.sectors.flatMap((code) => findSector(code) ?? []);
  return withoutAbsent({
    '@context': ['https://schema.org', { essglobal, 'essglobal:legalForm': { '@type': '@id' } }],
    '@type': ['Organization', 'essglobal:SSEInitiative'],
    '@id': `${addresses.api}/v1/initiatives/${initiative.id}`,
    identifier: initiative.id,
    name: texts(initiative.name),
    disambiguatingDescription: texts(initiative.summary),
    description: initiative.description === null ? undefined : texts(initiative.description),
    mainEntityOfPage: addresses.page,
    url: initiative.website ?? undefined,
    sameAs: listed(initiative.links.map((link) => link.url)),
    foundingDate: initiative.foundedIn === null ? undefined : String(initiative.foundedIn),
    email: initiative.contact.email,
    telephone: initiative.contact.phone,
    contactPoint:
      initiative.contact.person === undefined
        ? undefined
        : { '@type': 'ContactPoint', name: initiative.contact.person },
    memberOf: listed(
      initiative.networks.flatMap((code) => {
        const network = findNetwork(code);
        return network === undefined ? [] : [{ '@type': 'Organization', name: network.label.ca }];
      }),
    ),
    makesOffer: listed(
      initiative.offers.map(({ kind, name }) => ({
        '@type': 'Offer',
        itemOffered: { '@type': kind === 'product' ? 'Product' : 'Service', name: texts(name) },
      })),
    ),
    openingHoursSpecification: listed(
      initiative.openingHours?.weekly.map(({ days, opens, closes }) => ({
        '@type': 'OpeningHoursSpecification',
        dayOfWeek: days.flatMap((code) => findWeekday(code)?.schemaOrg ?? []),
        opens,
        closes,
      })) ?? [],
    ),
    address: addressOf(initiative),
    location: placeOf(initiative),
    keywords: sectors.flatMap(({ label }) => texts(label)),
    'essglobal:economicSector': [...new Set(sectors.map((sector) => sector.essglobal))],
    'essglobal:legalForm': legalForm?.cooperative === true ? cooperative : undefined,
    additionalProperty:
      legalForm === undefined
        ? undefined
        : { '@type': 'PropertyValue', propertyID: 'legalForm', value: legalForm.code, name: texts(legalForm.label) },
  });
}

function addressOf({ address, neighbourhood }: PublicInitiative) {
  const barri = neighbourhood === null ? undefined : findNeighbourhood(neighbourhood);
  if (address === null && barri === undefined) return undefined;
  return withoutAbsent({
    '@type': 'PostalAddress',
    streetAddress: address ?? undefined,
    addressLocality: municipality.name,
    addressRegion: 'Catalunya',
    addressCountry: 'ES',
    name: barri?.name,
  });
}

function placeOf({ position }: PublicInitiative) {
  if (position === null) return undefined;
  return {
    '@type': 'Place',
    geo: { '@type': 'GeoCoordinates', longitude: position.longitude, latitude: position.latitude },
  };
}

/** A text in every language it is in, each told. */
function texts(text: LocalizedText): { '@language': string; '@value': string }[] {
  return languages.flatMap((language) => {
    const value = text[language];
    return value === undefined ? [] : [{ '@language': language, '@value': value }];
  });
}

/** An empty list says nothing. */
function listed<T>(items: T[]): T[] | undefined {
  return items.length === 0 ? undefined : items;
}

function withoutAbsent(object: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));
}
