import { prefersHtml, safeText } from '@ateneu/service-kit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';

import { answersIn } from './answers.form.ts';
import { decide } from './enrolment.decide.ts';
import type { RouteContext } from './enrolment.routes.ts';
import { ownEnrolmentSchema, personFrom, personSchema } from './enrolment.schemas.ts';
import type { Consents, Participant } from './enrolment.ts';
import { answerLink, findByLink } from './own-enrolment.link.ts';
import type { OwnEnrolment } from './own-enrolment.query.ts';
import { accessibilitySchema, answersSchema } from './person.schemas.ts';

const params = z.object({ secret: z.string().max(100).describe('From the link in the e-mail.') });

/** A checkbox that is ticked, in a form; true or false for a program. */
const ticked = z.union([z.boolean(), z.literal('on')]).optional();
/** A form's fields besides; their names depend on the questions. */
const formField = safeText({ min: 0, max: 2_000, multiline: true });

/** A person changes what they said of themselves, through the link in the e-mail. */
export function changeOwnEnrolment({ app, store, database, clock, links }: RouteContext): void {
  /** Saves what `change` makes of the person, and shows the enrolment as it is then. */
  const change = (
    request: FastifyRequest,
    reply: object,
    secret: string,
    changed: (enrolment: OwnEnrolment, person: Participant, at: Date) => Participant,
  ) =>
    answerLink(request, reply, async () => {
      const found = await findByLink(request, { database, clock, links }, secret);
      await store.update(found.id, (desk) => {
        const at = clock.now();
        const { own } = desk;
        const participant = own.status === 'none' ? undefined : changed(found, own.participant, at);
        return participant === undefined ? [] : decide({ type: 'change-details', participant, at }, desk);
      });
      void (reply as FastifyReply).header('cache-control', 'no-store');
      if (prefersHtml(request)) return (reply as FastifyReply).redirect(`../${secret}`, 303) as never;
      return findByLink(request, { database, clock, links }, secret);
    });

  app.route({
    method: 'POST',
    url: '/v1/self-service/enrolments/:secret/answers',
    config: { access: { kind: 'link' } },
    schema: {
      operationId: 'changeOwnAnswers',
      tags: ['Enrolment'],
      summary: 'Change one’s answers by the link',
      description: 'All of them are replaced. A browser’s form is sent back to the page.',
      params,
      body: z
        .object({ answers: answersSchema.optional(), accessibility: z.union([accessibilitySchema, z.literal('')]) })
        .catchall(formField),
      response: { 200: ownEnrolmentSchema },
    },
    handler: async (request, reply) => {
      const { accessibility, answers, ...form } = request.body;
      return change(request, reply, request.params.secret, ({ questions }, person) => ({
        ...person,
        answers: answers ?? answersIn(questions, form),
        accessibility: accessibility === '' ? undefined : accessibility,
      }));
    },
  });

  app.route({
    method: 'POST',
    url: '/v1/self-service/enrolments/:secret/person',
    config: { access: { kind: 'link' } },
    schema: {
      operationId: 'changeOwnPerson',
      tags: ['Enrolment'],
      summary: 'Change what one said of oneself by the link',
      description: 'All of it is replaced: names, telephone, what the funder asks, answers. The address stays.',
      params,
      body: personSchema,
      response: { 200: ownEnrolmentSchema },
    },
    handler: async (request, reply) =>
      change(request, reply, request.params.secret, (_, person) => ({ ...person, ...personFrom(request.body) })),
  });

  app.route({
    method: 'POST',
    url: '/v1/self-service/enrolments/:secret/consents',
    config: { access: { kind: 'link' } },
    schema: {
      operationId: 'changeOwnConsents',
      tags: ['Enrolment'],
      summary: 'Give or withdraw consents by the link',
      description:
        'Each apart, with the time and the version of the text; earlier ones stay on record. Keeping the data that the ' +
        'enrolment needs ends by cancelling it.',
      params,
      body: z.object({
        textVersion: safeText({ max: 40 }).optional().describe('Of the text that was shown; the last one when absent.'),
        images: ticked,
        news: ticked,
      }),
      response: { 200: ownEnrolmentSchema },
    },
    handler: async (request, reply) => {
      const { textVersion, images, news } = request.body;
      return change(request, reply, request.params.secret, (_, person, at) => ({
        ...person,
        consents: consentsAfter(person.consents, { textVersion, images: isOn(images), news: isOn(news) }, at),
      }));
    },
  });
}

function isOn(value: boolean | 'on' | undefined): boolean {
  return value === true || value === 'on';
}

/** What somebody did not change keeps its time and its text. */
function consentsAfter(
  before: Consents,
  now: { textVersion: string | undefined; images: boolean; news: boolean },
  at: Date,
): Consents {
  const textVersion = now.textVersion ?? before.data.textVersion;
  const after = (name: 'images' | 'news') =>
    before[name].given === now[name] ? before[name] : { given: now[name], textVersion, at };
  return { data: before.data, images: after('images'), news: after('news') };
}
