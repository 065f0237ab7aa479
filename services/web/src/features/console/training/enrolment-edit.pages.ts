import { discoveryChannels, employmentSituations, genders, studyLevels } from '@ateneu/reference-data';
import type { App } from '@ateneu/service-kit';

import { html, type Html } from '../../../html.ts';
import { type Desk, type DeskAnswer, deskPage, type DeskView } from '../../../shell/desk-page.ts';
import { type Fields, fieldsOf, type FormValues, given } from '../../../ui/fields.ts';
import { type FormState, formWriter } from '../../../ui/form.ts';
import { paramOf, versioned } from '../../../ui/lists.ts';
import { must, settle } from '../../../upstream/answer.ts';
import type { paths } from '../../../upstream/generated/training.ts';
import { conflict } from '../conflict.view.ts';
import { refusalOf } from '../refusal.view.ts';

type Stored = paths['/v1/staff/enrolments/{id}']['get']['responses'][200]['content']['application/json'];
type Person = NonNullable<
  paths['/v1/staff/enrolments/{id}/person']['put']['requestBody']
>['content']['application/json'];

/** What is on record of somebody who enrolled, corrected; what was changed, when and by whom stays in the history. */
export function enrolmentEditPages(app: App, desk: Desk): void {
  deskPage(app, desk, '/sessions/:id/enrolments/:enrolment/edit', {
    get: async (view, request) => {
      const stored = await readEnrolment(view, paramOf(request, 'enrolment'));
      return editPage(view, stored, { values: valuesOf(stored), errors: {} });
    },
    post: async (view, request) => {
      const id = paramOf(request, 'enrolment');
      const fields = fieldsOf(request.body);
      const stored = await readEnrolment(view, id);
      const answer = await settle(
        view.api.training.PUT('/v1/staff/enrolments/{id}/person', {
          ...versioned(id, fields.text('version')),
          body: personOf(fields, stored),
        }),
      );
      if (answer.kind === 'ok')
        return {
          redirect: view.at(`/sessions/${stored.sessionId}/enrolments/${id}`),
          flash: { tone: 'success', text: view.t.desk.saved },
        };
      const { state, status, stale } = refusalOf(view, answer, fields.values);
      if (!stale) return editPage(view, stored, state, { status });
      const now = await readEnrolment(view, id);
      return editPage(view, now, state, { status, above: sideBySide(view, now, fields) });
    },
  });
}

/** Reads one enrolment; the service keeps a record of it. */
export async function readEnrolment(view: DeskView, id: string): Promise<Stored> {
  return must(await settle(view.api.training.GET('/v1/staff/enrolments/{id}', { params: { path: { id } } })));
}

function valuesOf(stored: Stored): FormValues {
  const { profile } = stored;
  return {
    name: stored.name,
    givenName: stored.givenName ?? '',
    surnames: stored.surnames ?? '',
    phone: stored.phone ?? '',
    birthYear: String(stored.birthYear ?? ''),
    municipality: stored.municipality ?? '',
    accessibility: stored.accessibility ?? '',
    'profile.birthDate': profile.birthDate ?? '',
    'profile.gender': profile.gender ?? '',
    'profile.employmentSituation': profile.employmentSituation ?? '',
    'profile.studyLevel': profile.studyLevel ?? '',
    'profile.discovery': profile.discovery ?? '',
    'profile.origin': profile.origin ?? '',
    'profile.identityDocument': profile.identityDocument ?? '',
    'profile.identityDocumentWithheld': profile.identityDocumentWithheld === true ? 'yes' : '',
  };
}

