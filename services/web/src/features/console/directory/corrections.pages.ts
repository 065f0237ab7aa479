import type { App } from '@ateneu/service-kit';

import { html, when } from '../../../html.ts';
import { type Desk, deskPage, type DeskView, outcome } from '../../../shell/desk-page.ts';
import { time } from '../../../ui/dates.ts';
import { fieldsOf, given } from '../../../ui/fields.ts';
import { emptyForm, formWriter } from '../../../ui/form.ts';
import { badge, facts, partOf } from '../../../ui/parts.ts';
import { must, settle } from '../../../upstream/answer.ts';
import { directoryNav } from '../section-nav.view.ts';
import { fieldName, valueText } from './initiative-history.view.ts';
import { folded, paramOf, queryOf, table, tabs, versioned } from '../../../ui/lists.ts';

const statuses = ['open', 'accepted', 'partly-accepted', 'rejected'] as const;
const reasons = ['not-verifiable', 'incorrect', 'already-applied', 'outside-scope', 'other'] as const;

/** What people say is wrong in the directory, decided field by field. */
export function correctionPages(app: App, desk: Desk): void {
  deskPage(app, desk, '/corrections', {
    get: async (view, request) => {
      const { console: t, desk: words } = view.t;
      const asked = queryOf(request, 'status');
      const status = statuses.find((one) => one === asked);
      const list = await settle(
        view.api.directory.GET('/v1/staff/corrections', { params: { query: { ...given({ status }), limit: 50 } } }),
      );
      return {
        title: t.correctionsTitle,
        section: 'initiatives',
        body: html`${directoryNav(view, '/corrections')}
          <h1>${t.correctionsTitle}</h1>
          ${tabs(view, '/corrections', {
            label: words.status,
            chosen: status,
            choices: [[undefined, words.all], ...statuses.map((one) => [one, statusName(view, one)] as const)],
          })}
          ${partOf(view, t.correctionsTitle.toLowerCase(), list, ({ items }) =>
            table(view, t.correctionsTitle, {
              headings: [words.name, words.status, t.changes, words.created],
              rows: items.map(({ id, initiative, status: at, fields, createdAt }) => [
                html`<a href="${view.at(`/corrections/${id}`)}">${initiative.name}</a>`,
                badge(at === 'open' ? 'attention' : 'neutral', statusName(view, at)),
                fields.map((field) => fieldName(view, field)).join(', '),
                time(view.language, 'day', createdAt),
              ]),
            }),
          )}`,
      };
    },
  });
  deskPage(app, desk, '/corrections/:id', {
    get: async (view, request) => {
      const { console: t, desk: words } = view.t;
      const id = paramOf(request, 'id');
      const correction = must(
        await settle(view.api.directory.GET('/v1/staff/corrections/{id}', { params: { path: { id } } })),
      );
      const open = correction.status === 'open';
      const form = formWriter(view, emptyForm);
      const rows = correction.changes.map(({ field, current, to, conflicts }) => [
        open
          ? html`<label class="choice"
              ><input type="checkbox" name="fields" value="${field}" ${when(!conflicts, 'checked')} /><span
                >${fieldName(view, field)}</span
              ></label
            >`
          : fieldName(view, field),
        html`<del>${valueText(current)}</del>${conflicts && html` ${badge('attention', t.correctionConflict)}`}`,
        html`<ins>${valueText(to)}</ins>`,
      ]);
      const differences = table(view, t.changes, {
        headings: [words.conflictField, t.correctionNow, t.correctionProposed],
        rows,
      });
      const names = [t.notVerifiable, t.incorrect, t.alreadyApplied, t.outsideScope, t.rejectOther];
      return {
        title: `${t.correctionTitle}: ${correction.initiative.name}`,
        section: 'initiatives',
        body: html`<h1>
            ${t.correctionTitle}:
            <a href="${view.at(`/initiatives/${correction.initiative.id}`)}">${correction.initiative.name}</a>
          </h1>
          <p>${badge(open ? 'attention' : 'neutral', statusName(view, correction.status))}</p>
          ${facts([
            [
              t.proposer,
              correction.author &&
                html`${correction.author.name},
                  <a href="mailto:${correction.author.email}">${correction.author.email}</a>`,
            ],
            [words.created, time(view.language, 'short', correction.createdAt)],
            [words.note, correction.comment],
          ])}
          ${
            open
              ? html`${view.form(
                  view.at(`/corrections/${id}/accept`),
                  form.hidden('version', String(correction.initiative.version)),
                  differences,
                  html`<p class="actions"><button class="button" type="submit">${t.correctionApply}</button></p>`,
                )}
                ${folded(
                  t.reject,
                  view.form(
                    view.at(`/corrections/${id}/reject`),
                    form.radios(
                      'reasonCode',
                      t.correctionRejectReason,
                      reasons.map((value, index) => ({ value, text: names[index] ?? value })),
                      { required: true },
                    ),
                    form.area('note', words.note, { rows: 2 }),
                    html`<button class="button" type="submit">${t.reject}</button>`,
                  ),
                )}`
              : differences
          }`,
      };
    },
  });
  deskPage(app, desk, '/corrections/:id/accept', {
    post: async (view, request) => {
      const id = paramOf(request, 'id');
      const fields = fieldsOf(request.body);
      const answer = await settle(
        view.api.directory.POST('/v1/staff/corrections/{id}/accept', {
          ...versioned(id, fields.text('version')),
          body: { fields: fields.list('fields') },
        }),
      );
      return outcome(view, answer, { done: view.t.desk.saved, to: view.at(`/corrections/${id}`) });
    },
  });
  deskPage(app, desk, '/corrections/:id/reject', {
    post: async (view, request) => {
      const id = paramOf(request, 'id');
      const fields = fieldsOf(request.body);
      const reasonCode = reasons.find((one) => one === fields.text('reasonCode')) ?? 'other';
      const answer = await settle(
        view.api.directory.POST('/v1/staff/corrections/{id}/reject', {
          params: { path: { id } },
          body: { reasonCode, ...given({ note: fields.text('note') }) },
        }),
      );
      return outcome(view, answer, { done: view.t.desk.saved, to: view.at(`/corrections/${id}`) });
    },
  });
}

function statusName({ t: { console: t } }: DeskView, status: (typeof statuses)[number]): string {
  const names = {
    open: t.statusOpen,
    accepted: t.statusAccepted,
    'partly-accepted': t.statusPartlyAccepted,
    rejected: t.statusRejected,
  };
  return names[status];
}
