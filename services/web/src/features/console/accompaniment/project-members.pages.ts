import { randomUUID } from 'node:crypto';

import { languages } from '@ateneu/kernel';
import { genders } from '@ateneu/reference-data';
import { type App, kitErrors } from '@ateneu/service-kit';

import { html, type Html } from '../../../html.ts';
import { type Desk, type DeskAnswer, deskPage, type DeskView, outcome } from '../../../shell/desk-page.ts';
import { type Fields, fieldsOf, given } from '../../../ui/fields.ts';
import { emptyForm, type FormState, formWriter } from '../../../ui/form.ts';
import { paramOf } from '../../../ui/lists.ts';
import { must, settle } from '../../../upstream/answer.ts';
import { conflict, type ConflictingField } from '../conflict.view.ts';
import { refusalOf } from '../refusal.view.ts';
import { readProject } from './project.pages.ts';

/** Where a refusal belongs that names no field. */
const places = {
  'accompaniment.member.without-address': 'person.email',
  'accompaniment.member.already-there': 'person.email',
};

/** The group of a project: who is invited, who is written down, who leaves. */
export function projectMemberPages(app: App, desk: Desk): void {
  deskPage(app, desk, '/projects/:id/members/new', {
    get: async (view, request) => newPage(view, paramOf(request, 'id'), emptyForm),
    post: async (view, request) => {
      const id = paramOf(request, 'id');
      const fields = fieldsOf(request.body);
      const answer = await settle(
        view.api.accompaniment.POST('/v1/staff/projects/{id}/members', {
          params: { path: { id }, header: { 'Idempotency-Key': fields.text('key') ?? randomUUID() } },
          body: { person: readPerson(fields), invite: fields.text('invite') !== 'no' },
        }),
      );
      if (answer.kind === 'ok') return done(view, id);
      const { state, status } = refusalOf(view, answer, fields.values, places);
      return newPage(view, id, state, status);
    },
  });
  deskPage(app, desk, '/projects/:id/members/:member/edit', {
    get: async (view, request) => {
      const [id, member] = [
        paramOf(request, 'id'),
        await readMember(view, paramOf(request, 'id'), paramOf(request, 'member')),
      ];
      return editPage(view, id, member, { values: valuesOf(member.person), errors: {} });
    },
    post: async (view, request) => {
      const [id, memberId] = [paramOf(request, 'id'), paramOf(request, 'member')];
      const fields = fieldsOf(request.body);
      const stored = await readMember(view, id, memberId);
      const answer = await settle(
        view.api.accompaniment.PUT('/v1/staff/projects/{id}/members/{memberId}', {
          ...one(id, memberId, fields),
          body: { person: readPerson(fields) },
        }),
      );
      if (answer.kind === 'ok') return done(view, id);
      const { state, status, stale } = refusalOf(view, answer, fields.values, places);
      return editPage(view, id, stored, state, status, stale && conflict(view, differences(view, stored, fields)));
    },
  });
  deskPage(app, desk, '/projects/:id/members/:member/invite', {
    post: async (view, request) => {
      const [id, memberId] = [paramOf(request, 'id'), paramOf(request, 'member')];
      const answer = await settle(
        view.api.accompaniment.POST('/v1/staff/projects/{id}/members/{memberId}/invite', {
          params: { path: { id, memberId } },
        }),
      );
      return outcome(view, answer, { done: view.t.desk.saved, to: view.at(`/projects/${id}`) });
    },
  });
  deskPage(app, desk, '/projects/:id/members/:member/leave', {
    post: async (view, request) => {
      const [id, memberId] = [paramOf(request, 'id'), paramOf(request, 'member')];
      const { person } = await readMember(view, id, memberId);
      const answer = await settle(
        view.api.accompaniment.PUT('/v1/staff/projects/{id}/members/{memberId}', {
          ...one(id, memberId, fieldsOf(request.body)),
          body: { person, status: 'left' },
        }),
      );
      return outcome(view, answer, { done: view.t.desk.saved, to: view.at(`/projects/${id}`) });
    },
  });
}

function one(id: string, memberId: string, fields: Fields) {
  return { params: { path: { id, memberId }, header: { 'If-Match': `"${fields.text('version') ?? ''}"` } } };
}

function done(view: DeskView, id: string): DeskAnswer {
  return { redirect: view.at(`/projects/${id}`), flash: { tone: 'success', text: view.t.desk.saved } };
}

async function readMember(view: DeskView, id: string, memberId: string) {
  const { items } = must(
    await settle(view.api.accompaniment.GET('/v1/staff/projects/{id}/members', { params: { path: { id } } })),
  );
  const found = items.find((member) => member.id === memberId);
  if (found === undefined) throw kitErrors.routeNotFound();
  return found;
}

type Member = Awaited<ReturnType<typeof readMember>>;

