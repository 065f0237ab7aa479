import type { App } from '@ateneu/service-kit';

import { html, type Html } from '../../html.ts';
import { publicPage } from '../../shell/public-page.ts';
import type { SiteContext, View } from '../../shell/view.ts';
import { time } from '../../ui/dates.ts';
import { facts, notice, partOf } from '../../ui/parts.ts';
import { settle } from '../../upstream/answer.ts';
import type { paths } from '../../upstream/generated/training.ts';

type Certificate = paths['/v1/certificates/{code}']['get']['responses'][200]['content']['application/json'];

/** Whoever is shown a certificate finds out whether it is good. */
export function certificatePage(app: App, site: SiteContext): void {
  publicPage(app, site, 'certificate', {
    get: async (view, request) => {
      const t = view.t.training;
      const { code: asked } = request.query as { code?: unknown };
      const code = typeof asked === 'string' ? asked.trim().slice(0, 60) : '';
      const answer =
        code === ''
          ? undefined
          : await settle(view.api.training.GET('/v1/certificates/{code}', { params: { path: { code } } }));
      return {
        title: t.verify,
        description: t.verifyLead,
        hidden: code !== '',
        body: html`<div class="narrow">
          <h1>${t.verify}</h1>
          <p class="lead">${t.verifyLead}</p>
          ${
            answer !== undefined &&
            html`<div role="status">
              ${answer.kind === 'refused' ? notice('danger', t.invalid) : partOf(view, t.verify, answer, (found) => verdict(view, found))}
            </div>`
          }
          <form class="search" action="${view.href('certificate')}">
            <label for="code">${t.code}</label>
            <div class="search-row">
              <input
                id="code"
                name="code"
                value="${code}"
                autocomplete="off"
                autocapitalize="characters"
                spellcheck="false"
              />
              <button class="button" type="submit">${t.check}</button>
            </div>
          </form>
        </div>`,
      };
    },
  });
}

function verdict(view: View, { valid, name, title, minutes, endedAt, issuedAt }: Certificate): Html {
  const t = view.t.training;
  if (!valid) return notice('danger', t.invalid);
  const hours =
    minutes === null
      ? undefined
      : new Intl.NumberFormat(view.language, { maximumFractionDigits: 2 }).format(minutes / 60);
  return html`${notice('success', t.valid)}
  ${facts([
    [t.holder, name],
    [view.t.shell.training, view.say(title)],
    [t.hours, hours],
    [t.ended, endedAt !== null && time(view.language, 'day', endedAt)],
    [t.issued, issuedAt !== null && time(view.language, 'day', issuedAt)],
  ])}`;
}
