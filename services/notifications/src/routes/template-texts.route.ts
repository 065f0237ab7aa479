import { currentActor, type Language } from '@ateneu/kernel';
import { transact } from '@ateneu/persistence';
import { etag, languageSchema, preferredLanguage, requireIfMatch, safeText } from '@ateneu/service-kit';
import { z } from 'zod';

import { templateNotFound, templateTextRefused, templateVersionUnknown } from '../delivery/delivery.errors.ts';
import { builtInText } from '../templates/built-in-text.ts';
import { type EditedText, fieldsOf, fillText, problemsOf } from '../templates/edited-text.ts';
import { findTemplate } from '../templates/index.ts';
import type { MailTemplate, ToolsFor } from '../templates/mail-template.ts';
import { renderMail } from '../templates/render.ts';
import { currentText, saveText, textHistory } from '../templates/template-texts.store.ts';
import type { RouteContext } from './route-context.ts';

const params = z.object({ kind: safeText({ max: 60 }), language: languageSchema });
const source = safeText({ max: 2_000, multiline: true });
const textSchema = z.strictObject({
  subject: safeText({ max: 200 }).describe('Words, with the event’s fields as `{{ title | text }}`.'),
  paragraphs: z.array(source).min(1).max(12),
  closing: z.array(source).max(6).default([]),
});
const savedSchema = z.object({ version: z.int(), edited: z.boolean() });
const comment = safeText({ min: 0, max: 300 }).default('').describe('Why, for the history.');
const tags = ['Templates'];
const technician = { kind: 'staff', roles: ['technician'] } as const;
const coordinator = { kind: 'staff', roles: ['coordinator'] } as const;
const path = '/v1/staff/templates/:kind/texts/:language';

