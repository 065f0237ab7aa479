import type { App } from '@ateneu/service-kit';

import { html, type Html } from '../../html.ts';
import { type Desk, type DeskAnswer, deskPage, type DeskView, outcome } from '../../shell/desk-page.ts';
import { setSessionValue } from '../../sessions/session.ts';
import { formatDate, time } from '../../ui/dates.ts';
import { fieldsOf, given } from '../../ui/fields.ts';
import { emptyForm, formWriter } from '../../ui/form.ts';
import { folded } from '../../ui/lists.ts';
import { facts, notice, partOf } from '../../ui/parts.ts';
import { settle } from '../../upstream/answer.ts';
import { patiently } from '../../upstream/patience.ts';

/** How long the earlier credentials go on, in hours, as a partner may choose. */
const overlaps = { day: 24, week: 168, now: 0 } as const;

/** Who is signed in, how and until when; and the entity's keys, which it renews itself. */
export function accountPage(app: App, desk: Desk): void {
  deskPage(app, desk, '/account', {
    get: async (view) => {
      const { partnerSignIn: t, partnerDesk } = view.t;
      const [session, credentials] = await Promise.all([
        settle(view.api.accompaniment.GET('/v1/partner/session')),
        settle(view.api.accompaniment.GET('/v1/partner/credentials')),
      ]);
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
          ${partOf(view, t.keys, credentials, (known) => ownKeys(view, known))}
          <p>${t.secretsText} <a href="${view.at('/webhooks')}">${partnerDesk.webhooks}</a>.</p>
        </div>`,
      };
    },
  });
  deskPage(app, desk, '/account/credentials', {
    post: async (view, request) => {
      const fields = fieldsOf(request.body);
      const overlapHours = Object.entries(overlaps).find(([name]) => name === fields.text('overlap'))?.[1];
      const answer = await settle(
        view.api.accompaniment.POST('/v1/partner/credentials/rotate', {
          body: given({ overlapHours }),
          fetch: patiently,
        }),
      );
      if (answer.kind !== 'ok') return outcome(view, answer, { done: '', to: view.at('/account') });
      // Whoever renews goes on with the new key, and no longer than the sign-in was good for.
      const { name, expiresAt } = view.partner ?? {};
      setSessionValue(request, 'partner', { apiKey: answer.data.apiKey, name, expiresAt });
      return renewedPage(view, answer.data);
    },
  });
}

function ownKeys(view: DeskView, { since, earlierUntil }: { since: string | null; earlierUntil: string | null }): Html {
  const t = view.t.partnerSignIn;
  if (since === null) return html`<p>${t.noKeys}</p>`;
  const form = formWriter(view, emptyForm);
  const names: Record<keyof typeof overlaps, string> = {
    day: t.renewLater(overlaps.day),
    week: t.renewWeek,
    now: t.renewNow,
  };
  return html`${facts([
    [t.keysSince, time(view.language, 'short', since)],
    [t.earlierUntil, earlierUntil !== null && time(view.language, 'short', earlierUntil)],
  ])}
  ${folded(
    t.renew,
    view.form(
      view.at('/account/credentials'),
      form.radios(
        'overlap',
        t.renewWhen,
        Object.entries(names).map(([value, text]) => ({ value, text })),
        { required: true, initial: 'day' },
      ),
      html`<button class="button" type="submit">${t.renew}</button>`,
    ),
  )}`;
}

/** Shown as the answer itself; nobody sees it again. */
function renewedPage(
  view: DeskView,
  { apiKey, creds, earlierUntil }: { apiKey: string; creds: string; earlierUntil: string | null },
): DeskAnswer {
  const t = view.t.partnerSignIn;
  const when =
    earlierUntil === null ? t.renewedAtOnce : t.renewedOverlap(formatDate(view.language, 'short', earlierUntil));
  return {
    title: t.renewedTitle,
    section: 'account',
    body: html`<h1>${t.renewedTitle}</h1>
      <p class="lead">${t.renewedOnce}</p>
      ${notice('warning', when)}
      <h2>${t.apiKey}</h2>
      <pre tabindex="0"><code id="api-key">${apiKey}</code></pre>
      <h2>${t.credsFile}</h2>
      <pre tabindex="0"><code id="creds">${creds}</code></pre>
      <p><a class="button" href="${view.at('/account')}">${t.backToAccount}</a></p>`,
  };
}
