import { idSchema, localizedTextSchema } from '@ateneu/service-kit';
import { z } from 'zod';

import { courseNotFound, sessionNotFound } from '../session/index.ts';
import { usualQuestionnaire } from './questionnaire.ts';
import { readAnswers } from './survey.query.ts';
import { resultsOf } from './survey.results.ts';
import type { SurveyContext } from './survey.routes.ts';

const staff = { access: { kind: 'staff', roles: ['technician'] } } as const;
const params = z.object({ id: idSchema });
const startSchema = z.object({ no: z.int(), maybe: z.int(), yes: z.int() });

const resultsSchema = z.object({
  invited: z.int(),
  answered: z.int(),
  questions: z.array(
    z.object({
      id: z.string(),
      type: z.enum(['scale', 'yes-no', 'text', 'choice']),
      label: localizedTextSchema({ max: 300 }),
      options: z
        .array(z.object({ value: z.string(), label: localizedTextSchema({ max: 200 }) }))
        .describe('What each option of a choice is called.'),
      answered: z.int(),
      mean: z.number().nullable().describe('Of a scale from 1 to 5, to two decimals.'),
      counts: z.record(z.string(), z.int()).describe('How many chose each.'),
      texts: z
        .array(z.string())
        .describe('What was written, in alphabetical order: the order of arrival would tell who.'),
    }),
  ),
  startCooperative: z.object({
    answered: z.int(),
    before: startSchema,
    after: startSchema,
    moved: z.int().describe('How many want to more than before.'),
  }),
});

/** Staff read what people thought: of a session, and of all sessions of a course together. */
export function staffSurveys({ app, database }: SurveyContext): void {
  for (const what of ['session', 'course'] as const) {
    app.route({
      method: 'GET',
      url: `/v1/staff/${what}s/:id/survey`,
      config: staff,
      schema: {
        operationId: what === 'session' ? 'getSessionSurvey' : 'getCourseSurvey',
        tags: ['Surveys'],
        summary: `The survey of a ${what} in counts and means`,
        description:
          'With what was written, and how many want to start a cooperative before and after. It names nobody.',
        params,
        response: { 200: resultsSchema },
      },
      handler: async (request) => {
        const { id } = request.params;
        const found = await readAnswers(database, what === 'session' ? { sessionId: id } : { courseId: id });
        if (found === undefined) throw what === 'session' ? sessionNotFound() : courseNotFound();
        const { questions, start } = resultsOf(found);
        return { invited: found.invited, answered: found.answers.length, questions, startCooperative: start };
      },
    });
  }

  app.route({
    method: 'GET',
    url: '/v1/staff/survey-questions',
    config: staff,
    schema: {
      operationId: 'getUsualQuestions',
      tags: ['Surveys'],
      summary: 'The questions asked where a course or session has none of its own',
      description: 'To begin a questionnaire from.',
      response: { 200: z.object({ questions: z.array(z.unknown()), asksAboutStarting: z.boolean() }) },
    },
    handler: () => ({ ...usualQuestionnaire, questions: [...usualQuestionnaire.questions] }),
  });
}
