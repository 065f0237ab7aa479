import { languages } from '@ateneu/kernel';
import type { App } from '@ateneu/service-kit';

import { html } from '../../html.ts';
import { type Desk, deskPage, safeReturn } from '../../shell/desk-page.ts';
import { withQuery } from '../../shell/paths.ts';
import { endSession, renewSession, sessionValue, setSessionValue } from '../../sessions/session.ts';
import { notice } from '../../ui/parts.ts';
import { queryOf } from '../../ui/lists.ts';

/** In by the issuer, and out again. */
export function signInPages(app: App, desk: Desk): void {
  const { issuer } = desk.context;
  deskPage(app, desk, '/sign-in', {
    open: true,
    get: (view, request) => {
      const t = view.t.desk;
      const to = queryOf(request, 'to');
      return {
        title: t.signInTitle,
        body: html`<div class="narrow">
          <h1>${t.signInTitle}</h1>
          ${queryOf(request, 'failed') !== undefined && notice('danger', t.signInFailed)}
          <p class="lead">${t.signInText}</p>
          <p><a class="button" href="${view.at('/sign-in/start', { to })}" rel="nofollow">${t.signInButton}</a></p>
        </div>`,
      };
    },
  });
  deskPage(app, desk, '/sign-in/start', {
    open: true,
    get: async (view, request) => {
      try {
        const { url, attempt } = await issuer.begin(safeReturn(queryOf(request, 'to'), 'console', view.language));
        setSessionValue(request, 'attempt', attempt);
        return { redirect: url };
      } catch (error) {
        request.log.warn({ err: error }, 'A sign-in could not begin.');
        return { redirect: view.at('/sign-in', { failed: 'yes' }) };
      }
    },
  });
  deskPage(app, desk, '/sign-out', {
    open: true,
    post: async (view, request) => {
      endSession(request);
      const url = await issuer.endUrl().catch(() => undefined);
      return { redirect: url ?? `/${view.language}` };
    },
  });
  app.route({
    method: 'GET',
    url: '/callback',
    schema: { hide: true },
    config: { access: { kind: 'session' }, rateLimit: { max: 60, timeWindow: '1 minute' } },
    handler: async (request, reply) => {
      const attempt = sessionValue(request, 'attempt');
      const language = languages.find((one) => attempt?.to.startsWith(`/${one}/`)) ?? 'ca';
      try {
        if (attempt === undefined) throw new Error('Nobody began this sign-in here.');
        const staff = await issuer.finish(request.url, attempt);
        // Whatever the session was, it is another one from here on.
        renewSession(request);
        setSessionValue(request, 'staff', staff);
        return reply.redirect(attempt.to, 303);
      } catch (error) {
        request.log.warn({ err: error }, 'A sign-in failed.');
        setSessionValue(request, 'attempt', undefined);
        return reply.redirect(withQuery(`/${language}/console/sign-in`, { failed: 'yes' }), 303);
      }
    },
  });
}
