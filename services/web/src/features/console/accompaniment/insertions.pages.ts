import { randomUUID } from 'node:crypto';

import { contractTypes, genders } from '@ateneu/reference-data';
import { type App, kitErrors } from '@ateneu/service-kit';

import { html, type Html } from '../../../html.ts';
import { type Desk, type DeskAnswer, deskPage, type DeskView, outcome } from '../../../shell/desk-page.ts';
import { type Fields, fieldsOf, given } from '../../../ui/fields.ts';
import { emptyForm, type FormState, formWriter } from '../../../ui/form.ts';
import { folded, paramOf } from '../../../ui/lists.ts';
import { must, settle } from '../../../upstream/answer.ts';
import { conflict, type ConflictingField } from '../conflict.view.ts';
import { refusalOf } from '../refusal.view.ts';
import { contractName, insertionHistory } from './insertions.view.ts';

/** Where a refusal belongs that names no field. */
const places = {
  'accompaniment.insertion.in-future': 'startsOn',
  'accompaniment.insertion.ends-before-start': 'endsOn',
  'accompaniment.insertion.id-invalid': 'person.idDocument',
};

/** The jobs that people got through an accompaniment: recorded, corrected, taken back. */
export function insertionPages(app: App, desk: Desk): void {
  const url = '/accompaniments/:id/job-insertions';
  deskPage(app, desk, `${url}/new`, {
    get: (view, request) => newPage(view, paramOf(request, 'id'), emptyForm),
    post: async (view, request) => {
      const id = paramOf(request, 'id');
      const fields = fieldsOf(request.body);
      const answer = await settle(
        view.api.accompaniment.POST('/v1/staff/accompaniments/{id}/job-insertions', {
          params: { path: { id }, header: { 'Idempotency-Key': fields.text('key') ?? randomUUID() } },
          body: readInsertion(fields),
        }),
      );
      if (answer.kind === 'ok') return done(view, id);
      const { state, status } = refusalOf(view, answer, fields.values, places);
      return newPage(view, id, state, status);
    },
  });
  deskPage(app, desk, `${url}/:insertion`, {
    get: async (view, request) => {
      const id = paramOf(request, 'id');
      const stored = await readOne(view, id, paramOf(request, 'insertion'));
      return editPage(view, id, stored, { values: valuesOf(stored), errors: {} });
    },
    post: async (view, request) => {
      const [id, insertionId] = [paramOf(request, 'id'), paramOf(request, 'insertion')];
      const fields = fieldsOf(request.body);
      const answer = await settle(
        view.api.accompaniment.PUT('/v1/staff/accompaniments/{id}/job-insertions/{insertionId}', {
          ...at(id, insertionId, fields),
          body: { ...readInsertion(fields), why: fields.required('why') },
        }),
      );
      if (answer.kind === 'ok') return done(view, id);
      const stored = await readOne(view, id, insertionId);
      const { state, status, stale } = refusalOf(view, answer, fields.values, places);
      return editPage(view, id, stored, state, status, stale && conflict(view, differences(view, stored, fields)));
    },
  });
  deskPage(app, desk, `${url}/:insertion/void`, {
    post: async (view, request) => {
      const [id, insertionId] = [paramOf(request, 'id'), paramOf(request, 'insertion')];
      const fields = fieldsOf(request.body);
      const answer = await settle(
        view.api.accompaniment.POST('/v1/staff/accompaniments/{id}/job-insertions/{insertionId}/void', {
          ...at(id, insertionId, fields),
          body: { why: fields.required('voidWhy') },
        }),
      );
      const to =
        answer.kind === 'ok'
          ? `${view.at(`/accompaniments/${id}`)}#insertions`
          : view.at(`/accompaniments/${id}/job-insertions/${insertionId}`);
      return outcome(view, answer, { done: view.t.desk.saved, to });
    },
  });
}

function at(id: string, insertionId: string, fields: Fields) {
  return { params: { path: { id, insertionId }, header: { 'If-Match': `"${fields.text('version') ?? ''}"` } } };
}

function done(view: DeskView, id: string): DeskAnswer {
  return {
    redirect: `${view.at(`/accompaniments/${id}`)}#insertions`,
    flash: { tone: 'success', text: view.t.desk.saved },
  };
}

async function readOne(view: DeskView, id: string, insertionId: string) {
  const { items } = must(
    await settle(
      view.api.accompaniment.GET('/v1/staff/accompaniments/{id}/job-insertions', { params: { path: { id } } }),
    ),
  );
  const found = items.find((one) => one.id === insertionId);
  if (found === undefined) throw kitErrors.routeNotFound();
  return found;
}

type Insertion = Awaited<ReturnType<typeof readOne>>;

function valuesOf({ person, contractType, startsOn, endsOn }: Insertion): Record<string, string> {
  return {
    'person.name': person.name,
    'person.surnames': person.surnames,
    'person.idDocument': person.idDocument ?? '',
    'person.gender': person.gender ?? '',
    'person.bornOn': person.bornOn ?? '',
    'person.municipality': person.municipality ?? '',
    contractType,
    startsOn,
    endsOn: endsOn ?? '',
  };
}

