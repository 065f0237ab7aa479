import type { App } from '@ateneu/service-kit';

import { html } from '../../../html.ts';
import { type Desk, deskPage, type DeskView, outcome } from '../../../shell/desk-page.ts';
import { modalities, modalityName } from '../../../ui/cases.ts';
import { time } from '../../../ui/dates.ts';
import { fieldsOf, given } from '../../../ui/fields.ts';
import { badge, pager, partOf } from '../../../ui/parts.ts';
import { settle } from '../../../upstream/answer.ts';
import { queryOf, table, tabs } from '../../../ui/lists.ts';

const statuses = ['planned', 'in-progress', 'paused', 'completed', 'abandoned'] as const;

/** The states of an accompaniment. */
export type AccompanimentStatus = (typeof statuses)[number];

/** What a state is called. */
export function accompanimentStatusName({ t: { cases: t } }: DeskView, status: AccompanimentStatus): string {
  const names = {
    planned: t.planned,
    'in-progress': t.inProgress,
    paused: t.paused,
    completed: t.completed,
    abandoned: t.abandoned,
  };
  return names[status];
}

/** Minutes as hours, in the reader's way of writing numbers. */
export function hoursOf(view: DeskView, minutes: number): string {
  const hours = new Intl.NumberFormat(view.language, { maximumFractionDigits: 2 }).format(minutes / 60);
  return view.t.cases.hoursValue(hours);
}

/** Every accompaniment, and the opening of one. */
export function accompanimentsPage(app: App, desk: Desk): void {
  deskPage(app, desk, '/accompaniments', {
    get: async (view, request) => {
      const { cases: t, desk: words } = view.t;
      const asked = queryOf(request, 'status');
      const status = statuses.find((one) => one === asked);
      const [cursor, projectId] = [queryOf(request, 'cursor'), queryOf(request, 'projectId')];
      const list = await settle(
        view.api.accompaniment.GET('/v1/staff/accompaniments', {
          params: { query: { ...given({ status, cursor, projectId }), limit: 50 } },
        }),
      );
      const page = (at: string | undefined) => view.at('/accompaniments', { status, projectId, cursor: at });
      return {
        title: t.accompanimentsTitle,
        section: 'accompaniments',
        body: html`<h1>${t.accompanimentsTitle}</h1>
          <p class="actions">
            <a class="button button-quiet" href="${view.at('/projects')}">${view.t.projects.title}</a>
            <a class="button button-quiet" href="${view.at('/work')}">${view.t.outcomes.workTitle}</a>
            <a class="button button-quiet" href="${view.at('/itineraries')}">${view.t.outcomes.itineraries}</a>
          </p>
          ${
            projectId === undefined
              ? tabs(view, '/accompaniments', {
                  label: words.status,
                  chosen: status,
                  choices: [
                    [undefined, words.all],
                    ...statuses.map((one) => [one, accompanimentStatusName(view, one)] as const),
                  ],
                })
              : html`<div class="actions">
                  ${modalities.map((modality) =>
                    view.form(
                      view.at('/accompaniments/new'),
                      html`<input type="hidden" name="projectId" value="${projectId}" /><input
                          type="hidden"
                          name="modality"
                          value="${modality}"
                        />`,
                      html`<button class="button button-quiet" type="submit">
                        ${t.openAccompaniment}: ${modalityName(view, modality)}
                      </button>`,
                    ),
                  )}
                </div>`
          }
          ${partOf(
            view,
            t.accompanimentsTitle.toLowerCase(),
            list,
            ({ items, next }) =>
              html`${table(view, t.accompanimentsTitle, {
                headings: [words.project, words.status, words.modality, t.technician, t.hours, words.updated],
                rows: items.map(({ id, projectName, status: at, modality, technician, minutes, updatedAt }) => [
                  html`<a href="${view.at(`/accompaniments/${id}`)}">${projectName}</a>`,
                  badge(
                    at === 'in-progress' ? 'good' : at === 'planned' ? 'attention' : 'neutral',
                    accompanimentStatusName(view, at),
                  ),
                  modalityName(view, modality),
                  technician.name,
                  hoursOf(view, minutes),
                  time(view.language, 'day', updatedAt),
                ]),
              })}
              ${pager(view, { next: next === null ? undefined : page(next), first: cursor === undefined ? undefined : page(undefined) })}`,
          )}`,
      };
    },
  });
  deskPage(app, desk, '/accompaniments/new', {
    post: async (view, request) => {
      const fields = fieldsOf(request.body);
      const [referralId, projectId] = [fields.text('referralId'), fields.text('projectId')];
      const answer = await settle(
        view.api.accompaniment.POST('/v1/staff/accompaniments', {
          body: given({ referralId, projectId, modality: modalities.find((one) => one === fields.text('modality')) }),
        }),
      );
      const from =
        referralId === undefined ? view.at('/accompaniments', { projectId }) : view.at(`/referrals/${referralId}`);
      const to = answer.kind === 'ok' ? view.at(`/accompaniments/${answer.data.id}`) : from;
      return outcome(view, answer, { done: view.t.desk.saved, to });
    },
  });
}
