import type { App } from '@ateneu/service-kit';

import { type Desk, deskPage, outcome } from '../../../shell/desk-page.ts';
import { paramOf } from '../../../ui/lists.ts';
import { patiently } from '../../../upstream/patience.ts';
import { surveyPage } from './survey.view.ts';
import { must, settle } from '../../../upstream/answer.ts';

/** What people said of a session, counted; its certificates; and the sheet to sign. */
export function surveyPages(app: App, desk: Desk): void {
  deskPage(app, desk, '/sessions/:id/survey', {
    get: async (view, request) => {
      const path = { id: paramOf(request, 'id') };
      const [session, survey] = await Promise.all([
        settle(view.api.training.GET('/v1/staff/sessions/{id}', { params: { path } })),
        settle(view.api.training.GET('/v1/staff/sessions/{id}/survey', { params: { path } })),
      ]);
      return surveyPage(view, must(session), must(survey), `/sessions/${path.id}`);
    },
  });
  deskPage(app, desk, '/courses/:id/survey', {
    get: async (view, request) => {
      const path = { id: paramOf(request, 'id') };
      const [course, survey] = await Promise.all([
        settle(view.api.training.GET('/v1/staff/courses/{id}', { params: { path } })),
        settle(view.api.training.GET('/v1/staff/courses/{id}/survey', { params: { path } })),
      ]);
      return surveyPage(view, must(course), must(survey), `/courses/${path.id}`);
    },
  });
  deskPage(app, desk, '/sessions/:id/certificates', {
    post: async (view, request) => {
      const id = paramOf(request, 'id');
      const answer = await settle(
        view.api.training.POST('/v1/staff/sessions/{id}/certificates', { params: { path: { id } }, body: {} }),
      );
      return outcome(view, answer, { done: view.t.consoleSessions.certificatesIssued, to: view.at(`/sessions/${id}`) });
    },
  });
  deskPage(app, desk, '/sessions/:id/sheet', {
    get: async (view, request) => {
      const id = paramOf(request, 'id');
      const sheet = must(
        await settle(
          view.api.training.GET('/v1/staff/sessions/{id}/attendance.pdf', {
            params: { path: { id } },
            parseAs: 'arrayBuffer',
            fetch: patiently,
          }),
        ),
      );
      return { file: Buffer.from(sheet), name: `full-${id}.pdf`, type: 'application/pdf' };
    },
  });
}
