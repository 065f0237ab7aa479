import type { App } from '@ateneu/service-kit';
import type { FastifyRequest } from 'fastify';

import { html, type Html } from '../../../html.ts';
import { type Desk, type DeskAnswer, deskPage, type DeskView } from '../../../shell/desk-page.ts';
import { formatDate } from '../../../ui/dates.ts';
import { fieldsOf } from '../../../ui/fields.ts';
import { emptyForm, type FormState, formWriter, refusedForm } from '../../../ui/form.ts';
import { facts, notice } from '../../../ui/parts.ts';
import { settle } from '../../../upstream/answer.ts';
import { gatherPersonData } from '../../../upstream/person-data.ts';
import { serviceName } from './service-names.view.ts';

/** What people ask about their data: one file with all of it, and its erasure, which is looked at first. */
export function privacyPages(app: App, desk: Desk): void {
  deskPage(app, desk, '/privacy', { get: (view) => startPage(view, emptyForm) });
  // The address of a person is in no address of a page: whoever looks sends a form.
  deskPage(app, desk, '/privacy/person', {
    get: (view) => ({ redirect: view.at('/privacy') }),
    post: (view, request) => personPage(view, request),
  });
  deskPage(app, desk, '/privacy/export', {
    post: async (view, request) => {
      const email = fieldsOf(request.body).required('email');
      const { kept, missing } = await gatherPersonData(view.api, email);
      if (missing.length > 0) {
        const text = view.t.privacy.incomplete(missing.map((name) => serviceName(view, name)).join(', '));
        return { redirect: view.at('/privacy'), flash: { tone: 'danger', text } };
      }
      const at = new Date().toISOString();
      const contents = { person: email, madeAt: at, madeBy: view.staff?.name, ...kept };
      const name = `dades-personals-${at.slice(0, 10)}.json`;
      return { file: Buffer.from(JSON.stringify(contents, undefined, 2)), name, type: 'application/json' };
    },
  });
  deskPage(app, desk, '/privacy/erase', {
    post: async (view, request) => {
      const t = view.t.privacy;
      const fields = fieldsOf(request.body);
      if (!fields.flag('sure')) return personPage(view, request, t.sureMissing);
      const answer = await settle(
        view.api.accompaniment.POST('/v1/staff/privacy/erasures', {
          body: { email: fields.required('email'), dryRun: false },
        }),
      );
      if (answer.kind === 'down') return personPage(view, request, view.t.shell.serviceDown);
      if (answer.kind === 'refused') return personPage(view, request, answer.problem.detail);
      const { keptUntil } = answer.data;
      return {
        title: t.erasedTitle,
        section: 'privacy',
        body: html`<div class="narrow">
          <h1>${t.erasedTitle}</h1>
          ${notice('success', t.erased)} ${counts(view, answer.data)}
          ${keptUntil !== null && html`<p>${t.keptUntil(formatDate(view.language, 'day', keptUntil))}</p>`}
          <p><a class="button" href="${view.at('/privacy')}">${t.back}</a></p>
        </div>`,
      };
    },
  });
}

function startPage(view: DeskView, state: FormState, status = 200): DeskAnswer {
  const t = view.t.privacy;
  const form = formWriter(view, state);
  return {
    status,
    title: `${status === 200 ? '' : view.t.shell.errorPrefix}${t.title}`,
    section: 'privacy',
    body: html`<h1>${t.title}</h1>
      <p class="lead">${t.lead}</p>
      <div class="narrow">
        <h2>${t.person}</h2>
        ${form.summary()}
        ${view.form(
          view.at('/privacy/person'),
          form.text('email', t.email, { type: 'email', required: true, autocomplete: 'off', hint: t.emailHint }),
          html`<p class="actions"><button class="button" type="submit">${t.look}</button></p>`,
        )}
        <h2>${t.audit}</h2>
        <p>${t.auditLead} <a href="${view.at('/privacy/audit')}">${t.audit}</a></p>
        <h2>${t.retention}</h2>
        <p>${t.retentionLead} <a href="${view.at('/privacy/retention')}">${t.retention}</a></p>
      </div>`,
  };
}

/** What there is of a person, and what its erasure would do. */
async function personPage(view: DeskView, request: FastifyRequest, problem?: string): Promise<DeskAnswer> {
  const t = view.t.privacy;
  const fields = fieldsOf(request.body);
  const email = fields.required('email');
  const answer = await settle(
    view.api.accompaniment.POST('/v1/staff/privacy/erasures', { body: { email, dryRun: true } }),
  );
  if (answer.kind === 'down')
    return startPage(view, { values: fields.values, errors: {}, problem: view.t.shell.serviceDown }, 503);
  if (answer.kind === 'refused') return startPage(view, refusedForm(fields.values, answer.problem), 422);
  const form = formWriter(view, { values: {}, errors: problem === undefined ? {} : { sure: problem } });
  return {
    status: problem === undefined ? 200 : 422,
    title: `${problem === undefined ? '' : view.t.shell.errorPrefix}${t.foundTitle(email)}`,
    section: 'privacy',
    body: html`<div class="narrow">
      <h1>
        ${t
          .foundTitle(email)
          .split(/(?=@)/)
          .map((part) => html`${part}<wbr />`)}
      </h1>
      ${form.summary()}
      <h2>${t.exportTitle}</h2>
      <p>${t.exportText}</p>
      ${view.form(
        view.at('/privacy/export'),
        form.hidden('email', email),
        html`<p class="actions"><button class="button" type="submit">${t.download}</button></p>`,
      )}
      <h2>${t.eraseTitle}</h2>
      <p>${t.eraseText}</p>
      ${counts(view, answer.data)}
      <ul>
        <li>${t.effectConsent}</li>
        <li>${t.effectOthers}</li>
        <li>${t.effectKept}</li>
        <li><strong>${t.effectFinal}</strong></li>
      </ul>
      ${view.form(
        view.at('/privacy/erase'),
        form.hidden('email', email),
        form.check('sure', t.sure, { required: true }),
        html`<p class="actions"><button class="button" type="submit">${t.erase}</button></p>`,
      )}
      <p><a href="${view.at('/privacy')}">${t.back}</a></p>
    </div>`,
  };
}

function counts(
  { t: { privacy: t } }: DeskView,
  found: { intakes: number; referrals: number; contacts: number; members: number; partnerContacts: number },
): Html {
  return facts([
    [t.intakes, String(found.intakes)],
    [t.referrals, String(found.referrals)],
    [t.contacts, String(found.contacts)],
    [t.members, String(found.members)],
    [t.partnerContacts, String(found.partnerContacts)],
  ]);
}
