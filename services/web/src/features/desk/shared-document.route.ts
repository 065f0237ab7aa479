import type { App } from '@ateneu/service-kit';

import { type Desk, deskPage } from '../../shell/desk-page.ts';
import { paramOf } from '../../ui/lists.ts';
import { must, settle } from '../../upstream/answer.ts';

/** A document that the ateneu shares with the partner, as a download and never as a page. */
export function sharedDocument(app: App, desk: Desk): void {
  deskPage(app, desk, '/referrals/:id/documents/:document', {
    get: async (view, request) => {
      const path = { id: paramOf(request, 'id'), documentId: paramOf(request, 'document') };
      const [list, content] = await Promise.all([
        settle(
          view.api.accompaniment.GET('/v1/partner/referrals/{id}/documents', { params: { path: { id: path.id } } }),
        ),
        settle(
          view.api.accompaniment.GET('/v1/partner/referrals/{id}/documents/{documentId}/content', {
            params: { path },
            parseAs: 'arrayBuffer',
          }),
        ),
      ]);
      const document = must(list).items.find(({ id }) => id === path.documentId);
      return {
        file: Buffer.from(must(content)),
        name: document?.fileName ?? 'document',
        type: 'application/octet-stream',
      };
    },
  });
}
