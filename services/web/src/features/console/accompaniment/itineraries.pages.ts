import { type App, kitErrors } from '@ateneu/service-kit';

import { html, type Html } from '../../../html.ts';
import { type Desk, type DeskAnswer, deskPage, type DeskView } from '../../../shell/desk-page.ts';
import { modalities, modalityName } from '../../../ui/cases.ts';
import { fieldsOf } from '../../../ui/fields.ts';
import type { FormState } from '../../../ui/form.ts';
import { paramOf } from '../../../ui/lists.ts';
import { isCoordinator } from '../roles.ts';
import { partOf } from '../../../ui/parts.ts';
import { must, settle } from '../../../upstream/answer.ts';
import { conflict } from '../conflict.view.ts';
import { refusalOf } from '../refusal.view.ts';
import {
  type Itinerary,
  itineraryConflict,
  itineraryFields,
  itineraryErrors,
  itineraryValues,
  readItinerary,
} from './itinerary-form.view.ts';

/** The phases of each modality, which coordinators publish in versions. */
export function itineraryPages(app: App, desk: Desk): void {
  deskPage(app, desk, '/itineraries', {
    get: async (view) => {
      const { outcomes: t, desk: words } = view.t;
      const list = await settle(view.api.accompaniment.GET('/v1/staff/itineraries'));
      return {
        title: t.itineraries,
        section: 'accompaniments',
        body: html`<h1>${t.itineraries}</h1>
          <p class="lead">${t.itinerariesLead}</p>
          ${partOf(
            view,
            t.itineraries.toLowerCase(),
            list,
            ({ items }) =>
              html`${items.map(
                (itinerary) =>
                  html`<h2>
                      ${modalityName(view, itinerary.modality)}
                      <small>${t.itineraryVersion(itinerary.version)}</small>
                    </h2>
                    ${phases(view, itinerary)}
                    ${
                      isCoordinator(view) &&
                      html`<p>
                        <a class="button button-quiet" href="${view.at(`/itineraries/${itinerary.modality}`)}"
                          >${words.edit}<span class="visually-hidden"
                            >: ${modalityName(view, itinerary.modality)}</span
                          ></a
                        >
                      </p>`
                    }`,
              )}`,
          )}`,
      };
    },
  });
  deskPage(app, desk, '/itineraries/:modality', {
    get: async (view, request) => {
      const stored = await read(view, paramOf(request, 'modality'));
      return editPage(view, stored, { values: itineraryValues(stored), errors: {} });
    },
    post: async (view, request) => {
      const stored = await read(view, paramOf(request, 'modality'));
      const fields = fieldsOf(request.body);
      const { phases: written, places } = readItinerary(fields);
      const answer = await settle(
        view.api.accompaniment.POST('/v1/staff/itineraries/{modality}', {
          params: { path: { modality: stored.modality } },
          body: { basedOn: fields.number('basedOn') ?? 0, phases: written },
        }),
      );
      if (answer.kind === 'ok')
        return { redirect: view.at('/itineraries'), flash: { tone: 'success', text: view.t.desk.saved } };
      const { state, status, stale } = refusalOf(view, answer, fields.values);
      const above = stale && conflict(view, itineraryConflict(view, stored, fields));
      return editPage(view, stored, { ...state, errors: itineraryErrors(state.errors, places) }, status, above);
    },
  });
}

async function read(view: DeskView, modality: string): Promise<Itinerary> {
  const { items } = must(await settle(view.api.accompaniment.GET('/v1/staff/itineraries')));
  const found = items.find((one) => one.modality === modality);
  if (found === undefined || !modalities.includes(found.modality)) throw kitErrors.routeNotFound();
  return found;
}

function phases(view: DeskView, itinerary: Itinerary): Html {
  return html`<ol class="phases">
    ${itinerary.phases.map(
      ({ name, objectives = [], tasks = [] }) =>
        html`<li>
          <div>
            <strong>${view.say(name)}</strong>
            ${objectives.length > 0 && html`<p class="small">${view.t.outcomes.objectives}: ${objectives.map((one) => view.plain(one)).join('; ')}</p>`}
            ${tasks.length > 0 && html`<p class="small">${view.t.outcomes.phaseTasks}: ${tasks.map((one) => view.plain(one.name)).join('; ')}</p>`}
          </div>
        </li>`,
    )}
  </ol>`;
}

function editPage(view: DeskView, stored: Itinerary, state: FormState, status = 200, above?: Html | false): DeskAnswer {
  const { outcomes: t } = view.t;
  const title = `${t.itineraries}: ${modalityName(view, stored.modality)}`;
  return {
    status,
    title: `${status === 200 ? '' : view.t.shell.errorPrefix}${title}`,
    section: 'accompaniments',
    body: html`<div>
      <h1>${title}</h1>
      <p class="lead">${t.itinerariesLead}</p>
      ${above}
      ${view.form(
        view.at(`/itineraries/${stored.modality}`),
        html`<input type="hidden" name="basedOn" value="${stored.version}" />`,
        itineraryFields(view, state),
        html`<p class="actions">
          <button class="button" type="submit">${t.publish}</button>
          <a href="${view.at('/itineraries')}">${t.itineraries}</a>
        </p>`,
      )}
    </div>`,
  };
}
