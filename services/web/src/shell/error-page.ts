import { negotiateLanguage, type PageShell } from '@ateneu/service-kit';

import type { Config } from '../config.ts';
import { html } from '../html.ts';
import { textsFor } from '../texts/index.ts';
import { sendHtml } from './headers.ts';
import { languageOf, pathTo } from './paths.ts';
import { publicDocument } from './public-page.ts';

/** How people read failures: what happened, what to do, and a code to tell us. */
export function createPageShell(config: Config): PageShell {
  return {
    language: (request) => languageOf(request.url) ?? negotiateLanguage(request.headers['accept-language']),
    sendError: (problem, request, reply) => {
      const language = languageOf(request.url) ?? negotiateLanguage(request.headers['accept-language']);
      const t = textsFor(language);
      const missing = problem.status === 404;
      const title = missing ? t.shell.notFoundTitle : problem.title;
      const body = html`<div class="narrow">
        <h1>${title}</h1>
        <p class="lead">${missing ? t.shell.notFoundText : problem.detail}</p>
        <p><a class="button" href="${pathTo(language, 'home')}">${t.shell.errorHome}</a></p>
        ${!missing && html`<p class="small">${t.shell.errorCode} <code>${request.id}</code></p>`}
      </div>`;
      const text = publicDocument({ language, t, config }, { title, hidden: true }, { body });
      return sendHtml(reply, config, { language, text });
    },
  };
}
