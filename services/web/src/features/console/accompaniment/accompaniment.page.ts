import { randomUUID } from 'node:crypto';

import { legalForms, sectors } from '@ateneu/reference-data';
import type { App } from '@ateneu/service-kit';

import { html, type Html } from '../../../html.ts';
import { type Desk, deskPage, type DeskView, outcome } from '../../../shell/desk-page.ts';
import { abandonReasons, type CodeNames, codeNames, modalityName } from '../../../ui/cases.ts';
import { formatDate } from '../../../ui/dates.ts';
import { type Fields, fieldsOf, given } from '../../../ui/fields.ts';
import { emptyForm, formWriter } from '../../../ui/form.ts';
import { badge, facts, nameOf } from '../../../ui/parts.ts';
import { must, settle } from '../../../upstream/answer.ts';
import { phaseList, taskList, timeline } from './accompaniment-work.view.ts';
import { diagnosisPart } from './diagnosis.view.ts';
import { type AccompanimentStatus, accompanimentStatusName, hoursOf } from './accompaniments.page.ts';
import { folded, paramOf, step, table, versioned } from '../../../ui/lists.ts';

/** One accompaniment: the project, the itinerary, the hours, and its end. */
export function accompanimentPages(app: App, desk: Desk): void {
  deskPage(app, desk, '/accompaniments/:id', {
    get: (view, request) => accompanimentPage(view, paramOf(request, 'id')),
  });
  const act = (name: string, call: (view: DeskView, id: string, fields: Fields) => ReturnType<typeof settle>) => {
    deskPage(app, desk, `/accompaniments/:id/${name}`, {
      post: async (view, request) => {
        const id = paramOf(request, 'id');
        return outcome(view, await call(view, id, fieldsOf(request.body)), {
          done: view.t.desk.saved,
          to: view.at(`/accompaniments/${id}`),
        });
      },
    });
  };
  const at = (id: string, fields: Fields) => versioned(id, fields.text('version'));
  act('start', (view, id, fields) =>
    settle(view.api.accompaniment.POST('/v1/staff/accompaniments/{id}/start', at(id, fields))),
  );
  act('pause', (view, id, fields) =>
    settle(view.api.accompaniment.POST('/v1/staff/accompaniments/{id}/pause', at(id, fields))),
  );
  act('resume', (view, id, fields) =>
    settle(view.api.accompaniment.POST('/v1/staff/accompaniments/{id}/resume', at(id, fields))),
  );
  act('abandon', (view, id, fields) =>
    settle(
      view.api.accompaniment.POST('/v1/staff/accompaniments/{id}/abandon', {
        ...at(id, fields),
        body: {
          reasonCode: abandonReasons.find((one) => one === fields.text('reasonCode')) ?? 'other',
          ...given({ note: fields.text('note') }),
        },
      }),
    ),
  );
  act('complete', (view, id, fields) =>
    settle(
      view.api.accompaniment.POST('/v1/staff/accompaniments/{id}/complete', {
        ...at(id, fields),
        body: { outcome: readOutcome(fields) },
      }),
    ),
  );
  act('sessions', (view, id, fields) =>
    settle(
      view.api.accompaniment.POST('/v1/staff/accompaniments/{id}/sessions', {
        params: { path: { id }, header: { 'Idempotency-Key': fields.text('key') ?? randomUUID() } },
        body: {
          heldOn: fields.required('heldOn'),
          minutes: fields.number('minutes') ?? 0,
          people: fields.number('people') ?? 0,
          objective: fields.required('objective'),
          ...given({ result: fields.text('result') }),
        },
      }),
    ),
  );
}

function readOutcome(fields: Fields) {
  switch (fields.text('kind')) {
    case 'entity-created':
      return {
        kind: 'entity-created' as const,
        entity: {
          name: fields.required('entity.name'),
          taxId: fields.required('entity.taxId'),
          legalForm: fields.required('entity.legalForm'),
          constitutedOn: fields.required('entity.constitutedOn'),
          sectors: fields.list('entity.sectors'),
        },
      };
    case 'job-insertions':
      return { kind: 'job-insertions' as const, jobs: fields.number('jobs') ?? 0 };
    default:
      return { kind: 'none' as const, why: fields.required('why') };
  }
}

