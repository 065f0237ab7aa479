import type { App } from '@ateneu/service-kit';

import { html, type Html } from '../../../html.ts';
import { type Desk, type DeskAnswer, deskPage, type DeskView, outcome } from '../../../shell/desk-page.ts';
import { time } from '../../../ui/dates.ts';
import { fieldsOf, given } from '../../../ui/fields.ts';
import { emptyForm, type FormState, formWriter, refusedForm } from '../../../ui/form.ts';
import { folded, table } from '../../../ui/lists.ts';
import { badge, partOf } from '../../../ui/parts.ts';
import { settle } from '../../../upstream/answer.ts';
import { noticesNav } from '../section-nav.view.ts';

/** Addresses that nothing is sent to: which and why, one more, and one that gets messages again. */
export function suppressionPages(app: App, desk: Desk): void {
  deskPage(app, desk, '/suppressions', {
    get: (view) => listPage(view, {}),
    // A search is a form that posts, so that people’s addresses stay out of addresses of pages.
    post: (view, request) => listPage(view, { address: fieldsOf(request.body).text('search') }),
  });
  deskPage(app, desk, '/suppressions/stop', {
    post: async (view, request) => {
      const fields = fieldsOf(request.body);
      const answer = await settle(
        view.api.notifications.POST('/v1/staff/suppressions', {
          body: { address: fields.required('address'), detail: fields.required('detail') },
        }),
      );
      if (answer.kind === 'refused' && (answer.problem.errors?.length ?? 0) > 0)
        return listPage(view, { state: refusedForm(fields.values, answer.problem), status: 422 });
      return outcome(view, answer, { done: view.t.consoleNotices.stopped, to: view.at('/suppressions') });
    },
  });
  deskPage(app, desk, '/suppressions/lift', {
    post: async (view, request) => {
      const fields = fieldsOf(request.body);
      const answer = await settle(
        view.api.notifications.POST('/v1/staff/suppressions/lift', {
          body: { address: fields.required('address'), detail: fields.required('detail') },
        }),
      );
      return outcome(view, answer, { done: view.t.consoleNotices.lifted, to: view.at('/suppressions') });
    },
  });
}

interface ListPage {
  readonly address?: string | undefined;
  readonly state?: FormState;
  readonly status?: number;
}

async function listPage(view: DeskView, { address, state = emptyForm, status = 200 }: ListPage): Promise<DeskAnswer> {
  const { consoleNotices: t, consolePartners: p, console: c, desk: words } = view.t;
  const list = await settle(view.api.notifications.POST('/v1/staff/suppressions/search', { body: given({ address }) }));
  const form = formWriter(view, state);
  return {
    status,
    title: `${status === 200 ? '' : view.t.shell.errorPrefix}${t.suppressions}`,
    section: 'deliveries',
    body: html`${noticesNav(view, '/suppressions')}
      <h1>${t.suppressions}</h1>
      <p class="lead">${t.suppressionsLead}</p>
      ${view.form(
        view.at('/suppressions'),
        html`<div class="search">
          <label for="search">${p.searchRecipient}</label>
          <div class="search-row">
            <input id="search" name="search" type="email" value="${address}" /><button class="button" type="submit">
              ${c.search}
            </button>
          </div>
        </div>`,
      )}
      ${folded(
        t.stop,
        html`${form.summary()}
        ${view.form(
          view.at('/suppressions/stop'),
          form.text('address', t.address, { required: true, type: 'email', hint: t.stopHint }),
          form.text('detail', t.stopWhy, { required: true }),
          html`<button class="button" type="submit">${t.stop}</button>`,
        )}`,
        status !== 200,
      )}
      ${partOf(view, t.suppressions.toLowerCase(), list, ({ items }) =>
        table(view, t.suppressions, {
          headings: [t.address, words.reason, words.note, words.created, words.actions],
          rows: items.map((item, row) => [
            item.address,
            item.reason === 'bounce' ? badge('bad', t.bounced) : badge('neutral', t.byStaff),
            item.detail,
            time(view.language, 'short', item.createdAt),
            lifting(view, item.address, row),
          ]),
        }),
      )}`,
  };
}

function lifting(view: DeskView, address: string, row: number): Html {
  const t = view.t.consoleNotices;
  return html`<details class="sure">
    <summary class="button button-quiet">${t.lift}</summary>
    ${view.form(
      view.at('/suppressions/lift'),
      html`<input type="hidden" name="address" value="${address}" />
        <label for="lift-${row}">${t.liftWhy}</label>
        <input id="lift-${row}" name="detail" required />
        <button class="button" type="submit">${t.lift}</button>`,
    )}
  </details>`;
}