function readInsertion(fields: Fields) {
  return {
    person: {
      name: fields.required('person.name'),
      surnames: fields.required('person.surnames'),
      ...given({
        idDocument: fields.text('person.idDocument'),
        gender: fields.text('person.gender') as Insertion['person']['gender'],
        bornOn: fields.text('person.bornOn'),
        municipality: fields.text('person.municipality'),
      }),
    },
    // What is none of the codes goes to the service as such, which says so at the field.
    contractType: fields.required('contractType') as Insertion['contractType'],
    startsOn: fields.required('startsOn'),
    ...given({ endsOn: fields.text('endsOn') }),
  };
}

function labels({ t: { projects: t, outcomes, desk } }: DeskView): Record<string, string> {
  return {
    'person.name': desk.name,
    'person.surnames': t.surnames,
    'person.idDocument': t.idDocument,
    'person.gender': t.gender,
    'person.bornOn': t.bornOn,
    'person.municipality': t.municipality,
    contractType: outcomes.contract,
    startsOn: outcomes.startsOn,
    endsOn: outcomes.endsOn,
  };
}

function differences(view: DeskView, stored: Insertion, fields: Fields): ConflictingField[] {
  const said = (name: string, value: string) => {
    if (name === 'contractType') return contractName(view, value);
    if (name === 'person.gender') return genders.find(({ code }) => code === value)?.label[view.language] ?? value;
    return value;
  };
  return Object.entries(valuesOf(stored)).map(([name, value]) => ({
    label: labels(view)[name] ?? name,
    stored: said(name, value),
    written: said(name, fields.text(name) ?? ''),
  }));
}

function insertionFields(view: DeskView, state: FormState): Html {
  const form = formWriter(view, state);
  const label = (name: string) => labels(view)[name] ?? name;
  const terms = (items: readonly { code: string; label: Record<'ca' | 'es' | 'en', string> }[]) =>
    items.map((one) => ({ value: one.code, text: one.label[view.language] }));
  return html`${form.text('person.name', label('person.name'), { required: true })}
  ${form.text('person.surnames', label('person.surnames'), { required: true })}
  ${form.text('person.idDocument', label('person.idDocument'), { hint: view.t.projects.idDocumentHint })}
  ${form.select('person.gender', label('person.gender'), terms(genders))}
  ${form.text('person.bornOn', label('person.bornOn'), { type: 'date' })}
  ${form.text('person.municipality', label('person.municipality'))}
  ${form.select('contractType', label('contractType'), terms(contractTypes), { required: true })}
  ${form.text('startsOn', label('startsOn'), { type: 'date', required: true })}
  ${form.text('endsOn', label('endsOn'), { type: 'date' })}`;
}

function newPage(view: DeskView, id: string, state: FormState, status = 200): DeskAnswer {
  const { outcomes: t, cases } = view.t;
  const form = formWriter(view, state);
  const key = state.values['key'];
  return {
    status,
    title: `${status === 200 ? '' : view.t.shell.errorPrefix}${t.insertionAdd}`,
    section: 'accompaniments',
    body: html`<div class="narrow">
      <h1>${t.insertionAdd}</h1>
      ${form.summary()}
      ${view.form(
        view.at(`/accompaniments/${id}/job-insertions/new`),
        form.hidden('key', typeof key === 'string' ? key : randomUUID()),
        insertionFields(view, state),
        html`<p class="actions">
          <button class="button" type="submit">${t.insertionAdd}</button>
          <a href="${view.at(`/accompaniments/${id}`)}">${cases.backToAccompaniment}</a>
        </p>`,
      )}
    </div>`,
  };
}

function editPage(
  view: DeskView,
  id: string,
  stored: Insertion,
  state: FormState,
  status = 200,
  above?: Html | false,
): DeskAnswer {
  const { outcomes: t, cases } = view.t;
  const form = formWriter(view, state);
  const version = form.hidden('version', String(stored.version));
  const to = view.at(`/accompaniments/${id}/job-insertions/${stored.id}`);
  const who = `${stored.person.name} ${stored.person.surnames}`;
  return {
    status,
    title: `${status === 200 ? '' : view.t.shell.errorPrefix}${t.insertion}: ${who}`,
    section: 'accompaniments',
    body: html`<div class="narrow">
      <h1>${t.insertion}: ${who}</h1>
      ${above} ${form.summary()}
      ${
        !stored.voided &&
        html`${view.form(
          to,
          version,
          insertionFields(view, state),
          form.area('why', t.correctWhy, { required: true, rows: 2 }),
          html`<p class="actions"><button class="button" type="submit">${t.insertionCorrect}</button></p>`,
        )}
        ${folded(
          t.insertionVoid,
          view.form(
            `${to}/void`,
            version,
            form.area('voidWhy', t.insertionVoidWhy, { required: true, rows: 2 }),
            html`<button class="button" type="submit">${t.insertionVoid}</button>`,
          ),
        )}`
      }
      <p><a href="${view.at(`/accompaniments/${id}`)}">${cases.backToAccompaniment}</a></p>
      ${insertionHistory(view, stored)}
    </div>`,
  };
}
