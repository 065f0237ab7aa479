import type { DeskView } from '../../../shell/desk-page.ts';
import type { FormValues } from '../../../ui/fields.ts';
import { rowCount } from '../../../ui/rows.ts';
import { contactFields, rowLists } from './initiative.model.ts';

/** What a field of the contact is called. */
export function contactName({ t }: Pick<DeskView, 't'>, field: (typeof contactFields)[number]): string {
  const { contactEmail, contactPhone, contactPerson } = t.consoleInitiative;
  return { email: contactEmail, phone: contactPhone, person: contactPerson }[field];
}

/** What two people may have written, by field. */
export function initiativeLabels(view: DeskView, values: FormValues): Record<string, string> {
  const { directory: t, consoleInitiative: i, shell } = view.t;
  const inLanguages = (name: string, label: string): [string, string][] =>
    ['ca', 'es', 'en'].map((language) => [`${name}.${language}`, `${label} (${language})`]);
  const inRows = (list: keyof typeof rowLists, label: (n: number) => string): [string, string][] =>
    Array.from({ length: rowCount(values, list) }, (_, row) =>
      [...rowLists[list], ...(list === 'criteria.met' ? ['code'] : [])].map((field): [string, string] => [
        `${list}.${row}.${field}`,
        `${label(row + 1)} (${fieldWord(view, field)})`,
      ]),
    ).flat();
  return Object.fromEntries([
    ...inLanguages('name', t.name),
    ...inLanguages('summary', t.summary),
    ...inLanguages('description', t.description),
    ['legalForm', t.legalForm],
    ['sectors', t.sectors],
    ['neighbourhood', t.neighbourhood],
    ['address', t.address],
    ['position', i.position],
    ['website', shell.website],
    ['taxId', 'NIF'],
    ['foundedIn', i.foundedIn],
    ['needs', i.needs],
    ['networks', i.networks],
    ...contactFields.flatMap((field) => [
      [`contact.${field}.value`, contactName(view, field)],
      [`contact.${field}.consent`, i.mayBePublished(contactName(view, field))],
      [`contact.${field}.consent.givenBy`, i.consentBy(contactName(view, field))],
    ]),
    ...inRows('links', i.link),
    ...inRows('openingHours.weekly', i.openingRow),
    ...inLanguages('openingHours.note', i.openingNote),
    ...inRows('offers', i.offer),
    ...inRows('cooperatesWith', (n) => `${i.cooperatesWith} ${n}`),
    ...inRows('criteria.met', i.criterion),
  ]);
}

function fieldWord({ t: { consoleInitiative: i, desk } }: DeskView, field: string): string {
  const words: Record<string, string> = {
    url: i.url,
    days: i.days,
    opens: i.opens,
    closes: i.closes,
    code: i.which,
    name: desk.name,
  };
  return words[field] ?? field.replace(/^(name|evidence)\./, '');
}
