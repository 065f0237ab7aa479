import { transact } from '@ateneu/persistence';
import { languageSchema, safeText } from '@ateneu/service-kit';
import { z } from 'zod';

import { templateNotFound } from '../delivery/delivery.errors.ts';
import { findTemplate } from '../templates/index.ts';
import { currentText } from '../templates/template-texts.store.ts';
import type { RouteContext } from './route-context.ts';
import { exampleOf } from './template-texts.route.ts';

const mediaTypes = { html: 'text/html; charset=utf-8', text: 'text/plain; charset=utf-8' } as const;

/** A message as it would be sent, about the example of its event. */
export function previewTemplateRoute({ app, database, toolsFor }: RouteContext): void {
  app.route({
    method: 'GET',
    url: '/v1/staff/templates/:kind/preview',
    config: { access: { kind: 'staff', roles: ['technician'] } },
    schema: {
      operationId: 'previewTemplate',
      tags: ['Templates'],
      summary: 'Preview a message',
      description: 'Rendered with the example data of its event. In Catalan where the language asked for is missing.',
      params: z.object({ kind: safeText({ max: 60 }) }),
      querystring: z.object({
        language: languageSchema.default('ca'),
        part: z.enum(['html', 'text']).default('html').describe('Which of its two parts.'),
      }),
      response: { 200: z.string().describe('The message, as `text/html` or `text/plain`.') },
    },
    handler: async (request, reply) => {
      const { language, part } = request.query;
      const template = findTemplate(request.params.kind);
      if (template === undefined) throw templateNotFound();
      const shown = template.languages.includes(language) ? language : 'ca';
      const { content } = await transact(database, (tx) => currentText(tx, template.kind, shown));
      const mail = exampleOf(template, shown, toolsFor, content);
      return reply
        .headers({
          'content-language': mail.language,
          // The styles of a message are all inline; nothing else of it may do anything.
          'content-security-policy': `default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'`,
        })
        .type(mediaTypes[part])
        .send(mail[part]);
    },
  });
}
