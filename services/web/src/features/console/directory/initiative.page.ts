import type { App } from '@ateneu/service-kit';

import { html, type Html } from '../../../html.ts';
import { type Desk, type DeskAnswer, deskPage, type DeskView, outcome } from '../../../shell/desk-page.ts';
import type { Clients } from '../../../upstream/clients.ts';
import { time } from '../../../ui/dates.ts';
import { fieldsOf, given } from '../../../ui/fields.ts';
import { emptyForm, formWriter, refusedForm } from '../../../ui/form.ts';
import { badge, facts, nameOf } from '../../../ui/parts.ts';
import { must, settle } from '../../../upstream/answer.ts';
import type { paths } from '../../../upstream/generated/directory.ts';
import { conflict } from '../conflict.view.ts';
import { duplicateList, revisionList } from './initiative-history.view.ts';
import {
  initiativeConflict,
  type InitiativeDetails,
  initiativeFields,
  initiativeValues,
  readInitiative,
} from './initiative-form.view.ts';
import { initiativeStatusName, type InitiativeStatus } from './initiatives.page.ts';
import { folded, paramOf, step, versioned } from '../../../ui/lists.ts';

const rejectReasons = ['not-sse', 'outside-territory', 'duplicate', 'insufficient-information', 'other'] as const;

type Stored = paths['/v1/staff/initiatives/{id}']['get']['responses'][200]['content']['application/json'];
type Step = ReturnType<typeof versioned>;

/** The steps of moderation that need nothing but the version. */
const steps = {
  'start-review': ({ directory }: Clients, call: Step) =>
    directory.POST('/v1/staff/initiatives/{id}/start-review', call),
  publish: ({ directory }: Clients, call: Step) => directory.POST('/v1/staff/initiatives/{id}/publish', call),
  unpublish: ({ directory }: Clients, call: Step) => directory.POST('/v1/staff/initiatives/{id}/unpublish', call),
  archive: ({ directory }: Clients, call: Step) => directory.POST('/v1/staff/initiatives/{id}/archive', call),
} as const;

/** One initiative: what it says, what may be done with it, what was done, and what it may be a double of. */
export function initiativeModerationPage(app: App, desk: Desk): void {
  deskPage(app, desk, '/initiatives/:id', {
    get: async (view, request) => {
      const id = paramOf(request, 'id');
      const path = { params: { path: { id } } };
      const [answer, revisions, duplicates] = await Promise.all([
        settle(view.api.directory.GET('/v1/staff/initiatives/{id}', path)),
        settle(view.api.directory.GET('/v1/staff/initiatives/{id}/revisions', path)),
        settle(view.api.directory.GET('/v1/staff/initiatives/{id}/duplicates', path)),
      ]);
      const initiative = must(answer);
      const { name, summary, description, status, proposer, version, slug } = initiative;
      const { console: t, directory: d } = view.t;
      return {
        title: view.plain(name),
        section: 'initiatives',
        body: html`<h1>${view.say(name)}</h1>
          <p>${badge(status === 'published' ? 'good' : 'neutral', initiativeStatusName(view, status))}</p>
          <p class="lead">${view.say(summary)}</p>
          <div class="prose narrow"><p>${view.say(description)}</p></div>
          ${moderation(view, { id, status, version })}
          ${facts([
            [d.legalForm, nameOf('legalForm', initiative.legalForm, view.language)],
            [d.sectors, initiative.sectors.map((code) => nameOf('sector', code, view.language)).join(', ')],
            [
              d.neighbourhood,
              initiative.neighbourhood && nameOf('neighbourhood', initiative.neighbourhood, view.language),
            ],
            [d.address, initiative.address],
            [
              view.t.shell.website,
              initiative.website && html`<a href="${initiative.website}" rel="external">${initiative.website}</a>`,
            ],
            [t.proposer, proposer && html`${proposer.name}, <a href="mailto:${proposer.email}">${proposer.email}</a>`],
            [
              t.seePublic,
              status === 'published' &&
                slug !== null &&
                html`<a href="${view.href('initiative', { slug })}">${slug}</a>`,
            ],
            [view.t.desk.created, time(view.language, 'short', initiative.createdAt)],
          ])}
          ${duplicateList(view, duplicates)}
          <p class="actions">
            <a class="button button-quiet" href="${view.at(`/initiatives/${id}/edit`)}">${view.t.desk.edit}</a>
            ${status === 'published' && html`<a class="button button-quiet" href="${view.at('/practices/new', { initiativeId: id })}">${view.t.consoleDirectory.practiceFrom}</a>`}
          </p>
          ${revisionList(view, revisions)}`,
      };
    },
  });
  deskPage(app, desk, '/initiatives/:id/edit', {
    get: async (view, request) => {
      const initiative = must(
        await settle(
          view.api.directory.GET('/v1/staff/initiatives/{id}', { params: { path: { id: paramOf(request, 'id') } } }),
        ),
      );
      return editPage(view, initiative, { values: initiativeValues(initiative), errors: {} });
    },
    post: async (view, request) => {
      const id = paramOf(request, 'id');
      const fields = fieldsOf(request.body);
      const stored = must(
        await settle(view.api.directory.GET('/v1/staff/initiatives/{id}', { params: { path: { id } } })),
      );
      const answer = await settle(
        view.api.directory.PUT('/v1/staff/initiatives/{id}', {
          ...versioned(id, fields.text('version')),
          body: { ...unspoken(stored), ...readInitiative(fields, stored) },
        }),
      );
      if (answer.kind === 'ok')
        return { redirect: view.at(`/initiatives/${id}`), flash: { tone: 'success', text: view.t.desk.saved } };
      if (answer.kind === 'down')
        return editPage(view, stored, { values: fields.values, errors: {}, problem: view.t.shell.serviceDown }, 503);
      if (answer.problem.status !== 412) return editPage(view, stored, refusedForm(fields.values, answer.problem), 422);
      return editPage(
        view,
        stored,
        { values: fields.values, errors: {} },
        412,
        conflict(view, initiativeConflict(view, stored, fields)),
      );
    },
  });
  deskPage(app, desk, '/initiatives/:id/reject', {
    post: async (view, request) => {
      const id = paramOf(request, 'id');
      const fields = fieldsOf(request.body);
      const reasonCode = rejectReasons.find((one) => one === fields.text('reasonCode')) ?? 'other';
      const answer = await settle(
        view.api.directory.POST('/v1/staff/initiatives/{id}/reject', {
          ...versioned(id, fields.text('version')),
          body: { reasonCode, ...given({ note: fields.text('note') }) },
        }),
      );
      return outcome(view, answer, { done: view.t.console.statusRejected, to: view.at(`/initiatives/${id}`) });
    },
  });
  for (const [name, call] of Object.entries(steps)) {
    deskPage(app, desk, `/initiatives/:id/${name}`, {
      post: async (view, request) => {
        const id = paramOf(request, 'id');
        const answer = await settle(call(view.api, versioned(id, fieldsOf(request.body).text('version'))));
        const done = answer.kind === 'ok' ? initiativeStatusName(view, answer.data.status) : '';
        return outcome(view, answer, { done, to: view.at(`/initiatives/${id}`) });
      },
    });
  }
}

