import type { App } from '@ateneu/service-kit';

import { html } from '../../../html.ts';
import { type Desk, deskPage, type DeskView } from '../../../shell/desk-page.ts';
import { time } from '../../../ui/dates.ts';
import { given } from '../../../ui/fields.ts';
import { badge, pager, partOf } from '../../../ui/parts.ts';
import { settle } from '../../../upstream/answer.ts';
import { queryOf, table, tabs } from '../../../ui/lists.ts';
import { trainingNav } from '../section-nav.view.ts';

/** The states of a session. */
export const sessionStatuses = ['draft', 'published', 'in-progress', 'held', 'cancelled'] as const;

/** One of them. */
export type SessionStatus = (typeof sessionStatuses)[number];

/** What a state is called. */
export function sessionStatusName({ t: { consoleSessions: t } }: DeskView, status: SessionStatus): string {
  const names: Record<SessionStatus, string> = {
    draft: t.statusDraft,
    published: t.statusPublished,
    'in-progress': t.statusInProgress,
    held: t.statusHeld,
    cancelled: t.cancelled,
  };
  return names[status];
}

/** Whether a state asks for something, or is how it should be. */
export function sessionTone(status: SessionStatus): Parameters<typeof badge>[0] {
  if (status === 'draft') return 'attention';
  return status === 'published' || status === 'in-progress' ? 'good' : 'neutral';
}

/** Every session, in any state. */
export function sessionsPage(app: App, desk: Desk): void {
  deskPage(app, desk, '/sessions', {
    get: async (view, request) => {
      const { consoleSessions: t, desk: words } = view.t;
      const asked = queryOf(request, 'status');
      const status = sessionStatuses.find((one) => one === asked);
      const cursor = queryOf(request, 'cursor');
      const list = await settle(
        view.api.training.GET('/v1/staff/sessions', { params: { query: { ...given({ status, cursor }), limit: 50 } } }),
      );
      const page = (at: string | undefined) => view.at('/sessions', { status, cursor: at });
      return {
        title: t.title,
        section: 'sessions',
        body: html`${trainingNav(view, '/sessions')}
          <h1>${t.title}</h1>
          <p><a class="button" href="${view.at('/sessions/new')}">${t.create}</a></p>
          ${tabs(view, '/sessions', {
            label: words.status,
            chosen: status,
            choices: [
              [undefined, words.all],
              ...sessionStatuses.map((one) => [one, sessionStatusName(view, one)] as const),
            ],
          })}
          ${partOf(
            view,
            t.title.toLowerCase(),
            list,
            ({ items, next }) =>
              html`${table(view, t.title, {
                headings: [words.name, t.startsAt, words.status, t.capacity, t.confirmed, t.waiting],
                rows: items.map(({ id, title, startsAt, status: at, capacity, confirmed, waiting }) => [
                  html`<a href="${view.at(`/sessions/${id}`)}">${view.say(title)}</a>`,
                  time(view.language, 'short', startsAt),
                  badge(sessionTone(at), sessionStatusName(view, at)),
                  capacity,
                  confirmed,
                  waiting,
                ]),
              })}
              ${pager(view, { next: next === null ? undefined : page(next), first: cursor === undefined ? undefined : page(undefined) })}`,
          )}`,
      };
    },
  });
}
