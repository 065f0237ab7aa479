import type { App } from '@ateneu/service-kit';

import type { Desk, DeskView } from '../../../shell/desk-page.ts';
import { versioned } from '../../../ui/lists.ts';
import { must, settle } from '../../../upstream/answer.ts';
import { type Editor, editorPages } from '../editor.pages.ts';
import { initiativeFields } from './initiative-form.view.ts';
import { initiativeLabels } from './initiative-labels.view.ts';
import { namesOf, withInitiatives } from './initiative-names.ts';
import { initiativeValues, type NamedDetails, positionOf, readInitiative, tidyInitiative } from './initiative.model.ts';

/** An initiative that staff write down themselves, and one that they edit. */
export function initiativeEditPages(app: App, desk: Desk): void {
  editorPages(app, desk, editor);
}

async function read(view: DeskView, id: string): Promise<NamedDetails> {
  const stored = must(await settle(view.api.directory.GET('/v1/staff/initiatives/{id}', { params: { path: { id } } })));
  return { ...stored, partners: await namesOf(view, stored.cooperatesWith ?? []) };
}

const editor: Editor<NamedDetails> = {
  path: '/initiatives',
  section: 'initiatives',
  title: (view, stored) =>
    stored === undefined ? view.t.consoleInitiative.newInitiative : `${view.t.desk.edit}: ${view.plain(stored.name)}`,
  read,
  tidy: tidyInitiative,
  values: initiativeValues,
  labels: initiativeLabels,
  // What no map would give is said in words, not as the type of a number.
  explain: (view, _problem, fields): Record<string, string> =>
    Number.isNaN(positionOf(fields.text('position'))?.latitude)
      ? { position: view.t.consoleInitiative.positionWrong }
      : {},
  fields: initiativeFields,
  create: (view, fields, key) =>
    withInitiatives(view, fields, { list: 'cooperatesWith', known: [] }, (cooperatesWith) =>
      settle(
        view.api.directory.POST('/v1/staff/initiatives', {
          params: { header: { 'Idempotency-Key': key } },
          body: { ...readInitiative(fields, undefined), cooperatesWith },
        }),
      ),
    ),
  save: (view, fields, stored) =>
    withInitiatives(view, fields, { list: 'cooperatesWith', known: stored.partners }, (cooperatesWith) =>
      settle(
        view.api.directory.PUT('/v1/staff/initiatives/{id}', {
          ...versioned(stored.id, fields.text('version')),
          body: { ...readInitiative(fields, stored), cooperatesWith },
        }),
      ),
    ),
};
