import type { App } from '@ateneu/service-kit';

import { html } from '../../html.ts';
import { type Desk, type DeskAnswer, deskPage, type DeskView, safeReturn } from '../../shell/desk-page.ts';
import { endSession, renewSession, setSessionValue } from '../../sessions/session.ts';
import { fieldsOf } from '../../ui/fields.ts';
import { emptyForm, type FormState, formWriter } from '../../ui/form.ts';
import { settle } from '../../upstream/answer.ts';

const keyShape = /^[\w.~+/=-]{8,400}$/;

/** In by the API key, which is tried at once, and out again. */
export function deskSignInPages(app: App, desk: Desk): void {
  deskPage(app, desk, '/sign-in', {
    open: true,
    get: (view, request) => signInPage(view, (request.query as { to?: unknown }).to, emptyForm),
    limit: { max: 10, timeWindow: '1 minute' },
    post: async (view, request) => {
      const fields = fieldsOf(request.body);
      const apiKey = fields.required('apiKey');
      const to = fields.text('to');
      const refused = (problem: string, status: number): DeskAnswer =>
        // What was typed is a secret: it is not written back into the page.
        signInPage(view, to, { values: {}, errors: { apiKey: problem } }, status);
      if (!keyShape.test(apiKey)) return refused(view.t.partnerDesk.wrongKey, 422);
      const { accompaniment } = desk.context.clients({ request, language: view.language, bearer: apiKey });
      const answer = await settle(accompaniment.GET('/v1/partner/referrals', { params: { query: { limit: 1 } } }));
      if (answer.kind === 'down') return refused(view.t.shell.serviceDown, 503);
      if (answer.kind === 'refused') return refused(view.t.partnerDesk.wrongKey, 422);
      renewSession(request);
      setSessionValue(request, 'partner', { apiKey });
      return { redirect: safeReturn(to, 'desk', view.language) };
    },
  });
  deskPage(app, desk, '/sign-out', {
    open: true,
    post: (view, request) => {
      endSession(request);
      return { redirect: `/${view.language}` };
    },
  });
}

function signInPage(view: DeskView, to: unknown, state: FormState, status = 200): DeskAnswer {
  const t = view.t.partnerDesk;
  const form = formWriter(view, state);
  return {
    status,
    title: `${status === 200 ? '' : view.t.shell.errorPrefix}${t.signInTitle}`,
    body: html`<div class="narrow">
      <h1>${t.signInTitle}</h1>
      <p class="lead">${t.signInText}</p>
      ${form.summary()}
      ${view.form(
        view.at('/sign-in'),
        typeof to === 'string' && form.hidden('to', to),
        form.text('apiKey', t.apiKey, {
          type: 'password',
          required: true,
          autocomplete: 'current-password',
          hint: t.apiKeyHint,
        }),
        html`<p class="actions"><button class="button" type="submit">${t.enter}</button></p>`,
      )}
    </div>`,
  };
}
