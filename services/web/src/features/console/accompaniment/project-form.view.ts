import { languages } from '@ateneu/kernel';
import { legalForms, neighbourhoods, sectors } from '@ateneu/reference-data';

import { html, type Html } from '../../../html.ts';
import type { DeskView } from '../../../shell/desk-page.ts';
import { type Fields, given } from '../../../ui/fields.ts';
import { type FormState, formWriter } from '../../../ui/form.ts';
import { nameOf } from '../../../ui/parts.ts';
import type { paths } from '../../../upstream/generated/accompaniment.ts';
import type { ConflictingField } from '../conflict.view.ts';
import { projectStatuses, projectStatusName, recipientName, recipients } from './project.names.ts';

/** A project as the service gives it to staff. */
export type Project = paths['/v1/staff/projects/{id}']['get']['responses'][200]['content']['application/json'];

const editable = projectStatuses.filter((status) => status !== 'merged');

/** What the form holds of a stored project. */
export function projectValues(project: Project): Record<string, string> {
  const { contact, profile } = project;
  const values = {
    name: project.name,
    description: project.description,
    status: project.status,
    sector: project.sector,
    neighbourhood: project.neighbourhood,
    groupSize: project.groupSize?.toString(),
    tags: project.tags.join(', '),
    'contact.name': contact?.name,
    'contact.email': contact?.email,
    'contact.phone': contact?.phone,
    'contact.language': contact?.language,
    'profile.recipient': profile.recipient,
    'profile.legalForm': profile.legalForm,
    'profile.entityName': profile.entityName,
    'profile.taxId': profile.taxId,
    'profile.municipality': profile.municipality,
    'profile.motivation': profile.motivation,
    'profile.needsSolved': profile.needsSolved,
    'profile.socialBase': profile.socialBase,
    'profile.expectedJobs': profile.expectedJobs?.toString(),
    'profile.website': profile.website,
  };
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value ?? '']));
}

/** The form's fields as the service reads them. */
export function readProjectForm(fields: Fields) {
  const contact = {
    name: fields.required('contact.name'),
    email: fields.required('contact.email'),
    language: languages.find((one) => one === fields.text('contact.language')) ?? 'ca',
    ...given({ phone: fields.text('contact.phone') }),
  };
  return {
    name: fields.required('name'),
    description: fields.required('description'),
    tags: tagsOf(fields),
    profile: given({
      recipient: recipients.find((one) => one === fields.text('profile.recipient')),
      legalForm: fields.text('profile.legalForm'),
      entityName: fields.text('profile.entityName'),
      taxId: fields.text('profile.taxId'),
      municipality: fields.text('profile.municipality'),
      motivation: fields.text('profile.motivation'),
      needsSolved: fields.text('profile.needsSolved'),
      socialBase: fields.text('profile.socialBase'),
      expectedJobs: fields.number('profile.expectedJobs'),
      website: fields.text('profile.website'),
    }),
    ...given({
      status: editable.find((one) => one === fields.text('status')),
      sector: fields.text('sector'),
      neighbourhood: fields.text('neighbourhood'),
      groupSize: fields.number('groupSize'),
      contact: contact.name === '' && contact.email === '' && contact.phone === undefined ? undefined : contact,
    }),
  };
}

function tagsOf(fields: Fields): string[] {
  const written = (fields.text('tags') ?? '').split(',').map((tag) => tag.trim());
  return written.filter((tag) => tag !== '');
}

/** Each field with its label, and how its values are told to a person. */
function fieldNames(
  view: DeskView,
): readonly (readonly [name: string, label: string, say?: (value: string) => string])[] {
  const { projects: t, desk, directory, shell } = view.t;
  return [
    ['name', desk.name],
    ['description', t.description],
    [
      'status',
      desk.status,
      (value) => editable.filter((one) => one === value).map((one) => projectStatusName(view, one))[0] ?? value,
    ],
    ['tags', t.tags],
    ['sector', directory.sector, (value) => nameOf('sector', value, view.language)],
    ['neighbourhood', directory.neighbourhood, (value) => nameOf('neighbourhood', value, view.language)],
    ['groupSize', t.groupSize],
    ['contact.name', t.contactName],
    ['contact.email', t.contactEmail],
    ['contact.phone', t.contactPhone],
    ['contact.language', t.contactLanguage],
    [
      'profile.recipient',
      t.recipient,
      (value) => recipients.filter((one) => one === value).map((one) => recipientName(view, one))[0] ?? value,
    ],
    ['profile.legalForm', directory.legalForm, (value) => nameOf('legalForm', value, view.language)],
    ['profile.entityName', t.entityName],
    ['profile.taxId', t.taxId],
    ['profile.municipality', t.municipality],
    ['profile.motivation', t.motivation],
    ['profile.needsSolved', t.needsSolved],
    ['profile.socialBase', t.socialBase],
    ['profile.expectedJobs', t.expectedJobs],
    ['profile.website', shell.website],
  ];
}

/** What is stored and what was written over an older version of it, field by field. */
export function projectConflict(view: DeskView, project: Project, fields: Fields): ConflictingField[] {
  const stored = projectValues(project);
  return fieldNames(view).map(([name, label, say = (value: string) => value]) => ({
    label,
    stored: say(stored[name] ?? ''),
    written: say(fields.text(name) ?? ''),
  }));
}

/** The fields of a project's form. */
export function projectFields(view: DeskView, state: FormState): Html {
  const { projects: t, desk, directory, shell, training } = view.t;
  const form = formWriter(view, state);
  const labelled = (items: readonly { code: string; label: Record<'ca' | 'es' | 'en', string> }[]) =>
    items.map(({ code, label }) => ({ value: code, text: label[view.language] }));
  return html`${form.summary()} ${form.text('name', desk.name, { required: true })}
    ${form.area('description', t.description, { required: true })}
    ${form.select(
      'status',
      desk.status,
      editable.map((value) => ({ value, text: projectStatusName(view, value) })),
      { required: true },
    )}
    ${form.text('tags', t.tags, { hint: t.tagsHint })} ${form.select('sector', directory.sector, labelled(sectors))}
    ${form.select(
      'neighbourhood',
      directory.neighbourhood,
      neighbourhoods.map(({ code, name }) => ({ value: code, text: name })),
    )}
    ${form.text('groupSize', t.groupSize, { inputmode: 'numeric' })}
    <h2>${t.contactName}</h2>
    ${form.text('contact.name', training.name)} ${form.text('contact.email', training.email, { type: 'email' })}
    ${form.text('contact.phone', training.phone, { type: 'tel' })}
    ${form.radios('contact.language', training.language, [
      { value: 'ca', text: 'Català' },
      { value: 'es', text: 'Castellano' },
      { value: 'en', text: 'English' },
    ])}
    <h2>${desk.project}</h2>
    ${form.radios(
      'profile.recipient',
      t.recipient,
      recipients.map((value) => ({ value, text: recipientName(view, value) })),
    )}
    ${form.select('profile.legalForm', directory.legalForm, labelled(legalForms))}
    ${form.text('profile.entityName', t.entityName)} ${form.text('profile.taxId', t.taxId)}
    ${form.text('profile.municipality', t.municipality)} ${form.area('profile.motivation', t.motivation, { rows: 3 })}
    ${form.area('profile.needsSolved', t.needsSolved, { rows: 3 })}
    ${form.area('profile.socialBase', t.socialBase, { rows: 3 })}
    ${form.text('profile.expectedJobs', t.expectedJobs, { inputmode: 'numeric' })}
    ${form.text('profile.website', shell.website, { type: 'url' })}`;
}
