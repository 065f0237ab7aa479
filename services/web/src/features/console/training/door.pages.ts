import type { App } from '@ateneu/service-kit';
import { generate } from 'lean-qr';
import { toSvgSource } from 'lean-qr/extras/svg';

import { html, type Html } from '../../../html.ts';
import { type Desk, deskPage, type DeskView, outcome } from '../../../shell/desk-page.ts';
import { formatDate } from '../../../ui/dates.ts';
import { fieldsOf } from '../../../ui/fields.ts';
import { emptyForm, formWriter } from '../../../ui/form.ts';
import { foldedText, paramOf, queryOf } from '../../../ui/lists.ts';
import { badge, notice, partOf } from '../../../ui/parts.ts';
import { must, settle } from '../../../upstream/answer.ts';

/** The door of a session: the camera of a telephone, or else the code by hand, or the name from the list. */
export function doorPages(app: App, desk: Desk): void {
  deskPage(app, desk, '/sessions/:id/door', {
    get: async (view, request) => {
      const path = { id: paramOf(request, 'id') };
      const q = queryOf(request, 'q') ?? '';
      const [session, list] = await Promise.all([
        settle(view.api.training.GET('/v1/staff/sessions/{id}', { params: { path } })),
        settle(
          view.api.training.GET('/v1/staff/sessions/{id}/attendance', { params: { path, query: { limit: 500 } } }),
        ),
      ]);
      const { title, startsAt, venue } = must(session);
      const t = view.t.consoleCourses;
      const form = formWriter(view, emptyForm);
      const at = view.at(`/sessions/${path.id}/door`);
      return {
        title: `${t.door}: ${view.plain(title)}`,
        section: 'sessions',
        body: html`<div class="narrow">
          <h1>${t.door}</h1>
          <p class="lead">
            <a href="${view.at(`/sessions/${path.id}`)}">${view.say(title)}</a>,
            ${formatDate(view.language, 'short', startsAt)}${venue !== null && `, ${venue}`}
          </p>
          <p>${t.doorLead}</p>
          ${view.form(`${at}/desk`, html`<button class="button button-wide" type="submit">${t.openDesk}</button>`)}
          ${view.form(
            `${at}/check-in`,
            form.text('code', t.code, { required: true, hint: t.codeHint, autocomplete: 'off' }),
            html`<button class="button" type="submit">${t.checkIn}</button>`,
          )}
          <h2>${t.byName}</h2>
          ${partOf(view, t.byName.toLowerCase(), list, ({ items, totals }) => {
            const expected = totals.attended + totals.absent + totals.unrecorded;
            const shown = items.filter(({ name }) => foldedText(name).includes(foldedText(q)));
            return html`<p role="status">${t.arrived(totals.attended, expected)}</p>
              <form class="search" action="${at}" role="search" aria-label="${t.byName}">
                <label for="q">${t.findName}</label>
                <div class="search-row">
                  <input id="q" name="q" type="search" value="${q}" autocomplete="off" /><button
                    class="button"
                    type="submit"
                  >
                    ${view.t.console.search}
                  </button>
                </div>
              </form>
              ${
                shown.length === 0
                  ? html`<p>${view.t.desk.empty}</p>`
                  : html`<ul class="roll">
                      ${shown.map(({ enrolmentId, name, status }) => arrival(view, `${at}/check-in`, { enrolmentId, name, here: status === 'attended' }))}
                    </ul>`
              }`;
          })}
        </div>`,
      };
    },
  });
  deskPage(app, desk, '/sessions/:id/door/check-in', {
    post: async (view, request) => {
      const id = paramOf(request, 'id');
      const fields = fieldsOf(request.body);
      const enrolmentId = fields.text('enrolment');
      const answer = await settle(
        view.api.training.POST('/v1/staff/sessions/{id}/check-ins', {
          params: { path: { id } },
          body: enrolmentId === undefined ? { code: fields.required('code') } : { enrolmentId },
        }),
      );
      const name = fields.text('name');
      const done = name === undefined ? view.t.consoleCourses.checkedIn : `${name}: ${view.t.consoleCourses.checkedIn}`;
      return outcome(view, answer, { done, to: view.at(`/sessions/${id}/door`) });
    },
  });
  deskPage(app, desk, '/sessions/:id/door/desk', {
    post: async (view, request) => {
      const id = paramOf(request, 'id');
      const t = view.t.consoleCourses;
      const answer = await settle(
        view.api.training.POST('/v1/staff/sessions/{id}/check-in-desks', { params: { path: { id } }, body: {} }),
      );
      const back = view.at(`/sessions/${id}/door`);
      if (answer.kind !== 'ok') return outcome(view, answer, { done: '', to: back });
      const { url, expiresAt } = answer.data;
      // The link is a secret that is told once: it stands in this answer, and in no address of ours.
      return {
        title: t.deskOpen,
        section: 'sessions',
        body: html`<div class="narrow">
          <h1>${t.deskOpen}</h1>
          ${notice('info', t.deskUntil(formatDate(view.language, 'short', expiresAt)))}
          <p><a class="button button-wide" id="desk" href="${url}">${t.deskHere}</a></p>
          <p>${t.deskElsewhere}</p>
          ${qrCode(url, t.deskQr)}
          <p><a href="${back}">${t.door}</a></p>
        </div>`,
      };
    },
  });
}

function arrival(
  view: DeskView,
  action: string,
  { enrolmentId, name, here }: { enrolmentId: string; name: string; here: boolean },
): Html {
  const t = view.t.consoleCourses;
  if (here) return html`<li class="arrival"><span>${name}</span> ${badge('good', t.here)}</li>`;
  return html`<li class="arrival">
    <span>${name}</span>
    ${view.form(
      action,
      html`<input type="hidden" name="enrolment" value="${enrolmentId}" /><input
          type="hidden"
          name="name"
          value="${name}"
        /><button class="button" type="submit" aria-label="${t.checkInOf(name)}">${t.checkIn}</button>`,
    )}
  </li>`;
}

/** A QR code as a picture in the page: dark on light whatever the page’s own colours, with the margin that readers need. */
function qrCode(text: string, label: string): Html {
  const source = toSvgSource(generate(text), { on: 'black', off: 'white', padX: 4, padY: 4 });
  const address = `data:image/svg+xml;base64,${Buffer.from(source).toString('base64')}`;
  return html`<img class="qr" src="${address}" alt="${label}" width="240" height="240" />`;
}