/** What an initiative has that the form does not speak of: an edit must not lose it. */
function unspoken({
  position,
  foundedIn,
  offers,
  needs,
  networks,
  cooperatesWith,
  links,
  contact,
  openingHours,
  criteria,
}: Stored) {
  return given({
    position,
    foundedIn,
    offers,
    needs,
    networks,
    cooperatesWith,
    links,
    contact,
    openingHours,
    criteria,
  });
}

function moderation(
  view: DeskView,
  { id, status, version }: { id: string; status: InitiativeStatus; version: number },
): Html {
  const { console: t } = view.t;
  const at = (name: string) => view.at(`/initiatives/${id}/${name}`);
  switch (status) {
    case 'proposed':
      return html`<div class="actions">${step(view, at('start-review'), t.startReview, { version })}</div>`;
    case 'in-review':
      return html`<div class="actions">${step(view, at('publish'), t.publish, { version })}</div>
        ${folded(t.reject, rejection(view, at('reject'), version))}`;
    case 'published':
      return html`<div class="actions">${step(view, at('unpublish'), t.unpublish, { version, sure: true })}</div>`;
    case 'unpublished':
      return html`<div class="actions">
        ${step(view, at('publish'), t.publish, { version })}
        ${step(view, at('archive'), t.archive, { version, sure: true })}
      </div>`;
    default:
      return html``;
  }
}

function rejection(view: DeskView, action: string, version: number): Html {
  const { console: t, desk: words } = view.t;
  const form = formWriter(view, emptyForm);
  const names = [t.rejectNotSse, t.rejectOutside, t.rejectDuplicate, t.rejectInsufficient, t.rejectOther];
  return view.form(
    action,
    form.hidden('version', String(version)),
    form.radios(
      'reasonCode',
      words.reason,
      rejectReasons.map((value, index) => ({ value, text: names[index] ?? value })),
      { required: true },
    ),
    form.area('note', words.note, { rows: 2 }),
    html`<button class="button" type="submit">${t.reject}</button>`,
  );
}

function editPage(
  view: DeskView,
  stored: InitiativeDetails & { id: string; version: number },
  state: Parameters<typeof initiativeFields>[1],
  status = 200,
  above?: Html,
): DeskAnswer {
  return {
    status,
    title: `${view.t.desk.edit}: ${view.plain(stored.name)}`,
    section: 'initiatives',
    body: html`<div class="narrow">
      <h1>${view.t.desk.edit}: ${view.say(stored.name)}</h1>
      ${above}
      ${view.form(
        view.at(`/initiatives/${stored.id}/edit`),
        html`<input type="hidden" name="version" value="${stored.version}" />`,
        initiativeFields(view, state),
        html`<p class="actions">
          <button class="button" type="submit">${view.t.desk.save}</button>
          <a href="${view.at(`/initiatives/${stored.id}`)}">${view.t.shell.errorHome}</a>
        </p>`,
      )}
    </div>`,
  };
}
