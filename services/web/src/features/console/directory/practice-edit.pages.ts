import { sectors } from '@ateneu/reference-data';
import type { App } from '@ateneu/service-kit';

import { html } from '../../../html.ts';
import type { Desk, DeskView } from '../../../shell/desk-page.ts';
import { type Fields, given } from '../../../ui/fields.ts';
import { type FormState, formWriter } from '../../../ui/form.ts';
import { versioned } from '../../../ui/lists.ts';
import { closeRanks, rowCount } from '../../../ui/rows.ts';
import { type Answer, must, settle } from '../../../upstream/answer.ts';
import type { paths } from '../../../upstream/generated/directory.ts';
import { type Editor, editorPages } from '../editor.pages.ts';
import { initiativeRows, type NamedInitiative, namesOf, withInitiatives } from './initiative-names.ts';

type Practice = paths['/v1/staff/good-practices/{id}']['get']['responses'][200]['content']['application/json'];
/** A good practice, and what the initiatives that it is about are called. */
export type NamedPractice = Practice & { readonly initiatives: readonly NamedInitiative[] };
type Content = NonNullable<paths['/v1/staff/good-practices']['post']['requestBody']>['content']['application/json'];

/** A new good practice, and one that is edited. */
export function practiceEditPages(app: App, desk: Desk): void {
  editorPages(app, desk, editor);
}

/** Reads a good practice and the names of its initiatives. */
export async function readPractice(view: DeskView, id: string): Promise<NamedPractice> {
  const practice = must(
    await settle(view.api.directory.GET('/v1/staff/good-practices/{id}', { params: { path: { id } } })),
  );
  return { ...practice, initiatives: await namesOf(view, practice.initiativeIds) };
}

/** Makes the content that a form says and hands it on; names of no initiative are refused as the service would. */
async function withContent<T>(
  view: DeskView,
  fields: Fields,
  stored: NamedPractice | undefined,
  send: (content: Content) => Promise<Answer<T>>,
): Promise<Answer<T>> {
  const words = (name: 'title' | 'summary' | 'body') => ({
    ca: fields.required(`${name}.ca`),
    ...given({ es: fields.text(`${name}.es`), en: stored?.[name].en }),
  });
  const named = { list: 'initiativeIds', known: stored?.initiatives ?? [] };
  return withInitiatives(view, fields, named, (initiativeIds) =>
    send({
      title: words('title'),
      summary: words('summary'),
      body: words('body'),
      initiativeIds,
      sectors: fields.list('sectors'),
    }),
  );
}

async function practiceFields(view: DeskView, state: FormState) {
  const t = view.t.consoleDirectory;
  const form = formWriter(view, state);
  return html`${form.summary()}
    <div class="pair">${form.text('title.ca', t.titleCa, { required: true })} ${form.text('title.es', t.titleEs)}</div>
    <div class="pair">
      ${form.area('summary.ca', t.summaryCa, { required: true, rows: 3 })}
      ${form.area('summary.es', t.summaryEs, { rows: 3 })}
    </div>
    <div class="pair">
      ${form.area('body.ca', t.bodyCa, { required: true, rows: 14, hint: t.bodyHint })}
      ${form.area('body.es', t.bodyEs, { rows: 14, hint: t.bodyHint })}
    </div>
    ${await initiativeRows(view, form, state, { list: 'initiativeIds', legend: t.about, required: true })}
    ${form.checks(
      'sectors',
      view.t.directory.sectors,
      sectors.map(({ code, label }) => ({ value: code, text: label[view.language] })),
    )}`;
}

const editor: Editor<NamedPractice> = {
  path: '/practices',
  section: 'initiatives',
  title: ({ t }, stored) => (stored === undefined ? t.consoleDirectory.newPractice : t.consoleDirectory.editPractice),
  read: readPractice,
  tidy: (values) => closeRanks(values, 'initiativeIds', ['name']),
  values: ({ title, summary, body, initiatives, sectors: chosen }) => ({
    'title.ca': title.ca,
    'title.es': title.es ?? '',
    'summary.ca': summary.ca,
    'summary.es': summary.es ?? '',
    'body.ca': body.ca,
    'body.es': body.es ?? '',
    ...Object.fromEntries(initiatives.map(({ name }, row) => [`initiativeIds.${row}.name`, name])),
    sectors: chosen,
  }),
  labels: ({ t: { consoleDirectory: t, directory } }, values) => ({
    'title.ca': t.titleCa,
    'title.es': t.titleEs,
    'summary.ca': t.summaryCa,
    'summary.es': t.summaryEs,
    'body.ca': t.bodyCa,
    'body.es': t.bodyEs,
    sectors: directory.sectors,
    ...Object.fromEntries(
      Array.from({ length: rowCount(values, 'initiativeIds') }, (_, row) => [
        `initiativeIds.${row}.name`,
        t.initiative(row + 1),
      ]),
    ),
  }),
  fields: practiceFields,
  // One may be begun from the page of the initiative that it is about.
  initial: async ({ initiativeId }, view): Promise<Record<string, string>> =>
    typeof initiativeId === 'string'
      ? { 'initiativeIds.0.name': (await namesOf(view, [initiativeId]))[0]?.name ?? '' }
      : {},
  create: (view, fields, key) =>
    withContent(view, fields, undefined, (body) =>
      settle(
        view.api.directory.POST('/v1/staff/good-practices', { params: { header: { 'Idempotency-Key': key } }, body }),
      ),
    ),
  save: (view, fields, stored) =>
    withContent(view, fields, stored, (body) =>
      settle(
        view.api.directory.PUT('/v1/staff/good-practices/{id}', {
          ...versioned(stored.id, fields.text('version')),
          body,
        }),
      ),
    ),
};
