import type { App } from '@ateneu/service-kit';
import type { FastifyRequest } from 'fastify';

import { type Desk, deskPage, type DeskView, outcome } from '../../../shell/desk-page.ts';
import { type Fields, fieldsOf, given } from '../../../ui/fields.ts';
import { paramOf, versioned } from '../../../ui/lists.ts';
import { settle } from '../../../upstream/answer.ts';
import { areas } from './diagnosis.view.ts';

/** Phases, diagnoses and tasks. */
export function accompanimentWorkPages(app: App, desk: Desk): void {
  const act = (
    name: string,
    call: (view: DeskView, request: FastifyRequest, fields: Fields) => ReturnType<typeof settle>,
  ) => {
    deskPage(app, desk, `/accompaniments/:id/${name}`, {
      post: async (view, request) => {
        const answer = await call(view, request, fieldsOf(request.body));
        return outcome(view, answer, {
          done: view.t.desk.saved,
          to: view.at(`/accompaniments/${paramOf(request, 'id')}`),
        });
      },
    });
  };
  const phase = (request: FastifyRequest, fields: Fields) => ({
    params: {
      path: { id: paramOf(request, 'id'), phase: paramOf(request, 'phase') },
      header: { 'If-Match': `"${fields.text('version') ?? ''}"` },
    },
  });
  act('phases/:phase/complete', (view, request, fields) =>
    settle(
      view.api.accompaniment.POST('/v1/staff/accompaniments/{id}/phases/{phase}/complete', phase(request, fields)),
    ),
  );
  act('phases/:phase/reopen', (view, request, fields) =>
    settle(view.api.accompaniment.POST('/v1/staff/accompaniments/{id}/phases/{phase}/reopen', phase(request, fields))),
  );
  act('tasks', (view, request, fields) =>
    settle(
      view.api.accompaniment.POST('/v1/staff/accompaniments/{id}/tasks', {
        params: { path: { id: paramOf(request, 'id') } },
        body: { title: fields.required('title'), ...given({ dueOn: fields.text('dueOn') }) },
      }),
    ),
  );
  act('tasks/:task', (view, request, fields) =>
    settle(
      view.api.accompaniment.PUT('/v1/staff/accompaniments/{id}/tasks/{taskId}', {
        params: { path: { id: paramOf(request, 'id'), taskId: paramOf(request, 'task') } },
        body: { title: fields.required('title'), done: true, ...given({ dueOn: fields.text('dueOn') }) },
      }),
    ),
  );
  act('diagnose', (view, request, fields) => {
    const scores = areas.flatMap((area) => {
      const score = fields.number(`scores.${area}`);
      return score === undefined ? [] : [[area, score] as const];
    });
    return settle(
      view.api.accompaniment.POST('/v1/staff/accompaniments/{id}/diagnose', {
        ...versioned(paramOf(request, 'id'), fields.text('version')),
        body: {
          moment: fields.text('moment') === 'after' ? 'after' : 'before',
          scores: Object.fromEntries(scores),
          madeOn: fields.required('madeOn'),
          ...given({ note: fields.text('note') }),
        },
      }),
    );
  });
}
