import { type Fields, type FormValues, given } from '../../../ui/fields.ts';
import { closeRanks, rowCount } from '../../../ui/rows.ts';
import type { paths } from '../../../upstream/generated/directory.ts';
import type { NamedInitiative } from './initiative-names.ts';

type Initiative = paths['/v1/staff/initiatives/{id}']['get']['responses'][200]['content']['application/json'];
/** An initiative, and what those that it cooperates with are called. */
export type NamedDetails = Initiative & { readonly partners: readonly NamedInitiative[] };
/** What may be said of one. */
export type InitiativeBody = NonNullable<
  paths['/v1/staff/initiatives']['post']['requestBody']
>['content']['application/json'];

/** The fields by which people reach an initiative. */
export const contactFields = ['email', 'phone', 'person'] as const;
/** The lists of a form of rows, and what of a row says that there is anything in it. */
export const rowLists = {
  cooperatesWith: ['name'],
  offers: ['name.ca', 'name.es', 'name.en'],
  links: ['url'],
  'openingHours.weekly': ['days', 'opens', 'closes'],
  'criteria.met': ['evidence.ca', 'evidence.es', 'evidence.en', 'url'],
} as const;

const languages = ['ca', 'es', 'en'] as const;
type Words = { ca: string; es?: string; en?: string };

function wordsAs(name: string, words: Words | undefined): FormValues {
  return Object.fromEntries(languages.map((language) => [`${name}.${language}`, words?.[language] ?? '']));
}

/** An initiative as a form holds it. */
export function initiativeValues(stored: NamedDetails): FormValues {
  const { position, contact, openingHours, criteria } = stored;
  const values: Record<string, string | readonly string[]> = {
    ...wordsAs('name', stored.name),
    ...wordsAs('summary', stored.summary),
    ...wordsAs('description', stored.description),
    legalForm: stored.legalForm,
    sectors: stored.sectors,
    neighbourhood: stored.neighbourhood ?? '',
    address: stored.address ?? '',
    position: position === undefined ? '' : `${position.latitude}, ${position.longitude}`,
    website: stored.website ?? '',
    taxId: stored.taxId ?? '',
    foundedIn: String(stored.foundedIn ?? ''),
    needs: stored.needs ?? [],
    networks: stored.networks ?? [],
    ...wordsAs('openingHours.note', openingHours?.note),
    'criteria.version': criteria?.version ?? '',
  };
  for (const field of contactFields) {
    const { value, consent } = contact?.[field] ?? {};
    values[`contact.${field}.value`] = value ?? '';
    values[`contact.${field}.consent`] = consent === undefined ? '' : 'yes';
    values[`contact.${field}.consent.givenBy`] = consent?.givenBy ?? '';
    // Without one the form proposes the text of now.
    if (consent !== undefined) values[`contact.${field}.consent.textVersion`] = consent.textVersion;
  }
  for (const [row, { name }] of stored.partners.entries()) values[`cooperatesWith.${row}.name`] = name;
  for (const [row, { kind, name }] of (stored.offers ?? []).entries())
    Object.assign(values, { [`offers.${row}.kind`]: kind }, wordsAs(`offers.${row}.name`, name));
  for (const [row, { kind, url }] of (stored.links ?? []).entries())
    Object.assign(values, { [`links.${row}.kind`]: kind, [`links.${row}.url`]: url });
  for (const [row, { days, opens, closes }] of (openingHours?.weekly ?? []).entries()) {
    const at = `openingHours.weekly.${row}`;
    Object.assign(values, { [`${at}.days`]: days, [`${at}.opens`]: opens, [`${at}.closes`]: closes });
  }
  for (const [row, { code, evidence, url }] of (criteria?.met ?? []).entries()) {
    const at = `criteria.met.${row}`;
    Object.assign(values, { [`${at}.code`]: code, [`${at}.url`]: url ?? '' }, wordsAs(`${at}.evidence`, evidence));
  }
  return values;
}

/** A form without the rows that say nothing. */
export function tidyInitiative(values: FormValues): FormValues {
  return Object.entries(rowLists).reduce((tidied, [list, says]) => closeRanks(tidied, list, says), values);
}

