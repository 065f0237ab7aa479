import { randomUUID } from 'node:crypto';

import type { App } from '@ateneu/service-kit';

import { html, type Html } from '../../../html.ts';
import { type Desk, deskPage, type DeskView, outcome } from '../../../shell/desk-page.ts';
import { time } from '../../../ui/dates.ts';
import { given } from '../../../ui/fields.ts';
import { badge, facts, pager, partOf } from '../../../ui/parts.ts';
import { must, settle } from '../../../upstream/answer.ts';
import { paramOf, queryOf, step, table, tabs } from '../../../ui/lists.ts';
import { noticesNav } from '../section-nav.view.ts';
import { kindName } from './texts.pages.ts';

const statuses = ['pending', 'sent', 'possibly-sent', 'failed', 'suppressed'] as const;
type Status = (typeof statuses)[number] | 'sending';

function statusName({ t: { consolePartners: t } }: DeskView, status: Status): string {
  const names = {
    pending: t.pending,
    sending: t.sending,
    sent: t.sent,
    'possibly-sent': t.possiblySent,
    failed: t.failed,
    suppressed: t.suppressed,
  };
  return names[status];
}

function statusBadge(view: DeskView, status: Status): Html {
  return badge(status === 'sent' ? 'good' : status === 'failed' ? 'bad' : 'neutral', statusName(view, status));
}

/** What was written to people: did it arrive, what did it say, and once more. */
export function deliveryPages(app: App, desk: Desk): void {
  deskPage(app, desk, '/deliveries', {
    get: async (view, request) => {
      const { consolePartners: t, desk: words, console: c } = view.t;
      const asked = queryOf(request, 'status');
      const status = statuses.find((one) => one === asked);
      const [recipient, cursor] = [queryOf(request, 'recipient'), queryOf(request, 'cursor')];
      const list = await settle(
        view.api.notifications.GET('/v1/staff/deliveries', {
          params: { query: { ...given({ status, recipient, cursor }), limit: 50 } },
        }),
      );
      const page = (at: string | undefined) => view.at('/deliveries', { status, recipient, cursor: at });
      return {
        title: t.deliveriesTitle,
        section: 'deliveries',
        body: html`${noticesNav(view, '/deliveries')}
          <h1>${t.deliveriesTitle}</h1>
          <form class="search" action="${view.at('/deliveries')}" role="search" aria-label="${t.searchRecipient}">
            <label for="recipient">${t.searchRecipient}</label>
            <div class="search-row">
              <input id="recipient" name="recipient" type="email" value="${recipient}" /><button
                class="button"
                type="submit"
              >
                ${c.search}
              </button>
            </div>
          </form>
          ${tabs(view, '/deliveries', {
            label: words.status,
            chosen: status,
            choices: [[undefined, words.all], ...statuses.map((one) => [one, statusName(view, one)] as const)],
          })}
          ${partOf(
            view,
            t.deliveriesTitle.toLowerCase(),
            list,
            ({ items, next }) =>
              html`${table(view, t.deliveriesTitle, {
                headings: [t.subject, t.recipient, words.status, t.attempts, words.created],
                rows: items.map((item) => [
                  html`<a href="${view.at(`/deliveries/${item.id}`)}">${item.subject}</a>`,
                  item.recipient,
                  statusBadge(view, item.status),
                  item.attempts,
                  time(view.language, 'short', item.createdAt),
                ]),
              })}
              ${pager(view, { next: next === null ? undefined : page(next), first: cursor === undefined ? undefined : page(undefined) })}`,
          )}`,
      };
    },
  });
  deskPage(app, desk, '/deliveries/:id', {
    get: async (view, request) => {
      const { consolePartners: t, consoleNotices: n, desk: words } = view.t;
      const id = paramOf(request, 'id');
      const it = must(
        await settle(view.api.notifications.GET('/v1/staff/deliveries/{id}', { params: { path: { id } } })),
      );
      return {
        title: it.subject,
        section: 'deliveries',
        body: html`${noticesNav(view, '/deliveries')}
          <h1>${it.subject}</h1>
          <p>
            ${statusBadge(view, it.status)} ${it.bouncedAt !== null && badge('bad', n.returned)}
            ${it.complainedAt !== null && badge('bad', n.unwanted)}
          </p>
          ${facts([
            [t.recipient, html`${it.recipientName} <a href="mailto:${it.recipient}">${it.recipient}</a>`],
            [t.attempts, String(it.attempts)],
            [n.message, html`<a href="${view.at(`/texts/${it.kind}/${it.language}`)}">${kindName(view, it.kind)}</a>`],
            [t.lastError, it.lastError],
            [n.answer, it.providerResponse],
            [words.created, time(view.language, 'short', it.createdAt)],
            [t.sent, it.sentAt !== null && time(view.language, 'short', it.sentAt)],
          ])}
          <div class="actions">
            ${it.status !== 'pending' && it.status !== 'sending' && step(view, view.at(`/deliveries/${id}/resend`), t.resend, { sure: true })}
          </div>
          <h2>${t.text}</h2>
          <pre tabindex="0" lang="${it.language}">${it.text}</pre>`,
      };
    },
  });
  deskPage(app, desk, '/deliveries/:id/resend', {
    post: async (view, request) => {
      const id = paramOf(request, 'id');
      const answer = await settle(
        view.api.notifications.POST('/v1/staff/deliveries/{id}/resend', {
          params: { path: { id }, header: { 'Idempotency-Key': randomUUID() } },
        }),
      );
      return outcome(view, answer, { done: view.t.consolePartners.resent, to: view.at(`/deliveries/${id}`) });
    },
  });
}