/** Coordinators write the words of a message anew, without anybody deploying anything. */
export function templateTextRoutes({ app, database, toolsFor }: RouteContext): void {
  app.route({
    method: 'GET',
    url: path,
    config: { access: technician },
    schema: {
      operationId: 'getTemplateText',
      tags,
      summary: 'Read the words of a message',
      description:
        'As somebody wrote them, else null for those that are built in; those to begin new ones with; and which fields ' +
        'and filters there are.',
      params,
      response: {
        200: z.object({
          version: z.int().describe('0 before the first change.'),
          text: textSchema.nullable(),
          builtIn: textSchema.describe('The built-in words, with the event’s fields: those of the example’s case.'),
          fields: z.array(z.string()).describe('What may stand between `{{` and `}}`.'),
          filters: z.array(z.string()),
        }),
      },
    },
    handler: async (request, reply) => {
      const { template, language } = find(request.params);
      const { version, content } = await transact(database, (tx) => currentText(tx, template.kind, language));
      void reply.header('etag', etag(version));
      const text = content === null ? null : mutable(content);
      const builtIn = mutable(builtInText(template, language, toolsFor));
      const fields = [...fieldsOf(template.contract)];
      return { version, text, builtIn, fields, filters: ['text', 'date', 'moment', 'until'] };
    },
  });

  app.route({
    method: 'POST',
    url: `${path}/preview`,
    config: { access: coordinator },
    schema: {
      operationId: 'previewTemplateText',
      tags,
      summary: 'See a message with other words',
      description: 'With the example of its event. Nothing is saved; what could not be saved is refused here too.',
      params,
      body: textSchema,
      response: { 200: z.object({ subject: z.string(), text: z.string(), html: z.string() }) },
    },
    handler: async (request) => {
      const { template, language } = find(request.params);
      refuseProblems(template, request.body, { language, reader: preferredLanguage(request) });
      const { subject, text, html } = exampleOf(template, language, toolsFor, request.body);
      return { subject, text, html };
    },
  });

  app.route({
    method: 'PUT',
    url: path,
    config: { access: coordinator, ifMatch: true },
    schema: {
      operationId: 'saveTemplateText',
      tags,
      summary: 'Write the words of a message anew',
      description: 'They count from the next message on. A field that the event does not have is refused, by name.',
      params,
      body: textSchema.extend({ comment }),
      response: { 200: savedSchema },
    },
    handler: async (request, reply) => {
      const { template, language } = find(request.params);
      const { comment: why, ...content } = request.body;
      refuseProblems(template, content, { language, reader: preferredLanguage(request) });
      return saved(reply, await save(template, language, requireIfMatch(request), content, why), true);
    },
  });

  app.route({
    method: 'GET',
    url: `${path}/history`,
    config: { access: technician },
    schema: {
      operationId: 'getTemplateTextHistory',
      tags,
      summary: 'See who wrote which words when',
      description: 'Latest first. A version without text took up the built-in words again.',
      params,
      response: {
        200: z.object({
          items: z.array(
            z.object({
              version: z.int(),
              text: textSchema.nullable(),
              comment: z.string(),
              author: z.string(),
              createdAt: z.iso.datetime(),
            }),
          ),
        }),
      },
    },
    handler: async (request) => {
      const { template, language } = find(request.params);
      const versions = await textHistory(database, template.kind, language);
      return {
        items: versions.map(({ content, ...rest }) => ({ ...rest, text: content === null ? null : mutable(content) })),
      };
    },
  });

  app.route({
    method: 'POST',
    url: `${path}/revert`,
    config: { access: coordinator, ifMatch: true },
    schema: {
      operationId: 'revertTemplateText',
      tags,
      summary: 'Take up earlier words again',
      description: 'Those of a version, or with 0 the built-in ones. It becomes a version of its own.',
      params,
      body: z.strictObject({ to: z.int().min(0), comment }),
      response: { 200: savedSchema },
    },
    handler: async (request, reply) => {
      const { template, language } = find(request.params);
      const { to, comment: why } = request.body;
      const content = to === 0 ? null : await contentAt(template, language, to);
      if (content !== null) refuseProblems(template, content, { language, reader: preferredLanguage(request) });
      return saved(reply, await save(template, language, requireIfMatch(request), content, why), content !== null);
    },
  });

  const contentAt = async (template: MailTemplate, language: Language, version: number): Promise<EditedText | null> => {
    const found = (await textHistory(database, template.kind, language)).find((item) => item.version === version);
    if (found === undefined) throw templateVersionUnknown({ version });
    return found.content;
  };

  const save = (
    template: MailTemplate,
    language: Language,
    upon: number,
    content: EditedText | null,
    why: string,
  ): Promise<number> =>
    transact(database, async (tx) => {
      const actor = currentActor();
      const author = 'name' in actor ? actor.name : actor.id;
      const version = await saveText(tx, { kind: template.kind, language, upon, content, comment: why, author });
      const subjectId = `${template.kind}/${language}`;
      await tx.audit({ action: 'edit', subjectType: 'template-text', subjectId, details: { version } });
      return version;
    });
}

function saved(reply: { header(name: string, value: string): unknown }, version: number, edited: boolean) {
  void reply.header('etag', etag(version));
  return { version, edited };
}

const mutable = ({ subject, paragraphs, closing }: EditedText) => ({
  subject,
  paragraphs: [...paragraphs],
  closing: [...closing],
});

function find({ kind, language }: { kind: string; language: Language }): {
  template: MailTemplate;
  language: Language;
} {
  const template = findTemplate(kind);
  if (template === undefined || !template.languages.includes(language)) throw templateNotFound();
  return { template, language };
}

function refuseProblems(
  template: MailTemplate,
  text: EditedText,
  { language, reader }: { language: Language; reader: Language },
): void {
  const problems = problemsOf(text, template.contract, language);
  if (problems.length === 0) return;
  throw templateTextRefused({ problems: problems.map(({ part, detail }) => `${part}: ${detail[reader]}`).join(' ') });
}

/** A message about the example of its event, with the words given or the built-in ones. */
export function exampleOf(template: MailTemplate, wanted: Language, toolsFor: ToolsFor, edited: EditedText | null) {
  const example = template.contract.dataSchema.parse(template.contract.example);
  const { content, language } = template.write(example, wanted, toolsFor);
  const words = edited === null ? content : fillText(edited, content, example, language);
  const name = template.recipientOf(example)?.name ?? '';
  const url =
    template.unsubscribeOf(example)?.pageUrl ??
    'https://ateneu.example/notifications/v1/self-service/messages/own_example';
  return renderMail(words, { name, language, own: { url, optional: template.topic !== null } });
}