const names = [
  'name',
  'surnames',
  'email',
  'phone',
  'language',
  'role',
  'idDocument',
  'gender',
  'bornOn',
  'municipality',
] as const;

function valuesOf(person: Member['person']): Record<string, string> {
  return Object.fromEntries(names.map((name) => [`person.${name}`, person[name] ?? '']));
}

function readPerson(fields: Fields) {
  return {
    name: fields.required('person.name'),
    language: languages.find((language) => language === fields.text('person.language')) ?? ('ca' as const),
    ...given({
      surnames: fields.text('person.surnames'),
      email: fields.text('person.email'),
      phone: fields.text('person.phone'),
      role: fields.text('person.role'),
      idDocument: fields.text('person.idDocument'),
      gender: genderOf(fields.text('person.gender')),
      bornOn: fields.text('person.bornOn'),
      municipality: fields.text('person.municipality'),
    }),
  };
}

type Gender = NonNullable<Member['person']['gender']>;

function genderOf(code: string | undefined): Gender | undefined {
  return genders.some((one) => one.code === code) ? (code as Gender) : undefined;
}

function labels({ t: { projects: t, training, desk } }: DeskView): Record<(typeof names)[number], string> {
  return {
    name: desk.name,
    surnames: t.surnames,
    email: training.email,
    phone: training.phone,
    language: training.language,
    role: t.role,
    idDocument: t.idDocument,
    gender: t.gender,
    bornOn: t.bornOn,
    municipality: t.municipality,
  };
}

function differences(view: DeskView, { person }: Member, fields: Fields): ConflictingField[] {
  const said = labels(view);
  return names.map((name) => ({
    label: said[name],
    stored: person[name] ?? '',
    written: fields.text(`person.${name}`) ?? '',
  }));
}

function personFields(view: DeskView, state: FormState): Html {
  const t = view.t.projects;
  const form = formWriter(view, state);
  const said = labels(view);
  return html`${form.text('person.name', said.name, { required: true })} ${form.text('person.surnames', said.surnames)}
  ${form.text('person.email', said.email, { type: 'email', hint: t.memberEmailHint })}
  ${form.text('person.phone', said.phone, { type: 'tel' })}
  ${form.radios(
    'person.language',
    said.language,
    [
      { value: 'ca', text: 'Català' },
      { value: 'es', text: 'Castellano' },
      { value: 'en', text: 'English' },
    ],
    { initial: 'ca' },
  )}
  ${form.text('person.role', said.role)} ${form.text('person.idDocument', said.idDocument, { hint: t.idDocumentHint })}
  ${form.select(
    'person.gender',
    said.gender,
    genders.map(({ code, label }) => ({ value: code, text: label[view.language] })),
  )}
  ${form.text('person.bornOn', said.bornOn, { type: 'date' })} ${form.text('person.municipality', said.municipality)}`;
}

async function newPage(view: DeskView, id: string, state: FormState, status = 200): Promise<DeskAnswer> {
  const t = view.t.projects;
  const project = await readProject(view, id);
  const form = formWriter(view, state);
  const key = state.values['key'];
  return {
    status,
    title: `${status === 200 ? '' : view.t.shell.errorPrefix}${t.memberAdd}: ${project.name}`,
    section: 'accompaniments',
    body: html`<div class="narrow">
      <h1>${t.memberAdd} <small>${project.name}</small></h1>
      ${form.summary()}
      ${view.form(
        view.at(`/projects/${id}/members/new`),
        form.hidden('key', typeof key === 'string' ? key : randomUUID()),
        form.radios(
          'invite',
          t.memberInvite,
          [
            { value: 'yes', text: t.inviteByMail },
            { value: 'no', text: t.writeDown },
          ],
          { required: true, initial: 'yes' },
        ),
        personFields(view, state),
        html`<p class="actions">
          <button class="button" type="submit">${t.memberAdd}</button>
          <a href="${view.at(`/projects/${id}`)}">${t.seeProjectSheet}</a>
        </p>`,
      )}
    </div>`,
  };
}

function editPage(
  view: DeskView,
  id: string,
  { id: memberId, version, person }: Member,
  state: FormState,
  status = 200,
  above?: Html | false,
): DeskAnswer {
  const { projects: t, desk } = view.t;
  return {
    status,
    title: `${status === 200 ? '' : view.t.shell.errorPrefix}${desk.edit}: ${person.name}`,
    section: 'accompaniments',
    body: html`<div class="narrow">
      <h1>${desk.edit}: ${person.name}</h1>
      ${above} ${formWriter(view, state).summary()}
      ${view.form(
        view.at(`/projects/${id}/members/${memberId}/edit`),
        html`<input type="hidden" name="version" value="${version}" />`,
        personFields(view, state),
        html`<p class="actions">
          <button class="button" type="submit">${desk.save}</button>
          <a href="${view.at(`/projects/${id}`)}">${t.seeProjectSheet}</a>
        </p>`,
      )}
    </div>`,
  };
}