/** The person that a form says. Answers to the session's own questions are the person's, and stay. */
function personOf(fields: Fields, stored: Stored): Person {
  return given({
    name: fields.text('name'),
    givenName: fields.text('givenName'),
    surnames: fields.text('surnames'),
    phone: fields.text('phone'),
    birthYear: fields.number('birthYear'),
    municipality: fields.text('municipality'),
    accessibility: fields.text('accessibility'),
    answers: stored.answers,
    profile: given({
      birthDate: fields.text('profile.birthDate'),
      gender: fields.text('profile.gender'),
      employmentSituation: fields.text('profile.employmentSituation'),
      studyLevel: fields.text('profile.studyLevel'),
      discovery: fields.text('profile.discovery'),
      origin: fields.text('profile.origin'),
      identityDocument: fields.text('profile.identityDocument'),
      identityDocumentWithheld: fields.flag('profile.identityDocumentWithheld') ? true : undefined,
    }),
  });
}

function labels({ t: { training: t, consoleCourses: c } }: DeskView): Readonly<Record<string, string>> {
  return {
    name: t.name,
    givenName: c.givenName,
    surnames: c.surnames,
    phone: t.phone,
    birthYear: t.birthYear,
    municipality: t.municipality,
    accessibility: t.accessibility,
    'profile.birthDate': c.birthDate,
    'profile.gender': t.gender,
    'profile.employmentSituation': t.employment,
    'profile.studyLevel': t.studies,
    'profile.discovery': t.discovery,
    'profile.origin': c.origin,
    'profile.identityDocument': c.identityDocument,
    'profile.identityDocumentWithheld': c.documentWithheld,
  };
}

function sideBySide(view: DeskView, stored: Stored, fields: Fields): Html {
  const now = fieldsOf(valuesOf(stored));
  return conflict(
    view,
    Object.entries(labels(view)).map(([name, label]) => ({
      label,
      stored: now.text(name) ?? '',
      written: fields.text(name) ?? '',
    })),
  );
}

function editPage(
  view: DeskView,
  stored: Stored,
  state: FormState,
  { status = 200, above }: { status?: number; above?: Html } = {},
): DeskAnswer {
  const { consoleCourses: c, desk } = view.t;
  const form = formWriter(view, state);
  const names = labels(view);
  const text = (name: string, options: Parameters<typeof form.text>[2] = {}): Html =>
    form.text(name, names[name] ?? name, options);
  const choice = (name: string, terms: readonly { code: string; label: Record<'ca' | 'es', string> }[]): Html =>
    form.select(
      name,
      names[name] ?? name,
      terms.map(({ code, label }) => ({ value: code, text: view.language === 'es' ? label.es : label.ca })),
    );
  const here = `/sessions/${stored.sessionId}/enrolments/${stored.id}`;
  const title = `${desk.edit}: ${stored.name}`;
  return {
    status,
    title: `${status === 200 ? '' : view.t.shell.errorPrefix}${title}`,
    section: 'sessions',
    body: html`<div class="narrow">
      <h1>${title}</h1>
      <p class="lead">${c.addressStays(stored.email)}</p>
      ${above} ${form.summary()}
      ${view.form(
        view.at(`${here}/edit`),
        form.hidden('version', String(stored.version)),
        text('name', { required: true }),
        html`<div class="pair">${text('givenName')} ${text('surnames')}</div>`,
        text('phone', { type: 'tel' }),
        text('municipality'),
        html`<div class="pair">
          ${text('birthYear', { inputmode: 'numeric' })} ${text('profile.birthDate', { type: 'date' })}
        </div>`,
        text('profile.identityDocument'),
        form.check('profile.identityDocumentWithheld', c.documentWithheld),
        choice('profile.gender', genders),
        choice('profile.employmentSituation', employmentSituations),
        choice('profile.studyLevel', studyLevels),
        choice('profile.discovery', discoveryChannels),
        text('profile.origin'),
        form.area('accessibility', names['accessibility'] ?? '', { rows: 3 }),
        html`<p class="actions">
          <button class="button" type="submit">${desk.save}</button>
          <a href="${view.at(here)}">${c.withoutSaving}</a>
        </p>`,
      )}
    </div>`,
  };
}
