import type { App } from '@ateneu/service-kit';

import { html } from '../../../html.ts';
import { type Desk, deskPage, type DeskView } from '../../../shell/desk-page.ts';
import { formatDate } from '../../../ui/dates.ts';
import { given } from '../../../ui/fields.ts';
import { queryOf, table, tabs } from '../../../ui/lists.ts';
import { badge, pager, partOf } from '../../../ui/parts.ts';
import { settle } from '../../../upstream/answer.ts';
import { trainingNav } from '../section-nav.view.ts';
import { actionKindName } from './programme-form.view.ts';

/** The states of a course. */
export const courseStatuses = ['draft', 'published', 'cancelled'] as const;

/** A word about the state of a course. */
export function courseBadge({ t: { consoleCourses: t } }: DeskView, status: (typeof courseStatuses)[number]) {
  const [tone, text] = {
    draft: ['attention', t.statusDraft] as const,
    published: ['good', t.statusPublished] as const,
    cancelled: ['neutral', t.statusCancelled] as const,
  }[status];
  return badge(tone, text);
}

/** Every course, the newest first. */
export function coursesPage(app: App, desk: Desk): void {
  deskPage(app, desk, '/courses', {
    get: async (view, request) => {
      const { consoleCourses: t, desk: words, consoleSessions: s } = view.t;
      const status = courseStatuses.find((one) => one === queryOf(request, 'status'));
      const cursor = queryOf(request, 'cursor');
      const list = await settle(
        view.api.training.GET('/v1/staff/courses', { params: { query: { ...given({ status, cursor }), limit: 50 } } }),
      );
      const page = (at: string | undefined) => view.at('/courses', { status, cursor: at });
      return {
        title: t.courses,
        section: 'sessions',
        body: html`${trainingNav(view, '/courses')}
          <h1>${t.courses}</h1>
          <p class="lead">${t.coursesLead}</p>
          <p><a class="button" href="${view.at('/courses/new')}">${t.create}</a></p>
          ${tabs(view, '/courses', {
            label: words.status,
            chosen: status,
            choices: [
              [undefined, words.all],
              ['draft', t.statusDraft],
              ['published', t.statusPublished],
              ['cancelled', t.statusCancelled],
            ],
          })}
          ${partOf(
            view,
            t.courses.toLowerCase(),
            list,
            ({ items, next }) =>
              html`${table(view, t.courses, {
                headings: [words.name, words.status, t.kind, t.sessions, s.startsAt, t.places],
                rows: items.map(({ id, title, status: at, programme, sessions }) => [
                  html`<a href="${view.at(`/courses/${id}`)}">${view.say(title)}</a>`,
                  courseBadge(view, at),
                  programme.kind && actionKindName(view, programme.kind),
                  sessions.length,
                  sessions[0] && formatDate(view.language, 'short', sessions[0].startsAt),
                  sessions.reduce((sum, { confirmed }) => sum + confirmed, 0),
                ]),
              })}
              ${pager(view, { next: next === null ? undefined : page(next), first: cursor === undefined ? undefined : page(undefined) })}`,
          )}`,
      };
    },
  });
}
