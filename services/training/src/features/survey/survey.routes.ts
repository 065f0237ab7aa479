import { type Clock } from '@ateneu/kernel';
import type { Database } from '@ateneu/persistence';
import {
  type App,
  emailSchema,
  isoDateTimeSchema,
  localizedTextSchema,
  personNameSchema,
  prefersHtml,
  safeText,
  sendPage,
} from '@ateneu/service-kit';
import { z } from 'zod';

import { refuseWrongSurveyAnswers } from './questionnaire.ts';
import { staffSurveys } from './staff-surveys.routes.ts';
import { surveyClosed, surveyEmpty, surveyUnknown } from './survey.errors.ts';
import { surveyAnswersIn, surveyPage, thanksPage } from './survey.page.ts';
import { type OpenSurvey, readSurvey } from './survey.query.ts';
import { startIntentions, submitSurvey } from './survey.store.ts';

/** What the feature's routes work with. */
export interface SurveyContext {
  app: App;
  database: Database;
  clock: Clock;
}

const params = z.object({ secret: z.string().max(100).describe('From the link in the e-mail.') });
const intention = z.enum(startIntentions);
const emptyField = z.literal('').transform(() => undefined);
const optional = <T extends z.ZodType>(schema: T) => z.union([schema, emptyField]).optional();

const submissionSchema = z
  .object({
    answers: z
      .record(z.string().max(40), z.union([safeText({ max: 4_000, multiline: true }), z.number(), z.boolean()]))
      .optional()
      .describe('By the question’s id: 1 to 5, yes or no, an option’s value, or a text. Any may be left out.'),
    before: optional(intention).describe('Whether the person wanted to start a cooperative before the session.'),
    after: optional(intention).describe('Whether the person wants to now.'),
    contact: z
      .union([z.boolean(), z.literal('on')])
      .optional()
      .describe('Whether the ateneu is to get in touch.'),
    name: optional(personNameSchema).describe('Of whoever wants to be contacted.'),
    email: optional(emailSchema).describe('Of whoever wants to be contacted.'),
    phone: optional(
      z
        .string()
        .trim()
        .regex(/^\+?[\d ().-]{6,24}$/),
    ),
  })
  .catchall(safeText({ min: 0, max: 4_000, multiline: true }))
  .refine(({ contact, name, email }) => !isOn(contact) || (name !== undefined && email !== undefined), {
    path: ['email'],
    error: 'Name and address are needed',
    params: {
      message: {
        ca: 'Per posar-nos en contacte amb vós ens calen el nom i l’adreça electrònica.',
        es: 'Para ponernos en contacto con usted necesitamos el nombre y la dirección de correo.',
        en: 'To get in touch we need a name and an e-mail address.',
      },
    },
  })
  .describe('Who answers is kept nowhere, unless they ask to be contacted; and then apart from what they answered.');

function isOn(value: boolean | 'on' | undefined): boolean {
  return value === true || value === 'on';
}

/** The survey of whoever attended, behind a link that works once. */
export function surveyRoutes(context: SurveyContext): void {
  const { app, database, clock } = context;
  staffSurveys(context);

  const open = async (secret: string): Promise<OpenSurvey> => {
    const found = await readSurvey(database, secret);
    if (found === undefined) throw surveyUnknown();
    if (found.used || clock.now() >= new Date(found.expiresAt)) throw surveyClosed();
    return found;
  };

  app.route({
    method: 'GET',
    url: '/v1/surveys/:secret',
    config: { access: { kind: 'link' } },
    schema: {
      operationId: 'getSurvey',
      tags: ['Surveys'],
      summary: 'The questionnaire behind a link',
      description: 'A page for browsers, JSON for programs. The link works for one answer, and for a month.',
      params,
      response: {
        200: z.object({
          session: z.object({ id: z.uuid(), title: localizedTextSchema({ max: 150 }), startsAt: isoDateTimeSchema }),
          questions: z.array(z.unknown()).describe('In the form that staff gave them.'),
          asksAboutStarting: z.boolean(),
          expiresAt: isoDateTimeSchema,
        }),
      },
    },
    handler: async (request, reply) => {
      const { secret } = request.params;
      const survey = await open(secret);
      void reply.header('cache-control', 'no-store');
      if (prefersHtml(request)) return sendPage(reply, surveyPage(survey, secret)) as never;
      const { sessionId: id, title, startsAt, questionnaire, expiresAt } = survey;
      return {
        session: { id, title, startsAt },
        questions: [...questionnaire.questions],
        asksAboutStarting: questionnaire.asksAboutStarting,
        expiresAt,
      };
    },
  });

  app.route({
    method: 'POST',
    url: '/v1/surveys/:secret',
    config: { access: { kind: 'link' } },
    schema: {
      operationId: 'answerSurvey',
      tags: ['Surveys'],
      summary: 'Answer the survey of a session',
      description: 'Once per link. What was answered is kept without the link, and without the time of day.',
      params,
      body: submissionSchema,
      response: { 200: z.object({ received: z.literal(true) }) },
    },
    handler: async (request, reply) => {
      const { answers: posted, before, after, contact, name, email, phone, ...form } = request.body;
      const { secret } = request.params;
      const { sessionId, title, language, questionnaire } = await open(secret);
      const answers = posted ?? surveyAnswersIn(questionnaire, form);
      refuseWrongSurveyAnswers(questionnaire, answers);
      const said = before !== undefined && after !== undefined && questionnaire.asksAboutStarting;
      const startCooperative = said ? { before, after } : undefined;
      const wanted = isOn(contact) && name !== undefined && email !== undefined;
      if (Object.keys(answers).length === 0 && startCooperative === undefined && !wanted) throw surveyEmpty();
      await submitSurvey(database, {
        secret,
        sessionId,
        title,
        answers,
        startCooperative,
        contact: wanted ? { name, email, phone, language } : undefined,
        at: clock.now(),
      });
      void reply.header('cache-control', 'no-store');
      if (prefersHtml(request)) return sendPage(reply, thanksPage(language)) as never;
      return { received: true as const };
    },
  });
}
