import type { App } from '@ateneu/service-kit';

import type { Desk, DeskContext } from '../../shell/desk-page.ts';
import { accountPage } from './account.page.ts';
import { deskSignInPages } from './desk-sign-in.pages.ts';
import { emailSignInPages } from './email-sign-in.pages.ts';
import { liveEventPages } from './live-events.pages.ts';
import { ownReferralPages } from './own-referrals.pages.ts';
import { referPage } from './refer.page.ts';
import { sharedDocument } from './shared-document.route.ts';
import { webhookPages } from './webhooks.pages.ts';

/** The desk of a partner entity: every page of it. */
export function partnerDesk(app: App, context: DeskContext): void {
  const desk: Desk = {
    area: 'desk',
    context,
    bearer: ({ partner }) =>
      partner?.expiresAt !== undefined && partner.expiresAt <= Date.now() ? undefined : partner?.apiKey,
    menu: (view) => {
      const { partnerDesk: t } = view.t;
      if (!view.signedIn) return [];
      return [
        ['', t.referrals],
        ['/refer', t.refer],
        ['/events', t.events],
        ['/webhooks', t.webhooks],
      ];
    },
  };
  deskSignInPages(app, desk);
  emailSignInPages(app, desk);
  accountPage(app, desk);
  ownReferralPages(app, desk);
  referPage(app, desk);
  sharedDocument(app, desk);
  webhookPages(app, desk);
  liveEventPages(app, desk);
}
