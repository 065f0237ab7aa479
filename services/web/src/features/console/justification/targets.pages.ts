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
      const items = await read(view, call);
      return targetPage(view, call, items, { values: valuesOf(items), errors: {} });
    },
    post: async (view, request) => {
      const call = paramOf(request, 'call');
      const fields = fieldsOf(request.body);
      const items = await read(view, call);
      // Targets have no version of their own: what was set since the form was opened is told by what it held then.
      const changed = items.filter(
        (one) => String(one.target ?? '') !== (fields.text(`before.${one.indicator}`) ?? ''),
      );
      if (changed.length > 0) {
        const fieldsInConflict = changed.map((one) => ({
          label: view.plain(one.label),
          stored: String(one.target ?? '—'),
          written: fields.text(`targets.${one.indicator}`) ?? '—',
        }));
        return targetPage(
          view,
          call,
          items,
          { values: fields.values, errors: {} },
          412,
          conflict(view, fieldsInConflict),
        );
      }
      const answer = await settle(
        view.api.accompaniment.PUT('/v1/staff/justification/{call}/targets', {
          params: { path: { call } },
          body: { targets: readTargets(items, fields) },
        }),
      );
      if (answer.kind === 'ok')
        return { redirect: view.at('/justification', { call }), flash: { tone: 'success', text: view.t.desk.saved } };
      const { state, status } = refusalOf(view, answer, fields.values);
      return targetPage(view, call, items, state, status);
    },
  });
}

async function read(view: DeskView, call: string) {
  const answer = await settle(
    view.api.accompaniment.GET('/v1/staff/justification/{call}/indicators', { params: { path: { call } } }),
  );
  return must(answer).items;
}

type Indicators = Awaited<ReturnType<typeof read>>;

function valuesOf(items: Indicators): Record<string, string> {
  return Object.fromEntries(items.map(({ indicator, target }) => [`targets.${indicator}`, String(target ?? '')]));
}

function readTargets(items: Indicators, fields: Fields): Record<string, number> {
  return Object.fromEntries(
    items.flatMap(({ indicator }) => {
      const target = fields.number(`targets.${indicator}`);
      return target === undefined ? [] : [[indicator, target]];
    }),
  );
}

function targetPage(
  view: DeskView,
  call: string,
  items: Indicators,
  state: FormState,
  status = 200,
  above?: Html,
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
        items.map(
          ({ indicator, label, target, value, setBy, setAt }) =>
            html`${form.hidden(`before.${indicator}`, String(target ?? ''))}
            ${form.text(`targets.${indicator}`, view.plain(label), { inputmode: 'numeric', hint: t.reachedNow(value) })}
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
