import type { App } from '@ateneu/service-kit';

import { html, type Html } from '../../html.ts';
import { publicPage } from '../../shell/public-page.ts';
import type { SiteContext, View } from '../../shell/view.ts';
import { partOf } from '../../ui/parts.ts';
import { settle } from '../../upstream/answer.ts';
import { initiativeCard } from '../directory/index.ts';
import { sessionCard } from '../training/index.ts';

/** The first page: what one can do here, what comes next, and who has arrived. */
export function homePage(app: App, site: SiteContext): void {
  publicPage(app, site, 'home', {
    get: async (view) => {
      const { home, shell } = view.t;
      const [sessions, initiatives] = await Promise.all([
        settle(view.api.training.GET('/v1/sessions', { params: { query: { limit: 3 } } })),
        settle(view.api.directory.GET('/v1/initiatives', { params: { query: { limit: 6, sort: 'newest' } } })),
      ]);
      return {
        title: shell.organisation,
        description: home.lead,
        body: html`<div class="hero">
            <h1>${home.title}</h1>
            <p class="lead">${home.lead}</p>
            ${searchForm(view)}
          </div>
          <section aria-labelledby="want">
            <h2 id="want" class="visually-hidden">${home.wantToTitle}</h2>
            <ul class="doors">
              ${door(view.href('directory'), home.directoryTitle, home.directoryText)}
              ${door(view.href('training'), home.trainingTitle, home.trainingText)}
              ${door(view.href('accompaniment'), home.accompanimentTitle, home.accompanimentText)}
            </ul>
          </section>
          <section aria-labelledby="next">
            <h2 id="next">${home.next}</h2>
            ${partOf(view, home.partSessions, sessions, ({ items }) =>
              items.length === 0
                ? html`<p>${home.noNext}</p>`
                : html`<ul class="cards">
                    ${items.map((session) => sessionCard(view, session))}
                  </ul>`,
            )}
            <p><a href="${view.href('training')}">${home.allSessions}</a></p>
          </section>
          <section aria-labelledby="newest">
            <h2 id="newest">${home.newest}</h2>
            ${partOf(
              view,
              home.partInitiatives,
              initiatives,
              ({ items }) =>
                html`<ul class="cards">
                  ${items.map((initiative) => initiativeCard(view, initiative))}
                </ul>`,
            )}
            <p><a href="${view.href('directory')}">${home.allInitiatives}</a></p>
          </section>`,
      };
    },
  });
}

function searchForm(view: View): Html {
  const { home } = view.t;
  return html`<form class="search" action="${view.href('directory')}" role="search">
    <label for="q">${home.searchLabel}</label>
    <p class="hint" id="q-hint">${home.searchHint}</p>
    <div class="search-row">
      <input id="q" name="q" type="search" aria-describedby="q-hint" />
      <button class="button" type="submit">${home.search}</button>
    </div>
  </form>`;
}

function door(href: string, title: string, text: string): Html {
  return html`<li class="door">
    <a href="${href}">${title}</a>
    <p>${text}</p>
  </li>`;
}
