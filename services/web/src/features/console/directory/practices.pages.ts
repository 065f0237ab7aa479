import type { App } from '@ateneu/service-kit';

import { html, type Html } from '../../../html.ts';
import { type Desk, deskPage, type DeskView, outcome } from '../../../shell/desk-page.ts';
import { time } from '../../../ui/dates.ts';
import { fieldsOf } from '../../../ui/fields.ts';
import { paramOf, step, table, versioned } from '../../../ui/lists.ts';
import { badge, facts, nameOf, partOf } from '../../../ui/parts.ts';
import { settle } from '../../../upstream/answer.ts';
import type { Clients } from '../../../upstream/clients.ts';
import { directoryNav } from '../section-nav.view.ts';
import { type NamedPractice, readPractice } from './practice-edit.pages.ts';

const steps = {
  publish: ({ directory }: Clients, call: ReturnType<typeof versioned>) =>
    directory.POST('/v1/staff/good-practices/{id}/publish', call),
  unpublish: ({ directory }: Clients, call: ReturnType<typeof versioned>) =>
    directory.POST('/v1/staff/good-practices/{id}/unpublish', call),
} as const;

/** Good practices in any state, each as it will be read, and its steps. */
export function practiceDeskPages(app: App, desk: Desk): void {
  deskPage(app, desk, '/practices', {
    get: async (view) => {
      const { consoleDirectory: t, desk: words } = view.t;
      const list = await settle(view.api.directory.GET('/v1/staff/good-practices'));
      return {
        title: t.practices,
        section: 'initiatives',
        body: html`${directoryNav(view, '/practices')}
          <h1>${t.practices}</h1>
          <p><a class="button" href="${view.at('/practices/new')}">${t.newPractice}</a></p>
          ${partOf(view, t.practices.toLowerCase(), list, ({ items }) =>
            table(view, t.practices, {
              headings: [words.name, words.status, t.about, words.updated],
              rows: items.map(({ id, title, status, initiativeIds, updatedAt }) => [
                html`<a href="${view.at(`/practices/${id}`)}">${view.say(title)}</a>`,
                statusBadge(view, status),
                initiativeIds.length,
                time(view.language, 'day', updatedAt),
              ]),
            }),
          )}`,
      };
    },
  });
  deskPage(app, desk, '/practices/:id', {
    get: async (view, request) => {
      const practice = await readPractice(view, paramOf(request, 'id'));
      const { id, version, status, slug, title, summary, body, initiatives, sectors } = practice;
      const { consoleDirectory: t, console: c, desk: words } = view.t;
      const at = (name: string) => view.at(`/practices/${id}/${name}`);
      return {
        title: view.plain(title),
        section: 'initiatives',
        body: html`${directoryNav(view, '/practices')}
          <h1>${view.say(title)}</h1>
          <p>${statusBadge(view, status)}</p>
          <div class="actions">
            ${status !== 'published' && step(view, at('publish'), c.publish, { version })}
            ${status === 'published' && step(view, at('unpublish'), t.withdraw, { version, sure: true })}
            <a class="button button-quiet" href="${at('edit')}">${words.edit}</a>
          </div>
          ${facts([
            [
              t.about,
              html`<ul>
                ${initiatives.map(({ id: of, name }) => html`<li><a href="${view.at(`/initiatives/${of}`)}">${name}</a></li>`)}
              </ul>`,
            ],
            [view.t.directory.sectors, sectors.map((code) => nameOf('sector', code, view.language)).join(', ')],
            [
              c.seePublic,
              status === 'published' &&
                slug !== null &&
                html`<a href="${view.href('practice', { slug })}">${view.plain(title)}</a>`,
            ],
            [words.updated, time(view.language, 'short', practice.updatedAt)],
          ])}
          <p class="lead">${view.say(summary)}</p>
          <div class="prose narrow">
            ${view
              .plain(body)
              .split(/\n{2,}/)
              .map((paragraph) => html`<p>${paragraph}</p>`)}
          </div>`,
      };
    },
  });
  for (const [name, call] of Object.entries(steps)) {
    deskPage(app, desk, `/practices/:id/${name}`, {
      post: async (view, request) => {
        const id = paramOf(request, 'id');
        const answer = await settle(call(view.api, versioned(id, fieldsOf(request.body).text('version'))));
        const done = answer.kind === 'ok' ? statusName(view, answer.data.status) : '';
        return outcome(view, answer, { done, to: view.at(`/practices/${id}`) });
      },
    });
  }
}

function statusName({ t: { consoleDirectory: t } }: DeskView, status: NamedPractice['status']): string {
  return { draft: t.statusDraft, published: t.statusPublished, unpublished: t.statusUnpublished }[status];
}

function statusBadge(view: DeskView, status: NamedPractice['status']): Html {
  return badge(
    status === 'draft' ? 'attention' : status === 'published' ? 'good' : 'neutral',
    statusName(view, status),
  );
}
