import { randomUUID } from 'node:crypto';

import { legalForms, neighbourhoods } from '@ateneu/reference-data';
import type { App } from '@ateneu/service-kit';

import { html } from '../../html.ts';
import { type PublicAnswer, publicPage } from '../../shell/public-page.ts';
import type { SiteContext, View } from '../../shell/view.ts';
import { type Fields, fieldsOf, given } from '../../ui/fields.ts';
import { type FormState, formWriter, refusedForm } from '../../ui/form.ts';
import { breadcrumb, trap } from '../../ui/parts.ts';
import { must, settle } from '../../upstream/answer.ts';
import type { paths } from '../../upstream/generated/directory.ts';

type Initiative = paths['/v1/initiatives/{slug}']['get']['responses'][200]['content']['application/json'];

/** Anybody says what is wrong with an initiative: what they change of what is published, and nothing else. */
export function correctPage(app: App, site: SiteContext): void {
  publicPage(app, site, 'correct', {
    get: async (view, request) => {
      const initiative = await read(view, request);
      return formPage(view, initiative, { values: valuesOf(initiative), errors: {} });
    },
    post: async (view, request) => {
      const initiative = await read(view, request);
      const fields = fieldsOf(request.body);
      const changes = changesIn(fields, initiative);
      if (Object.keys(changes).length === 0) {
        return formPage(
          view,
          initiative,
          { values: fields.values, errors: {}, problem: view.t.directory.correctNothing },
          422,
        );
      }
      const answer = await settle(
        view.api.directory.POST('/v1/initiatives/{slug}/corrections', {
          params: {
            path: { slug: initiative.slug },
            header: { 'Idempotency-Key': fields.text('key') ?? randomUUID() },
          },
          body: {
            changes,
            author: {
              name: fields.required('author.name'),
              email: fields.required('author.email'),
              language: view.language,
            },
            ...given({ comment: fields.text('comment'), homepage: fields.text('homepage') }),
          },
        }),
      );
      switch (answer.kind) {
        case 'ok':
          return sent(view);
        case 'refused': {
          const state = refusedForm(fields.values, answer.problem);
          // The service speaks of the changes, the form of the fields themselves.
          const errors = Object.fromEntries(
            Object.entries(state.errors).map(([name, message]) => [name.replace(/^changes\./, ''), message]),
          );
          return formPage(view, initiative, { ...state, errors }, 422);
        }
        case 'down':
          return formPage(
            view,
            initiative,
            { values: fields.values, errors: {}, problem: view.t.shell.serviceDown },
            503,
          );
      }
    },
  });
}

async function read(view: View, request: { params: unknown }): Promise<Initiative> {
  const { slug = '' } = request.params as { slug?: string };
  return must(await settle(view.api.directory.GET('/v1/initiatives/{slug}', { params: { path: { slug } } })));
}

function valuesOf({
  name,
  summary,
  description,
  legalForm,
  neighbourhood,
  address,
  website,
}: Initiative): Record<string, string> {
  return {
    'name.ca': name.ca,
    'summary.ca': summary.ca,
    'description.ca': description?.ca ?? '',
    legalForm,
    neighbourhood: neighbourhood ?? '',
    address: address ?? '',
    website: website ?? '',
  };
}

function changesIn(fields: Fields, initiative: Initiative) {
  const published = valuesOf(initiative);
  const changed = (name: string): boolean => (fields.text(name) ?? '') !== (published[name] ?? '').trim();
  const words = (field: 'name' | 'summary' | 'description') =>
    changed(`${field}.ca`) && fields.text(`${field}.ca`) !== undefined
      ? { ...initiative[field], ca: fields.required(`${field}.ca`) }
      : undefined;
  // What is emptied is taken away, where it may be absent.
  const value = (name: string): string | null | undefined => (changed(name) ? (fields.text(name) ?? null) : undefined);
  return given({
    name: words('name'),
    summary: words('summary'),
    description: words('description'),
    legalForm: changed('legalForm') ? fields.text('legalForm') : undefined,
    neighbourhood: value('neighbourhood'),
    address: value('address'),
    website: value('website'),
  });
}

function formPage(view: View, initiative: Initiative, state: FormState, status = 200): PublicAnswer {
  const { directory: t, shell } = view.t;
  const form = formWriter(view, state);
  const { slug, name } = initiative;
  const title = t.correctTitle(view.plain(name));
  const key = state.values['key'];
  return {
    status,
    title: `${status === 200 ? '' : shell.errorPrefix}${title}`,
    hidden: true,
    body: html`${breadcrumb(view, [
        { href: view.href('directory'), text: shell.directory },
        { href: view.href('initiative', { slug }), text: view.plain(name) },
      ])}
      <div class="narrow">
        <h1>${title}</h1>
        <p class="lead">${t.correctLead}</p>
        ${form.summary()}
        <form method="post" action="${view.href('correct', { slug })}" novalidate>
          ${form.hidden('key', typeof key === 'string' ? key : randomUUID())} ${form.text('name.ca', t.name)}
          ${form.text('summary.ca', t.summaryCa)} ${form.area('description.ca', t.description)}
          ${form.select(
            'legalForm',
            t.legalForm,
            legalForms.map(({ code, label }) => ({ value: code, text: label[view.language] })),
          )}
          ${form.select(
            'neighbourhood',
            t.neighbourhood,
            neighbourhoods.map(({ code, name: place }) => ({ value: code, text: place })),
          )}
          ${form.text('address', t.address)}
          ${form.text('website', shell.website, { type: 'url', hint: t.websiteHint })}
          ${form.area('comment', t.correctComment, { rows: 2 })}
          <h2>${t.you}</h2>
          ${form.text('author.name', t.yourName, { required: true, autocomplete: 'name' })}
          ${form.text('author.email', t.yourEmail, { required: true, type: 'email', autocomplete: 'email', hint: t.yourEmailHint })}
          ${trap()}
          <p class="actions"><button class="button" type="submit">${t.sendCorrection}</button></p>
        </form>
      </div>`,
  };
}

function sent(view: View): PublicAnswer {
  const t = view.t.directory;
  return {
    title: t.sentTitle,
    hidden: true,
    body: html`<div class="narrow">
      <h1>${t.sentTitle}</h1>
      <p class="lead">${t.sentText}</p>
      <p><a class="button" href="${view.href('directory')}">${t.back}</a></p>
    </div>`,
  };
}
