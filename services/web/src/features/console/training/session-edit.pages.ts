import type { App } from '@ateneu/service-kit';

import type { Desk } from '../../../shell/desk-page.ts';
import { versioned } from '../../../ui/lists.ts';
import { must, settle } from '../../../upstream/answer.ts';
import { type Editor, editorPages } from '../editor.pages.ts';
import { tidyProgramme } from './programme.model.ts';
import {
  readSession,
  roomClash,
  sessionFields,
  sessionLabels,
  sessionValues,
  type StoredSession,
} from './session-form.view.ts';

/** A new session, and one that is edited. */
export function sessionEditPages(app: App, desk: Desk): void {
  editorPages(app, desk, editor);
}

const editor: Editor<StoredSession> = {
  path: '/sessions',
  section: 'sessions',
  title: ({ t }, stored) => (stored === undefined ? t.consoleSessions.create : t.consoleSessions.editTitle),
  read: async (view, id) =>
    must(await settle(view.api.training.GET('/v1/staff/sessions/{id}', { params: { path: { id } } }))),
  // What is not ticked is not sent, and must not look as if nobody had said.
  tidy: (values) => ({ waitingListEnabled: 'no', forMinors: 'no', ...tidyProgramme(values) }),
  values: sessionValues,
  labels: sessionLabels,
  fields: sessionFields,
  // A session may be begun from the page of its course.
  initial: ({ courseId = '' }) => ({ courseId }),
  create: (view, fields, key) =>
    settle(
      view.api.training.POST('/v1/staff/sessions', {
        params: { header: { 'Idempotency-Key': key } },
        body: readSession(fields),
      }),
    ),
  save: (view, fields, stored) =>
    settle(
      view.api.training.PUT('/v1/staff/sessions/{id}', {
        ...versioned(stored.id, fields.text('version')),
        body: readSession(fields, stored),
      }),
    ),
  explain: async (view, { code, detail }, fields): Promise<Record<string, string>> =>
    code === 'training.room.taken' ? { roomId: await roomClash(view, fields, detail) } : {},
};
