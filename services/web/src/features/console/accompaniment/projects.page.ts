import type { App } from '@ateneu/service-kit';

import { html } from '../../../html.ts';
import { type Desk, deskPage, type DeskView } from '../../../shell/desk-page.ts';
import { time } from '../../../ui/dates.ts';
import { given } from '../../../ui/fields.ts';
import { queryOf, table, tabs } from '../../../ui/lists.ts';
import { badge, nameOf, pager, partOf } from '../../../ui/parts.ts';
import { settle } from '../../../upstream/answer.ts';
import { projectStatuses, projectStatusName } from './project.names.ts';

/** Every project, by its state or a tag. */
export function projectsPage(app: App, desk: Desk): void {
  deskPage(app, desk, '/projects', {
    get: async (view, request) => {
      const { projects: t, desk: words, directory } = view.t;
      const asked = queryOf(request, 'status');
      const status = projectStatuses.find((one) => one === asked);
      const [tag, cursor] = [queryOf(request, 'tag'), queryOf(request, 'cursor')];
      const list = await settle(
        view.api.accompaniment.GET('/v1/staff/projects', {
          params: { query: { ...given({ status, tag, cursor }), limit: 50 } },
        }),
      );
      const page = (at: string | undefined) => view.at('/projects', { status, tag, cursor: at });
      return {
        title: t.title,
        section: 'accompaniments',
        body: html`<h1>${t.title}${tag && html` <small>${t.tag}: ${tag}</small>`}</h1>
          <p class="actions"><a class="button" href="${view.at('/projects/new')}">${t.newProject}</a></p>
          ${tabs(view, '/projects', {
            label: words.status,
            chosen: status,
            choices: [
              [undefined, words.all],
              ...projectStatuses.map((one) => [one, projectStatusName(view, one)] as const),
            ],
          })}
          ${partOf(
            view,
            t.title.toLowerCase(),
            list,
            ({ items, next }) =>
              html`${table(view, t.title, {
                headings: [words.project, words.status, directory.sector, t.tags, words.updated],
                rows: items.map(({ id, name, status: at, sector, tags, updatedAt }) => [
                  html`<a href="${view.at(`/projects/${id}`)}">${name}</a>`,
                  badge(at === 'active' ? 'good' : 'neutral', projectStatusName(view, at)),
                  sector && nameOf('sector', sector, view.language),
                  tagLinks(view, tags),
                  time(view.language, 'day', updatedAt),
                ]),
              })}
              ${pager(view, { next: next === null ? undefined : page(next), first: cursor === undefined ? undefined : page(undefined) })}`,
          )}`,
      };
    },
  });
}

/** Tags, each leading to the projects that have it. */
export function tagLinks(view: DeskView, tags: readonly string[]) {
  return tags.map((tag, index) => html`${index > 0 && ', '}<a href="${view.at('/projects', { tag })}">${tag}</a>`);
}
