import { type App, preferredLanguage } from '@ateneu/service-kit';

import { html } from '../../html.ts';
import { type Desk, type DeskAnswer, deskPage, type DeskView } from '../../shell/desk-page.ts';
import { deskLanguages } from '../../shell/paths.ts';
import { renewSession, setSessionValue } from '../../sessions/session.ts';
import { formatDate } from '../../ui/dates.ts';
import { paramOf } from '../../ui/lists.ts';
import { settle, upstreamDown } from '../../upstream/answer.ts';

/** In by a link from an e-mail: programs that look at links sign nobody in, only the button does. */
export function emailSignInPages(app: App, desk: Desk): void {
  deskPage(app, desk, '/sign-in/sent', {
    open: true,
    get: (view) => {
      const t = view.t.partnerSignIn;
      return {
        title: t.sentTitle,
        body: html`<div class="narrow">
          <h1>${t.sentTitle}</h1>
          <p class="lead">${t.sentText}</p>
          <p>${t.sentNothing}</p>
          <p><a class="button button-quiet" href="${view.at('/sign-in')}">${t.again}</a></p>
        </div>`,
      };
    },
  });
  // The address in the e-mail knows no language: the browser's, or the entity's first.
  app.route({
    method: 'GET',
    url: '/desk/enter/:secret',
    schema: { hide: true },
    config: { access: { kind: 'session' } },
    handler: (request, reply) => {
      const wanted = preferredLanguage(request);
      const language = deskLanguages.find((one) => one === wanted) ?? 'ca';
      return reply
        .header('vary', 'Accept-Language')
        .redirect(`/${language}/desk/enter/${encodeURIComponent(paramOf(request, 'secret'))}`, 302);
    },
  });
  deskPage(app, desk, '/enter/:secret', {
    open: true,
    get: async (view, request) => {
      const secret = paramOf(request, 'secret');
      const answer = await settle(
        view.api.accompaniment.GET('/v1/self-service/partner-sign-ins/{secret}', { params: { path: { secret } } }),
      );
      if (answer.kind === 'down') throw upstreamDown();
      if (answer.kind === 'refused') return gonePage(view, answer.problem.detail);
      const { partner, contact, expiresAt } = answer.data;
      const t = view.t.partnerSignIn;
      return {
        title: t.enterButton,
        body: html`<div class="narrow">
          <h1>${t.enterAs(contact, partner.name)}</h1>
          <p class="lead">${t.enterText(formatDate(view.language, 'time', expiresAt))}</p>
          ${view.form(
            view.at(`/enter/${encodeURIComponent(secret)}`),
            html`<p class="actions"><button class="button" type="submit">${t.enterButton}</button></p>`,
          )}
        </div>`,
      };
    },
    limit: { max: 30, timeWindow: '1 minute' },
    post: async (view, request) => {
      const answer = await settle(
        view.api.accompaniment.POST('/v1/self-service/partner-sign-ins/{secret}', {
          params: { path: { secret: paramOf(request, 'secret') } },
          body: {},
        }),
      );
      if (answer.kind === 'down') throw upstreamDown();
      if (answer.kind === 'refused') return gonePage(view, answer.problem.detail);
      const { token, validUntil, partner, contact } = answer.data;
      // Whatever the session was, it is another one from here on.
      renewSession(request);
      setSessionValue(request, 'partner', {
        apiKey: token,
        name: partner.name,
        contact,
        expiresAt: Date.parse(validUntil),
      });
      return { redirect: view.at('') };
    },
  });
}

function gonePage(view: DeskView, why: string): DeskAnswer {
  const t = view.t.partnerSignIn;
  return {
    status: 410,
    title: t.linkGoneTitle,
    body: html`<div class="narrow">
      <h1>${t.linkGoneTitle}</h1>
      <p class="lead">${why}</p>
      <p><a class="button" href="${view.at('/sign-in')}">${t.askAgain}</a></p>
    </div>`,
  };
}
