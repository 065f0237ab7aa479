import {
  findCriterion,
  findLegalForm,
  findLinkKind,
  findNeed,
  findNeighbourhood,
  findNetwork,
  findSector,
  findWeekday,
} from '@ateneu/reference-data';
import {
  emailSchema,
  idSchema,
  isoDateTimeSchema,
  localizedTextSchema,
  personNameSchema,
  safeText,
} from '@ateneu/service-kit';
import { z } from 'zod';

import { type ContactValue, contactFields, type InitiativeDetails } from './details.ts';
import { consentUnnamed, initiativeCodeUnknown, openingTimeEmpty } from './initiative.errors.ts';

/** A place on Earth, in degrees (WGS 84). */
export const positionSchema = z.object({
  longitude: z.number().min(-180).max(180).describe('Degrees east.'),
  latitude: z.number().min(-90).max(90).describe('Degrees north.'),
});

const code = z.string().max(60);
const webAddress = z.url({ protocol: /^https?$/ }).max(300);
const time = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
  .describe('`HH:MM`.');

/** Products and services. */
export const offersSchema = z
  .array(z.object({ kind: z.enum(['product', 'service']), name: localizedTextSchema({ max: 120 }) }))
  .max(40)
  .describe('What it makes and does for others.');

/** Addresses besides the website. */
export const linksSchema = z
  .array(z.object({ kind: code.describe('A code of `/v1/reference/link-kinds`.'), url: webAddress }))
  .max(15);

/** When it is open. */
export const openingHoursSchema = z.object({
  weekly: z
    .array(
      z.object({
        days: z.array(code).min(1).max(7).describe('Codes of `/v1/reference/weekdays`.'),
        opens: time,
        closes: time.describe('`HH:MM`; past midnight where it is before `opens`.'),
      }),
    )
    .max(30),
  note: localizedTextSchema({ max: 300 }).optional().describe('Holidays, appointments, and the like.'),
});

/** The criteria met, with their evidence. */
export const criteriaSchema = z.object({
  version: z.string().max(20).describe('A version of `/v1/reference/criteria`.'),
  met: z
    .array(z.object({ code, evidence: localizedTextSchema({ max: 1_000 }), url: webAddress.optional() }))
    .max(50)
    .describe('Each with what shows that it is met.'),
});

const consent = z
  .object({
    textVersion: safeText({ max: 50 }).describe('The version of the text that was agreed to.'),
    givenBy: personNameSchema.optional().describe('Who agreed; whoever proposes, when absent. Staff always say who.'),
    givenAt: isoDateTimeSchema.optional().describe('When; now, when absent.'),
  })
  .optional()
  .describe('The consent to publish this field; without it nobody but staff sees it.');

/** How people reach it. */
export const contactSchema = z.object({
  email: z.object({ value: emailSchema, consent }).optional(),
  phone: z
    .object({
      value: z
        .string()
        .regex(/^\+?[0-9][0-9 ]{7,18}$/)
        .describe('Digits, with spaces and a leading + where wanted.'),
      consent,
    })
    .optional(),
  person: z.object({ value: personNameSchema, consent }).optional(),
});

/** What can be said of an initiative, by whoever proposes or edits it. */
export const detailsSchema = z.object({
  name: localizedTextSchema({ max: 150 }),
  summary: localizedTextSchema({ max: 500 }).optional().describe('One or two sentences; needed before publication.'),
  description: localizedTextSchema({ max: 10_000, multiline: true }).optional(),
  legalForm: code.describe('A code of `/v1/reference/legal-forms`.'),
  sectors: z.array(code).min(1).max(5).describe('Codes of `/v1/reference/sectors`.'),
  neighbourhood: z.string().max(10).optional().describe('A code of `/v1/reference/neighbourhoods`.'),
  address: safeText({ min: 1, max: 200 }).optional(),
  position: positionSchema.optional().describe('Where it is, for maps and nearness.'),
  website: webAddress.optional(),
  taxId: safeText({ min: 9, max: 12 }).optional().describe('Spanish tax id (NIF).'),
  foundedIn: z.int().min(1700).max(2100).optional().describe('The year it was founded.'),
  offers: offersSchema.optional(),
  needs: z.array(code).max(20).optional().describe('Needs it covers: codes of `/v1/reference/needs`.'),
  networks: z.array(code).max(20).optional().describe('Networks it is in: codes of `/v1/reference/networks`.'),
  cooperatesWith: z.array(idSchema).max(50).optional().describe('Ids of initiatives it cooperates with.'),
  links: linksSchema.optional(),
  contact: contactSchema
    .optional()
    .describe('How people reach it; each field is published with its own consent alone.'),
  openingHours: openingHoursSchema.optional(),
  criteria: criteriaSchema.optional(),
});