/** What a form says, but for those that it cooperates with; consents that stay as they were keep their day. */
export function readInitiative(fields: Fields, stored: NamedDetails | undefined): InitiativeBody {
  const words = (name: string): Words | undefined => {
    const said = given({ es: fields.text(`${name}.es`), en: fields.text(`${name}.en`) });
    const ca = fields.text(`${name}.ca`);
    return ca === undefined && Object.keys(said).length === 0 ? undefined : { ca: ca ?? '', ...said };
  };
  const rows = <T>(list: string, read: (at: string) => T): T[] | undefined => {
    const count = rowCount(fields.values, list);
    return count === 0 ? undefined : Array.from({ length: count }, (_, row) => read(`${list}.${row}`));
  };
  const weekly = rows('openingHours.weekly', (at) => ({
    days: fields.list(`${at}.days`),
    opens: fields.required(`${at}.opens`),
    closes: fields.required(`${at}.closes`),
  }));
  const note = words('openingHours.note');
  const met = rows('criteria.met', (at) => ({
    code: fields.required(`${at}.code`),
    evidence: words(`${at}.evidence`) ?? { ca: '' },
    ...given({ url: fields.text(`${at}.url`) }),
  }));
  const contact = contactFields.flatMap((field) => {
    const value = fields.text(`contact.${field}.value`);
    return value === undefined ? [] : [[field, { value, ...consentOf(fields, field, stored) }] as const];
  });
  return {
    name: words('name') ?? { ca: '' },
    legalForm: fields.required('legalForm'),
    sectors: fields.list('sectors'),
    needs: fields.list('needs'),
    networks: fields.list('networks'),
    ...given({
      summary: words('summary'),
      description: words('description'),
      neighbourhood: fields.text('neighbourhood'),
      address: fields.text('address'),
      position: positionOf(fields.text('position')),
      website: fields.text('website'),
      taxId: fields.text('taxId'),
      foundedIn: fields.number('foundedIn'),
      offers: rows('offers', (at) => ({
        kind: fields.text(`${at}.kind`) === 'product' ? ('product' as const) : ('service' as const),
        name: words(`${at}.name`) ?? { ca: '' },
      })),
      links: rows('links', (at) => ({ kind: fields.required(`${at}.kind`), url: fields.required(`${at}.url`) })),
      contact: contact.length === 0 ? undefined : Object.fromEntries(contact),
      openingHours:
        weekly === undefined && note === undefined ? undefined : { weekly: weekly ?? [], ...given({ note }) },
      criteria: met === undefined ? undefined : { version: fields.required('criteria.version'), met },
    }),
  };
}

function consentOf(fields: Fields, field: (typeof contactFields)[number], stored: NamedDetails | undefined) {
  const at = `contact.${field}.consent`;
  if (!fields.flag(at)) return {};
  const before = stored?.contact?.[field];
  const textVersion = fields.required(`${at}.textVersion`);
  const givenBy = fields.text(`${at}.givenBy`);
  const same =
    before?.value === fields.text(`contact.${field}.value`) &&
    before?.consent?.givenBy === givenBy &&
    before?.consent?.textVersion === textVersion;
  return {
    consent: { textVersion, ...given({ givenBy, givenAt: same ? before?.consent?.givenAt : undefined }) },
  };
}

/**
 * A place as maps give it, latitude first: `41.3597, 2.0997`, or with decimal commas `41,3597; 2,0997`. What is none goes on
 * as such, for the service to say so.
 */
export function positionOf(text: string | undefined): { latitude: number; longitude: number } | undefined {
  if (text === undefined) return undefined;
  const [latitude, longitude] = (
    /^(-?\d+(?:[.,]\d+)?)(?:\s*[;/]\s*|\s*,\s+|\s+|,)(-?\d+(?:[.,]\d+)?)$/.exec(text)?.slice(1) ?? []
  ).map((number) => Number(number.replace(',', '.')));
  return { latitude: latitude ?? Number.NaN, longitude: longitude ?? Number.NaN };
}
