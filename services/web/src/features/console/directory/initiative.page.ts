import type { App } from '@ateneu/service-kit';

import { html, type Html } from '../../../html.ts';
import { type Desk, deskPage, type DeskView, outcome } from '../../../shell/desk-page.ts';
import type { Clients } from '../../../upstream/clients.ts';
import { fieldsOf, given } from '../../../ui/fields.ts';
import { emptyForm, formWriter } from '../../../ui/form.ts';
import { badge } from '../../../ui/parts.ts';
import { must, settle } from '../../../upstream/answer.ts';
import { duplicateList, revisionList } from './initiative-history.view.ts';
import { initiativeFacts } from './initiative-facts.view.ts';
import { initiativeStatusName, type InitiativeStatus } from './initiatives.page.ts';
import { folded, paramOf, step, versioned } from '../../../ui/lists.ts';

const rejectReasons = ['not-sse', 'outside-territory', 'duplicate', 'insufficient-information', 'other'] as const;

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
      const { name, summary, description, status, version, slug } = initiative;
      return {
        title: view.plain(name),
        section: 'initiatives',
        body: html`<h1>${view.say(name)}</h1>
          <p>${badge(status === 'published' ? 'good' : 'neutral', initiativeStatusName(view, status))}</p>
          <p class="lead">${view.say(summary)}</p>
          <div class="prose narrow"><p>${view.say(description)}</p></div>
          ${moderation(view, { id, status, version })} ${initiativeFacts(view, initiative)}
          ${duplicateList(view, duplicates)}
          <p class="actions">
            <a class="button button-quiet" href="${view.at(`/initiatives/${id}/edit`)}">${view.t.desk.edit}</a>
            ${status === 'published' && html`<a class="button button-quiet" href="${view.at('/practices/new', { initiativeId: id })}">${view.t.consoleDirectory.practiceFrom}</a>`}
          </p>
          ${slug !== null && slugForm(view, { id, slug, version })} ${revisionList(view, revisions)}`,
      };
    },
  });
  deskPage(app, desk, '/initiatives/:id/slug', {
    post: async (view, request) => {
      const id = paramOf(request, 'id');
      const fields = fieldsOf(request.body);
      const answer = await settle(
        view.api.directory.PUT('/v1/staff/initiatives/{id}/slug', {
          ...versioned(id, fields.text('version')),
          body: { slug: fields.required('slug') },
        }),
      );
      return outcome(view, answer, { done: view.t.desk.saved, to: view.at(`/initiatives/${id}`) });
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

function slugForm(view: DeskView, { id, slug, version }: { id: string; slug: string; version: number }): Html {
  const t = view.t.consoleInitiative;
  const form = formWriter(view, emptyForm);
  return folded(
    t.slugChange,
    view.form(
      view.at(`/initiatives/${id}/slug`),
      form.hidden('version', String(version)),
      form.text('slug', t.slug, { required: true, initial: slug, hint: t.slugHint }),
      html`<button class="button" type="submit">${view.t.desk.save}</button>`,
    ),
  );
}