type Input = z.output<typeof detailsSchema>;
/** Some fields of an input; null takes one away. */
export type PartialInput = { [Field in keyof Input]?: Input[Field] | null | undefined };

/** Who gives consents that name nobody, and when it is. */
export interface ConsentContext {
  givenBy?: string | undefined;
  at: Date;
}

/**
 * Some fields as the domain keeps them: codes checked, lists without repetitions, consents complete.
 *
 * @throws DomainError `directory.initiative.code-unknown`, `.opening-time-empty` or `.consent-unnamed`
 */
export function fieldsFrom(
  input: PartialInput,
  context: ConsentContext,
): { [Field in keyof InitiativeDetails]?: InitiativeDetails[Field] | null } {
  assertCodesKnown(input);
  for (const { opens, closes } of input.openingHours?.weekly ?? []) {
    if (opens === closes) throw openingTimeEmpty({ time: opens });
  }
  const fields: Record<string, unknown> = { ...input };
  for (const field of ['sectors', 'needs', 'networks', 'cooperatesWith'] as const) {
    const values = input[field];
    if (values != null) fields[field] = [...new Set(values)];
  }
  const { contact } = input;
  if (contact != null) {
    const given = contactFields.flatMap((field) => {
      const value = contact[field];
      return value === undefined ? [] : [[field, withConsent(value, context)] as const];
    });
    fields['contact'] = given.length === 0 ? null : Object.fromEntries(given);
  }
  // What is empty is not there.
  for (const [field, value] of Object.entries(fields)) {
    if (Array.isArray(value) && value.length === 0) fields[field] = null;
  }
  return fields;
}

function withConsent(
  { value, consent: given }: { value: string; consent?: z.output<typeof consent> },
  { givenBy, at }: ConsentContext,
): ContactValue {
  if (given === undefined) return { value };
  const by = given.givenBy ?? givenBy;
  if (by === undefined) throw consentUnnamed();
  const { textVersion, givenAt } = given;
  return { value, consent: { givenBy: by, givenAt: new Date(givenAt ?? at).toISOString(), textVersion } };
}

/** The details that an input says. @throws DomainError as {@link fieldsFrom} */
export function detailsFrom(input: Input, context: ConsentContext): InitiativeDetails {
  const said = Object.entries(fieldsFrom(input, context)).filter(([, value]) => value !== null);
  return Object.fromEntries(said) as unknown as InitiativeDetails;
}

/** @throws DomainError `directory.initiative.code-unknown` */
function assertCodesKnown(input: PartialInput): void {
  const check = (
    field: string,
    codes: readonly (string | null | undefined)[],
    find: (value: string) => unknown,
  ): void => {
    for (const value of codes) {
      if (value != null && find(value) === undefined) throw initiativeCodeUnknown({ field, value });
    }
  };
  const { criteria } = input;
  check('legalForm', [input.legalForm], findLegalForm);
  check('sectors', input.sectors ?? [], findSector);
  check('neighbourhood', [input.neighbourhood], findNeighbourhood);
  check('needs', input.needs ?? [], findNeed);
  check('networks', input.networks ?? [], findNetwork);
  check('links', input.links?.map((link) => link.kind) ?? [], findLinkKind);
  check('openingHours', input.openingHours?.weekly.flatMap((each) => each.days) ?? [], findWeekday);
  check('criteria', criteria?.met.map((each) => each.code) ?? [], (met) => findCriterion(criteria?.version ?? '', met));
}
