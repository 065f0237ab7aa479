import { findActuacio } from '@ateneu/reference-data';
import { localizedTextSchema, safeText } from '@ateneu/service-kit';
import { z } from 'zod';

import { actionKinds, type Programme, type Question, type Questionnaire } from '../../vocabulary.ts';

/** Only what a browser opens without running anything. */
const webAddress = z
  .url({ protocol: /^https?$/ })
  .max(500)
  .describe('An address on the web.');

const codeName = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,39}$/)
  .describe('Lower case, digits and hyphens.');

const optionSchema = z.object({ value: codeName, label: localizedTextSchema({ max: 200 }) });
const options = z.array(optionSchema).min(2).max(30);

/** Refuses a list where two items share a name. */
export function uniqueBy<T>(key: (item: T) => string, ca: string, es: string, en: string) {
  return [
    (items: readonly T[]): boolean => new Set(items.map(key)).size === items.length,
    { params: { message: { ca, es, en } }, error: en },
  ] as const;
}

const asked = {
  id: codeName.describe('Names the question in answers.'),
  label: localizedTextSchema({ max: 300 }),
  help: localizedTextSchema({ max: 500 }).optional(),
  required: z.boolean().default(false),
};

const questionSchema = z
  .discriminatedUnion('type', [
    z.object({ type: z.literal('text'), ...asked }),
    z.object({ type: z.literal('choice'), ...asked, options }),
    z.object({ type: z.literal('several'), ...asked, options }),
    z.object({ type: z.literal('yes-no'), ...asked }),
    z.object({ type: z.literal('number'), ...asked, min: z.number().optional(), max: z.number().optional() }),
    z.object({ type: z.literal('date'), ...asked }),
  ])
  .describe('A question of the enrolment form.');

/** What whoever enrols is asked. */
export const questionsSchema = z
  .array(questionSchema)
  .max(30)
  .refine(
    ...uniqueBy<Question>(
      ({ id }) => id,
      'Hi ha dues preguntes amb el mateix nom.',
      'Hay dos preguntas con el mismo nombre.',
      'Two questions have the same name.',
    ),
  );

const surveyQuestionSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('scale'), id: codeName, label: asked.label }).describe('From 1 to 5.'),
  z.object({ type: z.literal('yes-no'), id: codeName, label: asked.label }),
  z.object({ type: z.literal('text'), id: codeName, label: asked.label }),
  z.object({ type: z.literal('choice'), id: codeName, label: asked.label, options }),
]);

/** What is asked after a session. */
export const questionnaireSchema = z.object({
  questions: z
    .array(surveyQuestionSchema)
    .max(40)
    .refine(
      ...uniqueBy<Questionnaire['questions'][number]>(
        ({ id }) => id,
        'Hi ha dues preguntes amb el mateix nom.',
        'Hay dos preguntas con el mismo nombre.',
        'Two questions have the same name.',
      ),
    ),
  asksAboutStarting: z
    .boolean()
    .default(true)
    .describe('Whether people want to start a cooperative, before and after.'),
});

const unknownActuacio = {
  params: {
    message: {
      ca: 'Aquesta convocatòria no té aquesta actuació.',
      es: 'Esta convocatoria no tiene esta actuación.',
      en: 'That call has no such actuació.',
    },
  },
  error: 'That call has no such actuació.',
};

const justificationSchema = z
  .object({
    call: z.string().max(40).describe('A call of the funder, such as `2024-2025`.'),
    actuacio: z.string().max(20).describe('An actuació of that call, such as `2.1`.'),
    organiser: safeText({ max: 200 }).optional().describe('Who carries it out, when it is not the ateneu.'),
    municipality: safeText({ max: 100 }).optional().describe('Where, when it is not L’Hospitalet.'),
    disseminationMaterial: z.boolean().optional(),
    document: safeText({ max: 300 }).optional().describe('Where the proof is kept.'),
    cofundedBy: safeText({ max: 200 }).optional(),
    cofundedWithAacc: z.boolean().optional(),
    strategicLine: safeText({ max: 200 }).optional(),
  })
  .refine(({ call, actuacio }) => findActuacio(call, actuacio) !== undefined, unknownActuacio)
  .describe('Under what it is justified to the funder.');

const topic = safeText({ max: 60 }).overwrite((text) => text.toLocaleLowerCase('ca'));

/** What staff say of a course or session besides its title, date and place. */
export const programmeSchema = z
  .object({
    kind: z.enum(actionKinds).optional(),
    topics: z.array(topic).max(20).optional().describe('Short words in Catalan.'),
    audience: localizedTextSchema({ max: 500 }).optional().describe('Whom it is for.'),
    responsible: z
      .object({ id: safeText({ max: 200 }).optional(), name: safeText({ max: 120 }) })
      .optional()
      .describe('The technician who answers for it.'),
    justification: justificationSchema.optional(),
    joinUrl: webAddress.optional().describe('The video link; only whoever has a place sees it.'),
    instructions: localizedTextSchema({ max: 2_000, multiline: true })
      .optional()
      .describe('What to bring or to know; only whoever has a place sees it.'),
    materials: z
      .array(z.object({ title: localizedTextSchema({ max: 200 }), url: webAddress }))
      .max(30)
      .optional()
      .describe('Only whoever has a place sees them.'),
    questions: questionsSchema.optional().describe('Asked of whoever enrols.'),
    certificate: z
      .object({ minimumPercent: z.int().min(1).max(100) })
      .optional()
      .describe('Whoever attended this much of the time gets a certificate.'),
    survey: questionnaireSchema.optional().describe('Asked after each session; the usual questions when absent.'),
  })
  .describe('What a course says of all its sessions, and a session of itself.');

/** What the public sees of it. */
export const publicProgrammeSchema = z.object({
  kind: z.enum(actionKinds).nullable(),
  topics: z.array(z.string()),
  audience: localizedTextSchema({ max: 500 }).nullable(),
  questions: z.array(questionSchema).describe('Asked of whoever enrols.'),
  certificate: z.object({ minimumPercent: z.int() }).nullable(),
});

/** The programme in what staff sent, which is the very shape. */
export function programmeFrom(input: z.output<typeof programmeSchema>): Programme {
  return input;
}

/** The part of it that anybody may see. */
export function publicProgramme(programme: Programme): z.output<typeof publicProgrammeSchema> {
  return {
    kind: programme.kind ?? null,
    topics: [...(programme.topics ?? [])],
    audience: programme.audience ?? null,
    questions: JSON.parse(JSON.stringify(programme.questions ?? [])) as z.output<
      typeof publicProgrammeSchema
    >['questions'],
    certificate: programme.certificate ?? null,
  };
}
