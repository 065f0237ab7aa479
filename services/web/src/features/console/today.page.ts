import type { App } from '@ateneu/service-kit';

import { html, type Html } from '../../html.ts';
import { type Desk, deskPage, type DeskView } from '../../shell/desk-page.ts';
import { time } from '../../ui/dates.ts';
import { partOf } from '../../ui/parts.ts';
import { type Answer, settle } from '../../upstream/answer.ts';

interface Task {
  readonly href: string;
  readonly text: Html | string | undefined;
  readonly about?: Html | string | undefined;
}

/** How many of each sort are shown. */
const limit = 5;

/** What needs somebody today, the oldest first; each service tells its own part. */
export function todayPage(app: App, desk: Desk): void {
  deskPage(app, desk, '', {
    get: async (view) => {
      const { console: t } = view.t;
      const now = new Date();
      const inDays = (days: number): string => new Date(now.getTime() + days * 86_400_000).toISOString();
      const { directory, training, accompaniment, notifications } = view.api;
      const admin = view.staff?.roles.includes('admin') === true;
      const [proposed, inReview, corrections, intake, inbound, received, outbound, coming, past, failed, actions] =
        await Promise.all([
          settle(directory.GET('/v1/staff/initiatives', { params: { query: { status: 'proposed', limit } } })),
          settle(directory.GET('/v1/staff/initiatives', { params: { query: { status: 'in-review', limit } } })),
          settle(directory.GET('/v1/staff/corrections', { params: { query: { status: 'open', limit } } })),
          settle(accompaniment.GET('/v1/staff/intake-requests', { params: { query: { status: 'open', limit } } })),
          settle(
            accompaniment.GET('/v1/staff/referrals', {
              params: { query: { status: 'sent', direction: 'inbound', limit } },
            }),
          ),
          settle(
            accompaniment.GET('/v1/staff/referrals', {
              params: { query: { status: 'received', direction: 'inbound', limit } },
            }),
          ),
          settle(
            accompaniment.GET('/v1/staff/referrals', {
              params: { query: { status: 'sent', direction: 'outbound', limit } },
            }),
          ),
          settle(
            training.GET('/v1/staff/sessions', {
              params: { query: { status: 'published', from: now.toISOString(), to: inDays(7), limit } },
            }),
          ),
          settle(
            training.GET('/v1/staff/sessions', {
              params: { query: { from: inDays(-60), to: now.toISOString(), limit: 50 } },
            }),
          ),
          settle(notifications.GET('/v1/staff/deliveries', { params: { query: { status: 'failed', limit } } })),
          settle(accompaniment.GET('/v1/staff/actions', { params: { query: { scope: 'all' } } })),
        ]);
      const initiative = ({
        id,
        name,
        createdAt,
      }: {
        id: string;
        name: Parameters<DeskView['say']>[0];
        createdAt: string;
      }): Task => ({
        href: view.at(`/initiatives/${id}`),
        text: view.say(name),
        about: time(view.language, 'day', createdAt),
      });
      const referral = ({
        id,
        partner,
        projectName,
        ageDays,
      }: {
        id: string;
        partner: { name: string };
        projectName: string | null;
        ageDays: number;
      }): Task => ({
        href: view.at(`/referrals/${id}`),
        text: projectName ?? partner.name,
        about: html`${partner.name}, ${view.t.desk.days(ageDays)}`,
      });
      const session = ({
        id,
        title,
        startsAt,
      }: {
        id: string;
        title: Parameters<DeskView['say']>[0];
        startsAt: string;
      }): Task => ({
        href: view.at(`/sessions/${id}`),
        text: view.say(title),
        about: time(view.language, 'short', startsAt),
      });
      const parts = [
        tasks(
          view,
          t.todayIntake,
          view.at('/intake'),
          map(intake, ({ items }) =>
            items.map(({ id, projectName, waitingDays }) => ({
              href: view.at(`/intake/${id}`),
              text: projectName,
              about: t.waitingDays(waitingDays),
            })),
          ),
        ),
        tasks(
          view,
          t.todayCases,
          view.at('/accompaniments'),
          map(actions, ({ items }) =>
            items
              .filter(({ subject }) => subject.type === 'accompaniment')
              .slice(0, limit)
              .map(({ subject, why }) => ({
                href: view.at(`/accompaniments/${subject.id}`),
                text: subject.label,
                about: view.say(why),
              })),
          ),
        ),
        tasks(
          view,
          t.todayReferrals,
          view.at('/referrals'),
          both(
            map(inbound, ({ items }) => items.map(referral)),
            map(received, ({ items }) => items.map(referral)),
          ),
        ),
        tasks(
          view,
          t.todayOutbound,
          view.at('/referrals', { direction: 'outbound' }),
          map(outbound, ({ items }) => items.map(referral)),
        ),
        tasks(
          view,
          t.todayProposals,
          view.at('/initiatives'),
          both(
            map(proposed, ({ items }) => items.map(initiative)),
            map(inReview, ({ items }) => items.map(initiative)),
          ),
        ),
        tasks(
          view,
          t.todayCorrections,
          view.at('/corrections'),
          map(corrections, ({ items }) =>
            items.map(({ id, initiative: { name }, createdAt }) => ({
              href: view.at(`/corrections/${id}`),
              text: name,
              about: time(view.language, 'day', createdAt),
            })),
          ),
        ),
        tasks(
          view,
          t.todaySessions,
          view.at('/sessions'),
          map(coming, ({ items }) => items.map(session)),
        ),
        tasks(
          view,
          t.todayUnrecorded,
          view.at('/sessions'),
          map(past, ({ items }) =>
            items
              .filter(
                ({ status, endsAt }) =>
                  (status === 'published' || status === 'in-progress') && endsAt < now.toISOString(),
              )
              .slice(0, limit)
              .map(session),
          ),
        ),
        tasks(
          view,
          t.todayDeliveries,
          view.at('/deliveries', { status: 'failed' }),
          map(failed, ({ items }) =>
            items.map(({ id, subject, recipient }) => ({
              href: view.at(`/deliveries/${id}`),
              text: subject,
              about: recipient,
            })),
          ),
        ),
      ];
      return {
        title: t.todayTitle,
        body: html`<h1>${t.todayTitle}</h1>
          ${inOrder(parts)} ${admin && html`<p><a href="${view.at('/dead-letters')}">${t.deadLetters}</a></p>`}`,
      };
    },
  });
}

