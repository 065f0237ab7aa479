import type { App } from '@ateneu/service-kit';

import { html } from '../../html.ts';
import { type Desk, deskPage } from '../../shell/desk-page.ts';
import { formatDate, time } from '../../ui/dates.ts';
import { facts, notice, partOf } from '../../ui/parts.ts';
import { settle } from '../../upstream/answer.ts';

/** Who is signed in, how and until when; and what to do about keys and secrets. */
export function accountPage(app: App, desk: Desk): void {
  deskPage(app, desk, '/account', {
    get: async (view) => {
      const { partnerSignIn: t, partnerDesk } = view.t;
      const session = await settle(view.api.accompaniment.GET('/v1/partner/session'));
      return {
        title: t.account,
        section: 'account',
        body: html`<div class="narrow">
          <h1>${t.account}</h1>
          ${partOf(
            view,
            t.account.toLowerCase(),
            session,
            ({ partner, by, contact, validUntil }) =>
              html`${by === 'api-key' && validUntil !== null && notice('warning', t.keyReplaced(formatDate(view.language, 'short', validUntil)))}
              ${facts([
                [t.entity, partner.name],
                [t.contact, contact],
                [t.how, by === 'e-mail' ? t.howEmail : t.howKey],
                [t.until, validUntil !== null && time(view.language, 'short', validUntil)],
              ])}`,
          )}
          <h2>${t.keys}</h2>
          <p>${t.keysText}</p>
          <p>${t.secretsText} <a href="${view.at('/webhooks')}">${partnerDesk.webhooks}</a>.</p>
        </div>`,
      };
    },
  });
}
