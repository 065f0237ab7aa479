import type { Language } from '@ateneu/kernel';
import { transact } from '@ateneu/persistence';
import { languageSchema } from '@ateneu/service-kit';
import { z } from 'zod';

import { templates } from '../templates/index.ts';
import { escapeHtml } from '../templates/render-html.ts';
import { currentText } from '../templates/template-texts.store.ts';
import type { RouteContext } from './route-context.ts';
import { exampleOf } from './template-texts.route.ts';

const style = `:root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;margin:0;padding:1rem}
section{max-width:680px;margin:0 auto 3rem}h2{font-size:1.1rem;margin:0}p{margin:.25rem 0 .75rem}
code{overflow-wrap:anywhere}
iframe{width:100%;height:44rem;border:1px solid;background:#fff}`;

/** Every message on one page, as it goes out today, each about the example of its event. */
export function previewTemplatesRoute({ app, database, toolsFor }: RouteContext): void {
  app.route({
    method: 'GET',
    url: '/v1/staff/templates/previews',
    config: { access: { kind: 'staff', roles: ['technician'] } },
    schema: {
      operationId: 'previewTemplates',
      tags: ['Templates'],
      summary: 'See every message on one page',
      description:
        'As they go out today, with the words that coordinators wrote. In Catalan where a language is missing.',
      querystring: z.object({ language: languageSchema.default('ca') }),
      response: { 200: z.string().describe('A page, as `text/html`.') },
    },
    handler: async (request, reply) => {
      const { language } = request.query;
      const sections: string[] = [];
      for (const template of templates) {
        const shown: Language = template.languages.includes(language) ? language : 'ca';
        const { content } = await transact(database, (tx) => currentText(tx, template.kind, shown));
        const { subject, html } = exampleOf(template, shown, toolsFor, content);
        const about = `${template.kind} · ${template.topic ?? 'essential'} · ${template.contract.type}`;
        sections.push(
          `<section id="${template.kind}"><h2>${escapeHtml(template.title)}</h2><p><code>${escapeHtml(about)}</code></p>` +
            `<iframe sandbox title="${escapeHtml(subject)}" srcdoc="${escapeHtml(html)}"></iframe></section>`,
        );
      }
      const page =
        `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${templates.length} messages</title>` +
        `<meta name="viewport" content="width=device-width, initial-scale=1"><style>${style}</style></head>` +
        `<body><main><h1>${templates.length} messages (${language})</h1>${sections.join('\n')}</main></body></html>`;
      return reply
        .headers({
          'content-language': language,
          // The styles of messages are all inline; nothing else of them may do anything.
          'content-security-policy': `default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; frame-ancestors 'none'; base-uri 'none'`,
        })
        .type('text/html; charset=utf-8')
        .send(page);
    },
  });
}
