import type { App } from '@ateneu/service-kit';

import { html } from '../../../html.ts';
import { type Desk, deskPage, outcome } from '../../../shell/desk-page.ts';
import { fieldsOf, given } from '../../../ui/fields.ts';
import { paramOf, queryOf, versioned } from '../../../ui/lists.ts';
import { pager, partOf } from '../../../ui/parts.ts';
import { must, settle } from '../../../upstream/answer.ts';
import { patiently } from '../../../upstream/patience.ts';
import { trainingNav } from '../section-nav.view.ts';
import { certificateTable } from './certificates.view.ts';

/** Every certificate, of a session where the address says which; the document of one, and taking it back. */
export function certificatePages(app: App, desk: Desk): void {
  deskPage(app, desk, '/certificates', {
    get: async (view, request) => {
      const t = view.t.consoleCourses;
      const [sessionId, cursor] = [queryOf(request, 'sessionId'), queryOf(request, 'cursor')];
      const [list, session] = await Promise.all([
        settle(
          view.api.training.GET('/v1/staff/certificates', {
            params: { query: { ...given({ sessionId, cursor }), limit: 50 } },
          }),
        ),
        sessionId === undefined
          ? undefined
          : settle(view.api.training.GET('/v1/staff/sessions/{id}', { params: { path: { id: sessionId } } })),
      ]);
      const of = session === undefined ? undefined : must(session);
      const title = of === undefined ? t.certificates : t.certificatesOf(view.plain(of.title));
      const back = of === undefined ? '/certificates' : `/certificates?sessionId=${of.id}`;
      const page = (at: string | undefined) => view.at('/certificates', { sessionId, cursor: at });
      return {
        title,
        section: 'sessions',
        body: html`${trainingNav(view, '/certificates')}
          <h1>${title}</h1>
          <p class="lead">${t.certificatesLead}</p>
          ${of && html`<p><a href="${view.at(`/sessions/${of.id}`)}">${view.say(of.title)}</a></p>`}
          ${partOf(
            view,
            t.certificates.toLowerCase(),
            list,
            ({ items, next }) =>
              html`${certificateTable(view, items, back)}
              ${pager(view, { next: next === null ? undefined : page(next), first: cursor === undefined ? undefined : page(undefined) })}`,
          )}`,
      };
    },
  });
  deskPage(app, desk, '/certificates/:id/document', {
    get: async (view, request) => {
      const id = paramOf(request, 'id');
      const document = must(
        await settle(
          view.api.training.GET('/v1/staff/certificates/{id}/certificate.pdf', {
            params: { path: { id } },
            parseAs: 'arrayBuffer',
            fetch: patiently,
          }),
        ),
      );
      return { file: Buffer.from(document), name: `certificat-${id}.pdf`, type: 'application/pdf' };
    },
  });
  deskPage(app, desk, '/certificates/:id/revoke', {
    post: async (view, request) => {
      const id = paramOf(request, 'id');
      const fields = fieldsOf(request.body);
      const answer = await settle(
        view.api.training.POST('/v1/staff/certificates/{id}/revoke', {
          ...versioned(id, fields.text('version')),
          body: { reason: { ca: fields.required('reason.ca') } },
        }),
      );
      // Back to where it was listed: a course, a session’s certificates, or all of them.
      const back = fields.text('back') ?? '';
      const to = /^\/(courses\/[\w-]+|certificates(\?sessionId=[\w-]+)?)$/.test(back) ? back : '/certificates';
      return outcome(view, answer, { done: view.t.consoleCourses.revokedDone, to: view.at(to) });
    },
  });
}
