import type { App } from '@ateneu/service-kit';

import { html } from '../../html.ts';
import { publicPage } from '../../shell/public-page.ts';
import type { SiteContext } from '../../shell/view.ts';
import { time } from '../../ui/dates.ts';
import { given } from '../../ui/fields.ts';
import { breadcrumb, facts, nameOf, pager, partOf } from '../../ui/parts.ts';
import { must, settle } from '../../upstream/answer.ts';

/** Good practices: the list, and each one's page. */
export function practicePages(app: App, site: SiteContext): void {
  publicPage(app, site, 'practices', {
    get: async (view, request) => {
      const t = view.t.directory;
      const { cursor: asked } = request.query as { cursor?: unknown };
      const cursor = typeof asked === 'string' ? asked : undefined;
      const list = await settle(
        view.api.directory.GET('/v1/good-practices', { params: { query: { ...given({ cursor }), limit: 20 } } }),
      );
      return {
        title: t.practices,
        description: t.practicesLead,
        body: html`<h1>${t.practices}</h1>
          <p class="lead">${t.practicesLead}</p>
          ${partOf(
            view,
            t.practices.toLowerCase(),
            list,
            ({ items, next }) =>
              html`${
                items.length === 0
                  ? html`<p>${t.practicesNone}</p>`
                  : html`<ul class="cards">
                      ${items.map(
                        ({ slug, title, summary }) =>
                          html`<li class="card">
                            <h2><a href="${view.href('practice', { slug })}">${view.say(title)}</a></h2>
                            <p>${view.say(summary)}</p>
                          </li>`,
                      )}
                    </ul>`
              }
              ${pager(view, {
                next: next === null ? undefined : view.href('practices', {}, { cursor: next }),
                first: cursor === undefined ? undefined : view.href('practices'),
              })}`,
          )}`,
      };
    },
  });
  publicPage(app, site, 'practice', {
    get: async (view, request) => {
      const t = view.t.directory;
      const { slug = '' } = request.params as { slug?: string };
      const practice = must(
        await settle(view.api.directory.GET('/v1/good-practices/{slug}', { params: { path: { slug } } })),
      );
      const body = view.plain(practice.body).split(/\n{2,}/);
      return {
        title: view.plain(practice.title),
        description: view.plain(practice.summary),
        body: html`${breadcrumb(view, [
            { href: view.href('home'), text: view.t.shell.home },
            { href: view.href('practices'), text: t.practices },
          ])}
          <article class="narrow">
            <h1>${view.say(practice.title)}</h1>
            <p class="lead">${view.say(practice.summary)}</p>
            ${body.map((paragraph) => html`<p lang="${practice.localized.body.language}">${paragraph}</p>`)}
            ${facts([
              [
                t.practicesOf,
                practice.initiatives.length > 0 &&
                  html`${practice.initiatives.map(
                    ({ slug: its, name }, index) =>
                      html`${index > 0 && ', '}<a href="${view.href('initiative', { slug: its })}"
                          >${view.say(name)}</a
                        >`,
                  )}`,
              ],
              [t.sectors, practice.sectors.map((code) => nameOf('sector', code, view.language)).join(', ')],
              [t.updated, time(view.language, 'day', practice.updatedAt)],
            ])}
          </article>`,
      };
    },
  });
}
