import type { App } from '@ateneu/service-kit';

import { html, type Html } from '../../html.ts';
import { publicPage } from '../../shell/public-page.ts';
import type { SiteContext } from '../../shell/view.ts';
import { time } from '../../ui/dates.ts';
import { breadcrumb, facts, nameOf } from '../../ui/parts.ts';
import { must, settle } from '../../upstream/answer.ts';

/** An initiative's page, with what programs read of it. */
export function initiativePage(app: App, site: SiteContext): void {
  publicPage(app, site, 'initiative', {
    get: async (view, request) => {
      const t = view.t.directory;
      const { slug = '' } = request.params as { slug?: string };
      const path = { params: { path: { slug } } };
      const [answer, linked] = await Promise.all([
        settle(view.api.directory.GET('/v1/initiatives/{slug}', path)),
        settle(view.api.directory.GET('/v1/initiatives/{slug}.jsonld', path)),
      ]);
      const initiative = must(answer);
      // A former address leads to today's: the service has followed it, and says which it is.
      if (initiative.slug !== slug) return { redirect: view.href('initiative', { slug: initiative.slug }) };
      const { name, summary, description, legalForm, sectors, neighbourhood, address, website } = initiative;
      return {
        title: view.plain(name),
        description: view.plain(summary),
        jsonLd: linked.kind === 'ok' ? linked.data : undefined,
        body: html`${breadcrumb(view, [
            { href: view.href('home'), text: view.t.shell.home },
            { href: view.href('directory'), text: view.t.shell.directory },
          ])}
          <article class="narrow">
            <h1>${view.say(name)}</h1>
            <p class="lead">${view.say(summary)}</p>
            ${description !== null && html`<div class="prose"><p>${view.say(description)}</p></div>`}
            <h2>${t.facts}</h2>
            ${facts([
              [t.legalForm, nameOf('legalForm', legalForm, view.language)],
              [
                t.sectors,
                html`${sectors.map((code, index) => {
                  const href = view.href('directory', {}, { sector: code });
                  return html`${index > 0 && ', '}<a href="${href}">${nameOf('sector', code, view.language)}</a>`;
                })}`,
              ],
              [
                t.neighbourhood,
                neighbourhood !== null &&
                  html`<a href="${view.href('directory', {}, { neighbourhood })}"
                    >${nameOf('neighbourhood', neighbourhood, view.language)}</a
                  >`,
              ],
              [t.address, address],
              [
                view.t.shell.website,
                website !== null &&
                  html`<a href="${website}" rel="external">${website.replace(/^https?:\/\/|\/$/g, '')}</a>`,
              ],
              [t.founded, initiative.foundedIn === null ? undefined : String(initiative.foundedIn)],
              [
                t.offers,
                initiative.offers.length > 0 &&
                  html`${initiative.offers.map(({ name: offer }, index) => html`${index > 0 && ', '}${view.say(offer)}`)}`,
              ],
              [t.contact, contactOf(initiative.contact)],
              [
                t.cooperatesWith,
                initiative.cooperatesWith.length > 0 &&
                  html`${initiative.cooperatesWith.map(
                    ({ slug: other, name: its }, index) =>
                      html`${index > 0 && ', '}<a href="${view.href('initiative', { slug: other })}"
                          >${view.say(its)}</a
                        >`,
                  )}`,
              ],
              [t.since, time(view.language, 'day', initiative.publishedAt)],
              [t.updated, time(view.language, 'day', initiative.updatedAt)],
            ])}
            <p class="actions">
              <a class="button button-quiet" href="${view.href('correct', { slug })}">${t.correct}</a>
              <a href="${view.href('directory')}">${t.back}</a>
            </p>
          </article>`,
      };
    },
  });
}

/** What was published with consent: whoever answers, and how. */
function contactOf({ person, email, phone }: { person?: string; email?: string; phone?: string }): Html | undefined {
  const ways = [
    person,
    email && html`<a href="mailto:${email}">${email}</a>`,
    phone && html`<a href="tel:${phone.replaceAll(/\s/g, '')}">${phone}</a>`,
  ].filter((way) => way !== undefined && way !== '');
  return ways.length === 0 ? undefined : html`${ways.map((way, index) => html`${index > 0 && ', '}${way}`)}`;
}
