import type { App } from '@ateneu/service-kit';

import { html, type Html } from '../../../html.ts';
import { type Desk, type DeskAnswer, deskPage, type DeskView } from '../../../shell/desk-page.ts';
import { time } from '../../../ui/dates.ts';
import { type Fields, fieldsOf } from '../../../ui/fields.ts';
import { type FormState, formWriter } from '../../../ui/form.ts';
import { paramOf } from '../../../ui/lists.ts';
import { must, settle } from '../../../upstream/answer.ts';
import { conflict } from '../conflict.view.ts';
import { refusalOf } from '../refusal.view.ts';

/** What was promised for a call, indicator by indicator. */
export function targetPages(app: App, desk: Desk): void {
  deskPage(app, desk, '/justification/:call/targets', {
    get: async (view, request) => {
      const call = paramOf(request, 'call');
      const stored = await read(view, call);
      return targetPage(view, stored, { values: valuesOf(stored), errors: {} });
    },
    post: async (view, request) => {
      const call = paramOf(request, 'call');
      const fields = fieldsOf(request.body);
      const stored = await read(view, call);
      const answer = await settle(
        view.api.accompaniment.PUT('/v1/staff/justification/{call}/targets', {
          params: { path: { call }, header: { 'If-Match': `"${fields.text('version') ?? ''}"` } },
          body: { targets: readTargets(stored, fields) },
        }),
      );
      if (answer.kind === 'ok')
        return { redirect: view.at('/justification', { call }), flash: { tone: 'success', text: view.t.desk.saved } };
      const { state, status, stale } = refusalOf(view, answer, fields.values);
      if (!stale) return targetPage(view, stored, state, { status });
      // Read again: what the other wrote may have come between the reading above and the refusal.
      const now = await read(view, call);
      return targetPage(view, now, state, { status, above: sideBySide(view, now, fields) });
    },
  });
}

async function read(view: DeskView, call: string) {
  const answer = await settle(
    view.api.accompaniment.GET('/v1/staff/justification/{call}/indicators', { params: { path: { call } } }),
  );
  return must(answer);
}

type Stored = Awaited<ReturnType<typeof read>>;

function valuesOf({ items }: Stored): Record<string, string> {
  return Object.fromEntries(items.map(({ indicator, target }) => [`targets.${indicator}`, String(target ?? '')]));
}

/** An emptied field takes its target back; what is no number goes to the service as it was written, which says so. */
function readTargets({ items }: Stored, fields: Fields): Record<string, number | null> {
  return Object.fromEntries(
    items.map(({ indicator }) => {
      const target = fields.number(`targets.${indicator}`);
      return [indicator, Number.isNaN(target) ? (fields.text(`targets.${indicator}`) as never) : (target ?? null)];
    }),
  );
}

function sideBySide(view: DeskView, { items }: Stored, fields: Fields): Html {
  return conflict(
    view,
    items.map(({ indicator, label, target }) => ({
      label: view.plain(label),
      stored: String(target ?? ''),
      written: fields.text(`targets.${indicator}`) ?? '',
    })),
  );
}

function targetPage(
  view: DeskView,
  { call, items, targetsVersion }: Stored,
  state: FormState,
  { status = 200, above }: { status?: number; above?: Html } = {},
): DeskAnswer {
  const { consolePartners: t, desk } = view.t;
  const form = formWriter(view, state);
  const title = `${t.targets}: ${call}`;
  return {
    status,
    title: `${status === 200 ? '' : view.t.shell.errorPrefix}${title}`,
    section: 'justification',
    body: html`<div class="narrow">
      <h1>${title}</h1>
      <p class="lead">${t.targetsLead}</p>
      ${above} ${form.summary()}
      ${view.form(
        view.at(`/justification/${encodeURIComponent(call)}/targets`),
        form.hidden('version', String(targetsVersion)),
        items.map(
          ({ indicator, label, value, setBy, setAt }) =>
            html`${form.text(`targets.${indicator}`, view.plain(label), { inputmode: 'numeric', hint: t.reachedNow(value) })}
            ${setBy !== null && setAt !== null && html`<p class="small">${t.setBy} ${setBy}, ${time(view.language, 'short', setAt)}</p>`}`,
        ),
        html`<p class="actions">
          <button class="button" type="submit">${desk.save}</button>
          <a href="${view.at('/justification', { call })}">${t.workbookTitle}</a>
        </p>`,
      )}
    </div>`,
  };
}
