import type { App } from '@ateneu/service-kit';

import { html } from '../../../html.ts';
import { type Desk, type DeskView } from '../../../shell/desk-page.ts';
import { type Fields, given } from '../../../ui/fields.ts';
import { formWriter } from '../../../ui/form.ts';
import { versioned } from '../../../ui/lists.ts';
import { must, settle } from '../../../upstream/answer.ts';
import type { paths } from '../../../upstream/generated/training.ts';
import { type Editor, editorPages } from '../editor.pages.ts';
import { programmeFields, programmeLabels } from './programme-form.view.ts';
import { programmeValues, readProgramme, tidyProgramme } from './programme.model.ts';

/** A course as the service has it. */
export type Course = paths['/v1/staff/courses/{id}']['get']['responses'][200]['content']['application/json'];

/** A new course, and one that is edited. */
export function courseEditPages(app: App, desk: Desk): void {
  editorPages(app, desk, editor);
}

/** Reads a course that a page is about. */
export async function readCourse(view: DeskView, id: string): Promise<Course> {
  return must(await settle(view.api.training.GET('/v1/staff/courses/{id}', { params: { path: { id } } })));
}

function read(fields: Fields, stored?: Course) {
  const words = (name: 'title' | 'summary') => ({
    ca: fields.required(`${name}.ca`),
    ...given({ es: fields.text(`${name}.es`), en: stored?.[name].en }),
  });
  return { title: words('title'), summary: words('summary'), programme: readProgramme(fields, stored?.programme) };
}

const editor: Editor<Course> = {
  path: '/courses',
  section: 'sessions',
  title: ({ t }, stored) => (stored === undefined ? t.consoleCourses.create : t.consoleCourses.editCourse),
  read: readCourse,
  tidy: tidyProgramme,
  values: ({ title, summary, programme }) => ({
    'title.ca': title.ca,
    'title.es': title.es ?? '',
    'summary.ca': summary.ca,
    'summary.es': summary.es ?? '',
    ...programmeValues(programme),
  }),
  labels: (view, values) => {
    const t = view.t.consoleSessions;
    return {
      'title.ca': t.titleCa,
      'title.es': t.titleEs,
      'summary.ca': t.summaryCa,
      'summary.es': t.summaryEs,
      ...programmeLabels(view, values),
    };
  },
  fields: (view, state) => {
    const t = view.t.consoleSessions;
    const form = formWriter(view, state);
    return html`${form.summary()}
      <div class="pair">
        ${form.text('title.ca', t.titleCa, { required: true })} ${form.text('title.es', t.titleEs)}
      </div>
      <div class="pair">
        ${form.area('summary.ca', t.summaryCa, { required: true, rows: 3 })}
        ${form.area('summary.es', t.summaryEs, { rows: 3 })}
      </div>
      <h2>${view.t.consoleCourses.programme}</h2>
      ${programmeFields(view, form, state)}`;
  },
  create: (view, fields, key) =>
    settle(
      view.api.training.POST('/v1/staff/courses', {
        params: { header: { 'Idempotency-Key': key } },
        body: read(fields),
      }),
    ),
  save: (view, fields, stored) =>
    settle(
      view.api.training.PUT('/v1/staff/courses/{id}', {
        ...versioned(stored.id, fields.text('version')),
        body: read(fields, stored),
      }),
    ),
};
