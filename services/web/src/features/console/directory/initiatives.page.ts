import type { App } from '@ateneu/service-kit';

import { html } from '../../../html.ts';
import { type Desk, deskPage, type DeskView } from '../../../shell/desk-page.ts';
import { time } from '../../../ui/dates.ts';
import { given } from '../../../ui/fields.ts';
import { badge, nameOf, pager, partOf } from '../../../ui/parts.ts';
import { settle } from '../../../upstream/answer.ts';
import { queryOf, table, tabs } from '../../../ui/lists.ts';
import { directoryNav } from '../section-nav.view.ts';

/** The states of an initiative. */
export const initiativeStatuses = [
  'proposed',
  'in-review',
  'published',
  'unpublished',
  'rejected',
  'archived',
] as const;

/** One of them. */
export type InitiativeStatus = (typeof initiativeStatuses)[number];

/** What a state is called. */
export function initiativeStatusName({ t: { console: t } }: DeskView, status: InitiativeStatus): string {
  const names: Record<InitiativeStatus, string> = {
    proposed: t.statusProposed,
    'in-review': t.statusInReview,
    published: t.statusPublished,
    unpublished: t.statusUnpublished,
    rejected: t.statusRejected,
    archived: t.statusArchived,
  };
  return names[status];
}

/** The directory in any state, proposals first. */
export function initiativesPage(app: App, desk: Desk): void {
  deskPage(app, desk, '/initiatives', {
    get: async (view, request) => {
      const { console: t, desk: words } = view.t;
      const asked = queryOf(request, 'status');
      const status = initiativeStatuses.find((one) => one === asked);
      const cursor = queryOf(request, 'cursor');
      const list = await settle(
        view.api.directory.GET('/v1/staff/initiatives', {
          params: { query: { ...given({ status, cursor }), limit: 50 } },
        }),
      );
      const page = (at: string | undefined) => view.at('/initiatives', { status, cursor: at });
      return {
        title: t.initiativesTitle,
        section: 'initiatives',
        body: html`${directoryNav(view, '/initiatives')}
          <h1>${t.initiativesTitle}</h1>
          <p class="actions">
            <a class="button" href="${view.at('/initiatives/new')}">${view.t.consoleInitiative.newInitiative}</a>
            <a class="button button-quiet" href="${view.at('/imports', { status })}#export"
              >${status === undefined ? view.t.consoleDirectory.exportAllThese : view.t.consoleDirectory.exportThese}</a
            >
          </p>
          ${tabs(view, '/initiatives', {
            label: words.status,
            chosen: status,
            choices: [
              [undefined, words.all],
              ...initiativeStatuses.map((one) => [one, initiativeStatusName(view, one)] as const),
            ],
          })}
          ${partOf(
            view,
            t.initiatives.toLowerCase(),
            list,
            ({ items, next }) =>
              html`${table(view, t.initiativesTitle, {
                headings: [words.name, words.status, view.t.directory.legalForm, words.updated],
                rows: items.map(({ id, name, status: at, legalForm, updatedAt }) => [
                  html`<a href="${view.at(`/initiatives/${id}`)}">${view.say(name)}</a>`,
                  badge(
                    at === 'proposed' || at === 'in-review' ? 'attention' : at === 'published' ? 'good' : 'neutral',
                    initiativeStatusName(view, at),
                  ),
                  nameOf('legalForm', legalForm, view.language),
                  time(view.language, 'day', updatedAt),
                ]),
              })}
              ${pager(view, { next: next === null ? undefined : page(next), first: cursor === undefined ? undefined : page(undefined) })}`,
          )}`,
      };
    },
  });
}
