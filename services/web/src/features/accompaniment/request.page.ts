import { randomUUID } from 'node:crypto';

import { neighbourhoods, sectors } from '@ateneu/reference-data';
import type { App } from '@ateneu/service-kit';

import { html } from '../../html.ts';
import { type PublicAnswer, publicPage } from '../../shell/public-page.ts';
import type { SiteContext, View } from '../../shell/view.ts';
import { consentTextVersion } from '../../texts/statements.texts.ts';
import { fieldsOf, given } from '../../ui/fields.ts';
import { emptyForm, type FormState, formWriter, refusedForm } from '../../ui/form.ts';
import { breadcrumb, trap } from '../../ui/parts.ts';
import { settle } from '../../upstream/answer.ts';

const modalities = ['creation', 'consolidation', 'transformation', 'unknown'] as const;

/** Anybody asks for accompaniment, and confirms it by the link of an e-mail. */
export function requestPage(app: App, site: SiteContext): void {
  publicPage(app, site, 'request', {
    get: (view, request) => {
      const { modality } = request.query as { modality?: unknown };
      return requestForm(view, typeof modality === 'string' ? { values: { modality }, errors: {} } : emptyForm);
    },
    post: async (view, request) => {
      const fields = fieldsOf(request.body);
      const email = fields.required('person.email');
      const answer = await settle(
        view.api.accompaniment.POST('/v1/intake-requests', {
          params: { header: { 'Idempotency-Key': fields.text('key') ?? randomUUID() } },
          body: {
            modality: modalities.find((one) => one === fields.text('modality')) ?? 'unknown',
            project: {
              name: fields.required('project.name'),
              description: fields.required('project.description'),
              ...given({
                sector: fields.text('project.sector'),
                neighbourhood: fields.text('project.neighbourhood'),
                groupSize: fields.number('project.groupSize'),
              }),
            },
            person: {
              name: fields.required('person.name'),
              email,
              language: view.language,
              ...given({ phone: fields.text('person.phone') }),
            },
            consent: { textVersion: consentTextVersion, data: fields.flag('consent.data') as true },
            ...given({ homepage: fields.text('homepage') }),
          },
        }),
      );
      switch (answer.kind) {
        case 'ok':
          return sent(view, email);
        case 'refused':
          return requestForm(
            view,
            refusedForm(fields.values, answer.problem, { 'consent.data': view.t.training.consentNeeded }),
            422,
          );
        case 'down':
          return requestForm(view, { values: fields.values, errors: {}, problem: view.t.shell.serviceDown }, 503);
      }
    },
  });
}

function requestForm(view: View, state: FormState, status = 200): PublicAnswer {
  const { accompaniment: t, training, shell } = view.t;
  const form = formWriter(view, state);
  const key = state.values['key'];
  const agreement = html`${training.consentData} (<a href="${view.href('privacy')}">${shell.privacy}</a>)`;
  return {
    status,
    title: `${status === 200 ? '' : shell.errorPrefix}${t.requestTitle}`,
    description: t.lead,
    body: html`${breadcrumb(view, [
        { href: view.href('home'), text: shell.home },
        { href: view.href('accompaniment'), text: shell.accompaniment },
      ])}
      <div class="narrow">
        <h1>${t.requestTitle}</h1>
        <p class="lead">${t.how1}</p>
        ${form.summary()}
        <form method="post" action="${view.href('request')}" novalidate>
          ${form.hidden('key', typeof key === 'string' ? key : randomUUID())}
          ${form.radios(
            'modality',
            t.modality,
            [
              { value: 'creation', text: t.modalityCreation },
              { value: 'consolidation', text: t.modalityConsolidation },
              { value: 'transformation', text: t.modalityTransformation },
              { value: 'unknown', text: t.modalityUnknown },
            ],
            { required: true, initial: 'unknown' },
          )}
          <h2>${t.theProject}</h2>
          ${form.text('project.name', t.projectName, { required: true })}
          ${form.area('project.description', t.projectText, { required: true, hint: t.projectTextHint })}
          ${form.select(
            'project.sector',
            t.sector,
            sectors.map(({ code, label }) => ({ value: code, text: label[view.language] })),
          )}
          ${form.select(
            'project.neighbourhood',
            t.neighbourhood,
            neighbourhoods.map(({ code, name }) => ({ value: code, text: name })),
          )}
          ${form.text('project.groupSize', t.groupSize, { inputmode: 'numeric' })}
          <h2>${t.you}</h2>
          ${form.text('person.name', training.name, { required: true, autocomplete: 'name' })}
          ${form.text('person.email', training.email, { required: true, type: 'email', autocomplete: 'email' })}
          ${form.text('person.phone', training.phone, { type: 'tel', autocomplete: 'tel' })}
          ${form.check('consent.data', agreement, { required: true })} ${trap()}
          <p class="actions"><button class="button" type="submit">${t.send}</button></p>
        </form>
      </div>`,
  };
}

function sent(view: View, email: string): PublicAnswer {
  const t = view.t.accompaniment;
  return {
    title: t.sent,
    hidden: true,
    body: html`<div class="narrow">
      <h1>${t.sent}</h1>
      <p class="lead">${t.sentText(email)}</p>
      <p><a class="button" href="${view.href('home')}">${view.t.shell.errorHome}</a></p>
    </div>`,
  };
}