async function accompanimentPage(view: DeskView, id: string) {
  const { cases: t, desk: words, training } = view.t;
  const it = must(
    await settle(view.api.accompaniment.GET('/v1/staff/accompaniments/{id}', { params: { path: { id } } })),
  );
  const [codes, history] = await Promise.all([
    codeNames(view),
    settle(view.api.accompaniment.GET('/v1/staff/accompaniments/{id}/timeline', { params: { path: { id } } })),
  ]);
  const going = it.status === 'in-progress' || it.status === 'paused';
  const { project, sessions } = it;
  return {
    title: `${project.name}: ${modalityName(view, it.modality)}`,
    section: 'accompaniments',
    body: html`<h1>${project.name} <small>${modalityName(view, it.modality)}</small></h1>
      <p>${badge(it.status === 'in-progress' ? 'good' : 'neutral', accompanimentStatusName(view, it.status))}</p>
      <div class="narrow prose"><p>${project.description}</p></div>
      ${facts([
        [t.technician, it.technician.name],
        [t.hours, hoursOf(view, it.minutes)],
        [words.person, project.contact?.name],
        [
          training.email,
          project.contact && html`<a href="mailto:${project.contact.email}">${project.contact.email}</a>`,
        ],
        [view.t.directory.sector, project.sector && nameOf('sector', project.sector, view.language)],
        [
          t.referralsTitle,
          it.referralId && html`<a href="${view.at(`/referrals/${it.referralId}`)}">${t.seeReferral}</a>`,
        ],
        [
          view.t.directory.title,
          project.listing &&
            html`<a href="${view.href('initiative', { slug: project.listing.slug })}">${project.listing.slug}</a>`,
        ],
        [t.outcome, it.outcome && codes.name('outcomes', it.outcome.kind)],
        [words.reason, it.reasonCode && codes.name('abandonReasons', it.reasonCode)],
        [words.note, it.note],
      ])}
      ${steps(view, it, codes)} ${phaseList(view, it, going)} ${taskList(view, it, going)}
      <h2>${t.consultancies}</h2>
      ${table(view, t.consultancies, {
        headings: [t.heldOn, t.objective, t.result, t.people, t.hours, t.technician],
        rows: sessions.map(({ heldOn, minutes, people, objective, result, technician }) => [
          formatDate(view.language, 'day', heldOn),
          objective,
          result,
          people,
          hoursOf(view, minutes),
          technician.name,
        ]),
      })}
      ${diagnosisPart(view, { action: view.at(`/accompaniments/${id}/diagnose`), version: it.version, diagnoses: it.diagnoses, open: going })}
      ${timeline(view, history)}`,
  };
}

function steps(
  view: DeskView,
  { id, version, status }: { id: string; version: number; status: AccompanimentStatus },
  codes: CodeNames,
): Html {
  const { cases: t, desk: words, directory } = view.t;
  const at = (name: string) => view.at(`/accompaniments/${id}/${name}`);
  const form = formWriter(view, emptyForm);
  const current = form.hidden('version', String(version));
  const submit = (text: string) => html`<button class="button" type="submit">${text}</button>`;
  const going = status === 'in-progress' || status === 'paused';
  const recording = folded(
    t.consultancyAdd,
    view.form(
      at('sessions'),
      form.hidden('key', randomUUID()),
      form.text('heldOn', t.heldOn, { type: 'date', required: true }),
      form.text('minutes', t.minutes, { inputmode: 'numeric', required: true }),
      form.text('people', t.people, { inputmode: 'numeric', required: true, initial: '1' }),
      form.text('objective', t.objective, { required: true }),
      form.area('result', t.result, { rows: 3 }),
      submit(t.consultancyAdd),
    ),
  );
  const completing = folded(
    t.complete,
    view.form(
      at('complete'),
      current,
      form.radios(
        'kind',
        t.outcome,
        [
          { value: 'entity-created', text: t.entityCreated },
          { value: 'job-insertions', text: t.jobInsertions },
          { value: 'none', text: t.noOutcome },
        ],
        { required: true },
      ),
      html`<fieldset class="field">
        <legend>${t.entityCreated}</legend>
        ${form.text('entity.name', t.entityName)} ${form.text('entity.taxId', t.entityTaxId)}
        ${form.select(
          'entity.legalForm',
          directory.legalForm,
          legalForms.map(({ code, label }) => ({ value: code, text: label[view.language] })),
        )}
        ${form.select(
          'entity.sectors',
          directory.sector,
          sectors.map(({ code, label }) => ({ value: code, text: label[view.language] })),
        )}
        ${form.text('entity.constitutedOn', t.entityDay, { type: 'date' })}
      </fieldset>`,
      html`<fieldset class="field">
        <legend>${t.jobInsertions}</legend>
        ${form.text('jobs', t.jobs, { inputmode: 'numeric' })}
      </fieldset>`,
      html`<fieldset class="field">
        <legend>${t.noOutcome}</legend>
        ${form.text('why', t.why)}
      </fieldset>`,
      submit(t.complete),
    ),
  );
  const abandoning = folded(
    t.abandon,
    view.form(
      at('abandon'),
      current,
      form.radios('reasonCode', words.reason, codes.choices('abandonReasons', abandonReasons), { required: true }),
      form.area('note', words.note, { rows: 2 }),
      submit(t.abandon),
    ),
  );
  return html`<div class="actions">
      ${status === 'planned' && step(view, at('start'), t.begin, { version })}
      ${status === 'in-progress' && step(view, at('pause'), t.pause, { version, quiet: true })}
      ${status === 'paused' && step(view, at('resume'), t.resume, { version })}
    </div>
    ${going && recording} ${going && completing} ${(going || status === 'planned') && abandoning}`;
}