/** A sort of task, and whether there is any. */
interface Part {
  readonly idle: boolean;
  readonly card: Html;
}

/** What needs somebody first; what needs nobody after it. */
function inOrder(parts: readonly Part[]): Html {
  const [busy, idle] = [parts.filter((part) => !part.idle), parts.filter((part) => part.idle)];
  return html`<div class="cards">${busy.map(({ card }) => card)}</div>
    <div class="cards cards-idle">${idle.map(({ card }) => card)}</div>`;
}

function tasks(view: DeskView, title: string, all: string, answer: Answer<readonly Task[]>): Part {
  const { console: t } = view.t;
  const idle = answer.kind === 'ok' && answer.data.length === 0;
  const card = html`<section class="card">
    <h2>${title}</h2>
    ${partOf(view, title.toLowerCase(), answer, (items) =>
      items.length === 0
        ? html`<p class="small">${t.todayNothing}</p>`
        : html`<ul class="tasks">
            ${items.map(
              ({ href, text, about }) =>
                html`<li><a href="${href}">${text}</a> ${about && html`<span class="small">${about}</span>`}</li>`,
            )}
          </ul>`,
    )}
    <p>
      <a href="${all}">${t.seeAll}<span class="visually-hidden">: ${title}</span></a>
    </p>
  </section>`;
  return { idle, card };
}

function map<A, B>(answer: Answer<A>, change: (data: A) => B): Answer<B> {
  return answer.kind === 'ok' ? { ...answer, data: change(answer.data) } : answer;
}

function both(left: Answer<readonly Task[]>, right: Answer<readonly Task[]>): Answer<readonly Task[]> {
  if (left.kind !== 'ok') return left;
  return right.kind === 'ok' ? { ...left, data: [...left.data, ...right.data].slice(0, limit) } : right;
}
