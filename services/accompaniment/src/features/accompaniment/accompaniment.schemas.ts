import { findLegalForm, findNeighbourhood, findSector } from '@ateneu/reference-data';
import { idSchema, localizedTextSchema, personNameSchema, safeText } from '@ateneu/service-kit';
import { z } from 'zod';

import { projectSchema, projectViewSchema } from '../project/index.ts';
import { accompanimentCodeUnknown } from './accompaniment.errors.ts';
import { abandonReasons, modalities } from './accompaniment.ts';
import { areas } from './diagnosis.ts';
import { accompanimentStatuses } from './accompaniment-transitions.ts';
import type { Outcome } from './outcome.ts';

const code = z.string().max(60);
const paragraph = (max: number) => safeText({ min: 1, max, multiline: true });

/** From a referral (with its own project, or one that is known), for a known project, or with a new one. */
export const openSchema = z
  .object({
    referralId: idSchema.optional(),
    projectId: idSchema.optional(),
    project: projectSchema.optional(),
    modality: z.enum(modalities).optional().describe('Needed without a referral, which has its own.'),
    technician: z
      .object({ id: safeText({ min: 1, max: 100 }), name: personNameSchema })
      .optional()
      .describe('Who accompanies; whoever opens it when absent.'),
  })
  .refine(
    ({ referralId, projectId, project, modality }) =>
      referralId === undefined
        ? (projectId === undefined) !== (project === undefined) && modality !== undefined
        : project === undefined,
    {
      params: {
        message: {
          ca: 'Cal una derivació, o bé una modalitat i un projecte (existent o nou).',
          es: 'Hace falta una derivación, o bien una modalidad y un proyecto (existente o nuevo).',
          en: 'Give a referral, or else a modality and a project (known or new).',
        },
      },
    },
  );

export const sessionSchema = z.object({
  heldOn: z.iso.date(),
  minutes: z.int().min(5).max(720),
  people: z.int().min(0).max(1_000).describe('How many people of the group took part.'),
  memberIds: z
    .array(idSchema)
    .max(200)
    .optional()
    .describe('Those of them who are known members; the funder counts people by name.'),
  objective: paragraph(1_000),
  result: paragraph(5_000).optional().describe('What came back from it (*retorn*): agreements, next steps.'),
});

/** How an accompaniment ended. */
export const outcomeSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('entity-created'),
    entity: z.object({
      name: safeText({ min: 1, max: 200 }),
      taxId: safeText({ min: 9, max: 16 }).describe('Spanish tax id (NIF); its check character is verified.'),
      legalForm: code.describe('A code of the legal forms.'),
      constitutedOn: z.iso.date(),
      sectors: z.array(code).min(1).max(5),
      neighbourhood: code.optional(),
    }),
  }),
  z.object({ kind: z.literal('legal-form-transformed'), from: code, to: code }),
  z.object({
    kind: z.literal('consolidated'),
    through: z.enum(['new-market', 'new-line']),
    description: paragraph(2_000),
  }),
  z.object({ kind: z.literal('job-insertions'), jobs: z.int().min(1).max(1_000) }),
  z.object({ kind: z.literal('none'), why: paragraph(2_000) }),
]);

export const completeSchema = z.object({ outcome: outcomeSchema });

export const abandonSchema = z.object({ reasonCode: z.enum(abandonReasons), note: paragraph(2_000).optional() });

/** What a change answers with. */
export const versionSchema = z.object({
  id: z.uuid(),
  projectId: z.uuid(),
  version: z.int(),
  status: z.enum(accompanimentStatuses),
});

const instant = z.iso.datetime();
const technicianSchema = z.object({ id: z.string(), name: z.string() });

/** A consultancy session as it is read. */
export const sessionViewSchema = sessionSchema.extend({ id: z.uuid(), technician: technicianSchema, minutes: z.int() });

/** One line of the list. */
export const lineSchema = z.object({
  ...versionSchema.shape,
  projectName: z.string(),
  modality: z.enum(modalities),
  technician: technicianSchema,
  referralId: z.uuid().nullable(),
  minutes: z.int(),
  createdAt: instant,
  updatedAt: instant,
});

const phaseCode = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);

/** A phase of an itinerary, with what it is for and what is usually done in it. */
export const phaseSchema = z.object({
  code: phaseCode,
  name: localizedTextSchema({ max: 100 }),
  objectives: z
    .array(localizedTextSchema({ max: 300 }))
    .max(20)
    .optional(),
  tasks: z
    .array(z.object({ code: phaseCode, name: localizedTextSchema({ max: 200 }) }))
    .max(30)
    .optional()
    .describe('Each new accompaniment gets them as its own.'),
});

export const diagnosisSchema = z.object({
  moment: z.enum(['before', 'after']),
  scores: z
    .partialRecord(z.enum(areas), z.int().min(1).max(5))
    .describe('By area, from 1 (nothing is there yet) to 5 (it works well).'),
  note: paragraph(5_000).optional(),
  madeOn: z.iso.date(),
});

export const taskSchema = z.object({
  title: safeText({ min: 1, max: 200 }),
  phase: phaseCode.optional(),
  dueOn: z.iso.date().optional(),
});

export const itinerarySchema = z.object({
  modality: z.enum(modalities),
  version: z.int(),
  phases: z.array(phaseSchema),
});

/** An accompaniment as staff read it. */
export const accompanimentSchema = lineSchema.omit({ projectName: true }).extend({
  project: projectViewSchema,
  itinerary: itinerarySchema,
  outcome: outcomeSchema.nullable(),
  reasonCode: z.enum(abandonReasons).nullable(),
  note: z.string().nullable(),
  startedAt: instant.nullable(),
  endedAt: instant.nullable(),
  completedPhases: z.array(z.string()),
  actuacio: z.string().nullable().describe('The funder’s action, where it is not that of the modality.'),
  tasks: z.array(
    z.object({
      id: z.uuid(),
      phase: z.string().nullable(),
      title: z.string(),
      dueOn: z.string().nullable(),
      doneAt: instant.nullable(),
    }),
  ),
  diagnoses: z.array(diagnosisSchema.extend({ id: z.uuid(), note: z.string().nullable(), by: technicianSchema })),
  sessions: z.array(sessionViewSchema),
});

/**
 * Checks an outcome's codes against the reference data.
 *
 * @throws DomainError `accompaniment.accompaniment.code-unknown`
 */
export function outcomeFrom(input: z.output<typeof outcomeSchema>): Outcome {
  if (input.kind === 'legal-form-transformed') {
    known('from', input.from, findLegalForm);
    known('to', input.to, findLegalForm);
  }
  if (input.kind === 'entity-created') {
    const { entity } = input;
    known('legalForm', entity.legalForm, findLegalForm);
    known('neighbourhood', entity.neighbourhood, findNeighbourhood);
    for (const sector of entity.sectors) known('sectors', sector, findSector);
    return { kind: input.kind, entity: { ...entity, sectors: [...new Set(entity.sectors)] } };
  }
  return input;
}

function known(field: string, value: string | undefined, find: (code: string) => unknown): void {
  if (value !== undefined && find(value) === undefined) throw accompanimentCodeUnknown({ field, value });
}
