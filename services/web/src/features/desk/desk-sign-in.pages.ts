import type { App } from '@ateneu/service-kit';
import type { FastifyRequest } from 'fastify';

import { html } from '../../html.ts';
import { type Desk, type DeskAnswer, deskPage, type DeskView, safeReturn } from '../../shell/desk-page.ts';
import { endSession, renewSession, sessionValue, setSessionValue } from '../../sessions/session.ts';
import { fieldsOf } from '../../ui/fields.ts';
import { emptyForm, type FormState, formWriter, refusedForm } from '../../ui/form.ts';
import { queryOf } from '../../ui/lists.ts';
import { notice } from '../../ui/parts.ts';
import { settle } from '../../upstream/answer.ts';

const keyShape = /^[\w.~+/=-]{8,400}$/;
const limit = { max: 10, timeWindow: '1 minute' };

/** The door of the desk: by a link that is sent by e-mail, or by the API key, which is tried at once; and out again. */
export function deskSignInPages(app: App, desk: Desk): void {
  deskPage(app, desk, '/sign-in', {
    open: true,
    get: (view, request) => signInPage(view, { to: queryOf(request, 'to'), above: ended(view, request) }),
    limit,
    post: async (view, request) => {
      const fields = fieldsOf(request.body);
      const apiKey = fields.required('apiKey');
      const to = fields.text('to');
      const refused = (problem: string, status: number): DeskAnswer =>
        // What was typed is a secret: it is not written back into the page.
        signInPage(view, { to, key: { values: {}, errors: { apiKey: problem } }, status });
      if (!keyShape.test(apiKey)) return refused(view.t.partnerDesk.wrongKey, 422);
      const { accompaniment } = desk.context.clients({ request, language: view.language, bearer: apiKey });
      const answer = await settle(accompaniment.GET('/v1/partner/session'));
      if (answer.kind === 'down') return refused(view.t.shell.serviceDown, 503);
      if (answer.kind === 'refused') return refused(view.t.partnerDesk.wrongKey, 422);
      renewSession(request);
      setSessionValue(request, 'partner', { apiKey, name: answer.data.partner.name });
      return { redirect: safeReturn(to, 'desk', view.language) };
    },
  });
  deskPage(app, desk, '/sign-in/email', {
    open: true,
    limit,
    post: async (view, request) => {
      const fields = fieldsOf(request.body);
      const { accompaniment } = view.api;
      const answer = await settle(
        accompaniment.POST('/v1/partner-sign-ins', { body: { email: fields.required('email') } }),
      );
      // Nothing on the next page depends on whether anybody has this address.
      if (answer.kind === 'ok') return { redirect: view.at('/sign-in/sent') };
      const { values } = fields;
      const [email, status] =
        answer.kind === 'down'
          ? [{ values, errors: {}, problem: view.t.shell.serviceDown }, 503]
          : [refusedForm(values, answer.problem), answer.problem.status];
      return signInPage(view, { to: undefined, email, status });
    },
  });
  deskPage(app, desk, '/sign-out', {
    open: true,
    post: async (view, request) => {
      // A key is refused here and stays; the token of a link ends at once.
      if (view.partner?.expiresAt !== undefined) await settle(view.api.accompaniment.DELETE('/v1/partner/session'));
      endSession(request);
      return { redirect: `/${view.language}` };
    },
  });
}

/** Why somebody who was in stands before the door again. */
function ended(view: DeskView, request: FastifyRequest) {
  const over = queryOf(request, 'ended') !== undefined || (!view.signedIn && sessionValue(request, 'partner'));
  return over ? notice('warning', view.t.partnerSignIn.ended) : undefined;
}

interface Door {
  readonly to: string | undefined;
  readonly above?: ReturnType<typeof ended>;
  readonly email?: FormState;
  readonly key?: FormState;
  readonly status?: number;
}

function signInPage(view: DeskView, door: Door): DeskAnswer {
  const { partnerDesk: t, partnerSignIn: words } = view.t;
  const { to, above, email: emailState = emptyForm, key: keyState = emptyForm, status = 200 } = door;
  const [email, key] = [formWriter(view, emailState), formWriter(view, keyState)];
  return {
    status,
    title: `${status === 200 ? '' : view.t.shell.errorPrefix}${t.signInTitle}`,
    body: html`<div class="narrow">
      <h1>${t.signInTitle}</h1>
      ${above}
      <p class="lead">${t.signInText}</p>
      ${email.summary()} ${key.summary()}
      <h2>${words.byEmail}</h2>
      <p>${words.byEmailText}</p>
      ${view.form(
        view.at('/sign-in/email'),
        email.text('email', words.email, { type: 'email', required: true, autocomplete: 'email' }),
        html`<p class="actions"><button class="button" type="submit">${words.sendLink}</button></p>`,
      )}
      <h2>${words.byKey}</h2>
      ${view.form(
        view.at('/sign-in'),
        typeof to === 'string' && key.hidden('to', to),
        key.text('apiKey', t.apiKey, {
          type: 'password',
          required: true,
          autocomplete: 'current-password',
          hint: t.apiKeyHint,
        }),
        html`<p class="actions"><button class="button button-quiet" type="submit">${t.enter}</button></p>`,
      )}
    </div>`,
  };
}
