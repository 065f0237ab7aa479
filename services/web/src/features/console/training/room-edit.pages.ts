import type { App } from '@ateneu/service-kit';

import { html } from '../../../html.ts';
import type { Desk } from '../../../shell/desk-page.ts';
import { type Fields, given } from '../../../ui/fields.ts';
import { formWriter } from '../../../ui/form.ts';
import { versioned } from '../../../ui/lists.ts';
import { must, settle } from '../../../upstream/answer.ts';
import type { paths } from '../../../upstream/generated/training.ts';
import { type Editor, editorPages } from '../editor.pages.ts';

type Room = paths['/v1/staff/rooms/{id}']['get']['responses'][200]['content']['application/json'];

/** A new room, and one that is edited. */
export function roomEditPages(app: App, desk: Desk): void {
  editorPages(app, desk, editor);
}

const read = (fields: Fields) => ({
  name: fields.required('name'),
  capacity: fields.number('capacity') ?? NaN,
  accessible: fields.flag('accessible'),
  ...given({ address: fields.text('address'), equipment: fields.text('equipment') }),
});

const editor: Editor<Room> = {
  path: '/rooms',
  section: 'sessions',
  title: ({ t }, stored) => (stored === undefined ? t.consoleCourses.newRoom : t.consoleCourses.editRoom),
  read: async (view, id) =>
    must(await settle(view.api.training.GET('/v1/staff/rooms/{id}', { params: { path: { id } } }))),
  // What is not ticked is not sent, and must not look as if nobody had said.
  tidy: (values) => ({ accessible: 'no', ...values }),
  values: ({ name, capacity, accessible, address, equipment }) => ({
    name,
    capacity: String(capacity),
    accessible: accessible ? 'yes' : 'no',
    address: address ?? '',
    equipment: equipment ?? '',
  }),
  labels: ({ t: { consoleCourses: t, desk } }) => ({
    name: desk.name,
    capacity: t.roomPlaces,
    address: t.roomAddress,
    equipment: t.equipment,
    accessible: t.accessible,
  }),
  fields: (view, state) => {
    const { consoleCourses: t, desk } = view.t;
    const form = formWriter(view, state);
    return html`${form.summary()} ${form.text('name', desk.name, { required: true })}
    ${form.text('capacity', t.roomPlaces, { required: true, inputmode: 'numeric' })}
    ${form.text('address', t.roomAddress)} ${form.text('equipment', t.equipment)}
    ${form.check('accessible', t.accessible, { initial: 'yes' })}`;
  },
  create: (view, fields, key) =>
    settle(
      view.api.training.POST('/v1/staff/rooms', {
        params: { header: { 'Idempotency-Key': key } },
        body: read(fields),
      }),
    ),
  save: (view, fields, stored) =>
    settle(
      view.api.training.PUT('/v1/staff/rooms/{id}', {
        ...versioned(stored.id, fields.text('version')),
        body: read(fields),
      }),
    ),
  explain: (_view, { code, detail }) =>
    Promise.resolve<Record<string, string>>(code === 'training.room.name-taken' ? { name: detail } : {}),
};
