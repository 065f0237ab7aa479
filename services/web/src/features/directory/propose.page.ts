import { randomUUID } from 'node:crypto';

import { legalForms, neighbourhoods, sectors } from '@ateneu/reference-data';
import type { App } from '@ateneu/service-kit';

import { html } from '../../html.ts';
import { type PublicAnswer, publicPage } from '../../shell/public-page.ts';
import type { SiteContext, View } from '../../shell/view.ts';
import { fieldsOf, given } from '../../ui/fields.ts';
import { emptyForm, type FormState, formWriter, refusedForm } from '../../ui/form.ts';
import { breadcrumb, trap } from '../../ui/parts.ts';
import { settle } from '../../upstream/answer.ts';

/** Anybody proposes an initiative. */
export function proposePage(app: App, site: SiteContext): void {
  publicPage(app, site, 'propose', {
    get: (view) => proposalForm(view, emptyForm),
    post: async (view, request) => {
      const fields = fieldsOf(request.body);
      const localized = (name: string) => {
        const ca = fields.text(`${name}.ca`);
        return ca === undefined ? undefined : { ca, ...given({ es: fields.text(`${name}.es`) }) };
      };
      const answer = await settle(
        view.api.directory.POST('/v1/initiative-proposals', {
          params: { header: { 'Idempotency-Key': fields.text('key') ?? randomUUID() } },
          body: {
            name: { ca: fields.required('name.ca') },
            legalForm: fields.required('legalForm'),
            sectors: fields.list('sectors'),
            proposer: {
              name: fields.required('proposer.name'),
              email: fields.required('proposer.email'),
              language: view.language,
            },
            ...given({
              summary: localized('summary'),
              description: localized('description'),
              neighbourhood: fields.text('neighbourhood'),
              address: fields.text('address'),
              website: fields.text('website'),
              homepage: fields.text('homepage'),
            }),
          },
        }),
      );
      switch (answer.kind) {
        case 'ok':
          return sent(view, answer.data.possibleDuplicates);
        case 'refused':
          return proposalForm(view, refusedForm(fields.values, answer.problem), 422);
        case 'down':
          return proposalForm(view, { values: fields.values, errors: {}, problem: view.t.shell.serviceDown }, 503);
      }
    },
  });
}

function proposalForm(view: View, state: FormState, status = 200): PublicAnswer {
  const { directory: t, shell } = view.t;
  const form = formWriter(view, state);
  const wrong = status === 200 ? '' : shell.errorPrefix;
  const choices = (list: readonly { code: string; label: Record<View['language'], string> }[]) =>
    list.map(({ code, label }) => ({ value: code, text: label[view.language] }));
  return {
    status,
    title: `${wrong}${t.propose}`,
    description: t.proposeLead,
    body: html`${breadcrumb(view, [
        { href: view.href('home'), text: shell.home },
        { href: view.href('directory'), text: shell.directory },
      ])}
      <div class="narrow">
        <h1>${t.propose}</h1>
        <p class="lead">${t.proposeLead}</p>
        ${form.summary()}
        <form method="post" novalidate>
          ${form.hidden('key', typeof state.values['key'] === 'string' ? state.values['key'] : randomUUID())}
          <h2>${t.theInitiative}</h2>
          ${form.text('name.ca', t.name, { required: true })}
          ${form.text('summary.ca', t.summaryCa, { required: true })} ${form.text('summary.es', t.summaryEs)}
          ${form.area('description.ca', t.description)}
          ${form.select('legalForm', t.legalForm, choices(legalForms), { required: true })}
          ${form.checks('sectors', t.sectors, choices(sectors), { required: true, hint: t.sectorsHint })}
          ${form.select(
            'neighbourhood',
            t.neighbourhood,
            neighbourhoods.map(({ code, name }) => ({ value: code, text: name })),
          )}
          ${form.text('address', t.address)}
          ${form.text('website', shell.website, { type: 'url', hint: t.websiteHint })}
          <h2>${t.you}</h2>
          ${form.text('proposer.name', t.yourName, { required: true, autocomplete: 'name' })}
          ${form.text('proposer.email', t.yourEmail, { required: true, type: 'email', autocomplete: 'email', hint: t.yourEmailHint })}
          ${trap()}
          <p class="actions"><button class="button" type="submit">${t.send}</button></p>
        </form>
      </div>`,
  };
}

interface Possible {
  readonly slug: string;
  readonly name: Parameters<View['say']>[0];
}

function sent(view: View, duplicates: readonly Possible[]): PublicAnswer {
  const t = view.t.directory;
  return {
    title: t.sentTitle,
    hidden: true,
    body: html`<div class="narrow">
      <h1>${t.sentTitle}</h1>
      <p class="lead">${t.sentText}</p>
      ${
        duplicates.length > 0 &&
        html`<h2>${t.possibleDuplicates}</h2>
          <ul>
            ${duplicates.map(({ slug, name }) => html`<li><a href="${view.href('initiative', { slug })}">${view.say(name)}</a></li>`)}
          </ul>`
      }
      <p><a class="button" href="${view.href('directory')}">${t.back}</a></p>
    </div>`,
  };
}
