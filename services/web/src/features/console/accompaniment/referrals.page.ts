import type { App } from '@ateneu/service-kit';

import { html, type Html } from '../../../html.ts';
import { type Desk, deskPage, type DeskView } from '../../../shell/desk-page.ts';
import { type Modality, modalityName, referralBadge } from '../../../ui/cases.ts';
import { partOf } from '../../../ui/parts.ts';
import { settle } from '../../../upstream/answer.ts';
import { queryOf } from '../../../ui/lists.ts';

interface Listed {
  readonly id: string;
  readonly status: string;
  readonly modality: Modality;
  readonly partner: { readonly name: string };
  readonly projectName: string | null;
  readonly ageDays: number;
}

const unanswered = new Set(['draft', 'sent', 'received']);
const underWay = new Set(['accepted', 'in-progress']);

/** The board: what waits for an answer by its age, since what nobody answers is reminded at 10 days and expires at 30. */
export function referralsPage(app: App, desk: Desk): void {
  deskPage(app, desk, '/referrals', {
    get: async (view, request) => {
      const { cases: t } = view.t;
      const direction = queryOf(request, 'direction') === 'outbound' ? 'outbound' : 'inbound';
      const list = await settle(
        view.api.accompaniment.GET('/v1/staff/referrals', { params: { query: { direction, limit: 100 } } }),
      );
      const choices = [
        ['inbound', t.inbound],
        ['outbound', t.outbound],
      ] as const;
      return {
        title: t.referralsTitle,
        section: 'referrals',
        body: html`<h1>${t.referralsTitle}</h1>
          <p><a class="button" href="${view.at('/referrals/new')}">${t.newReferral}</a></p>
          <nav class="tabs" aria-label="${t.referralsTitle}">
            <ul>
              ${choices.map(
                ([value, text]) =>
                  html`<li>
                    <a
                      href="${view.at('/referrals', { direction: value })}"
                      ${value === direction && html` aria-current="true"`}
                      >${text}</a
                    >
                  </li>`,
              )}
            </ul>
          </nav>
          ${partOf(view, t.referralsTitle.toLowerCase(), list, ({ items }) => board(view, items))}`,
      };
    },
  });
}

function board(view: DeskView, items: readonly Listed[]): Html {
  const { cases: t } = view.t;
  const waiting = items
    .filter(({ status }) => unanswered.has(status))
    .toSorted((left, right) => right.ageDays - left.ageDays);
  const columns: [string, readonly Listed[]][] = [
    [t.expiring, waiting.filter(({ ageDays }) => ageDays > 20)],
    [t.reminded, waiting.filter(({ ageDays }) => ageDays >= 10 && ageDays <= 20)],
    [t.fresh, waiting.filter(({ ageDays }) => ageDays < 10)],
    [t.under, items.filter(({ status }) => underWay.has(status))],
    [t.finished, items.filter(({ status }) => !unanswered.has(status) && !underWay.has(status))],
  ];
  return html`<div class="board">
    ${columns.map(
      ([title, cards]) =>
        html`<section>
          <h2>${title} <small>${cards.length}</small></h2>
          ${
            cards.length === 0
              ? html`<p class="small">${view.t.desk.empty}</p>`
              : html`<ul class="cards cards-list">
                  ${cards.map((card) => referralCard(view, card))}
                </ul>`
          }
        </section>`,
    )}
  </div>`;
}

function referralCard(view: DeskView, { id, status, modality, partner, projectName, ageDays }: Listed): Html {
  return html`<li class="card card-small">
    <h3><a href="${view.at(`/referrals/${id}`)}">${projectName ?? partner.name}</a></h3>
    <p>${partner.name} · ${modalityName(view, modality)}</p>
    <p>${referralBadge(view, status)} <span class="small">${view.t.desk.days(ageDays)}</span></p>
  </li>`;
}
