import type { Language } from '@ateneu/kernel';
import { findLegalForm, findNeighbourhood, findSector } from '@ateneu/reference-data';
import { kitErrors } from '@ateneu/service-kit';

import { html, type Html, nothing } from '../html.ts';
import type { View } from '../shell/view.ts';
import type { Answer } from '../upstream/answer.ts';

/**
 * A part of a page that another service gives, or one sentence where it cannot be had.
 *
 * @throws RequestError where nobody is signed in any longer: the page is then not shown at all
 */
export function partOf<T>(view: Pick<View, 't'>, name: string, answer: Answer<T>, render: (data: T) => Html): Html {
  if (answer.kind === 'ok') return render(answer.data);
  if (answer.kind === 'refused' && answer.problem.status === 401) throw kitErrors.authenticationRequired();
  return notice('warning', answer.kind === 'down' ? view.t.shell.partDown(name) : answer.problem.detail);
}

/** The sentence for what a form offers to choose from, where one of these does not answer; nothing where all do. */
export function missingPart(view: Pick<View, 't'>, name: string, ...answers: readonly Answer<unknown>[]): Html {
  return answers.some(({ kind }) => kind === 'down') ? notice('warning', view.t.shell.partDown(name)) : nothing;
}

/** A sentence that stands out. */
export function notice(tone: 'info' | 'success' | 'warning' | 'danger', text: Html | string): Html {
  return html`<div class="notice notice-${tone}"><p>${text}</p></div>`;
}

/** A word about the state of something. */
export function badge(tone: 'neutral' | 'good' | 'attention' | 'bad', text: string): Html {
  return html`<span class="badge badge-${tone}">${text}</span>`;
}

/** Names and values; those without a value are left out. */
export function facts(rows: readonly (readonly [string, Html | string | undefined | null | false])[]): Html {
  const present = rows.filter(([, value]) => value !== undefined && value !== null && value !== false && value !== '');
  if (present.length === 0) return nothing;
  return html`<dl class="facts">
    ${present.map(
      ([name, value]) =>
        html`<div>
          <dt>${name}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;
}

/** The way to this page. */
export function breadcrumb(view: Pick<View, 't'>, steps: readonly { href: string; text: string }[]): Html {
  return html`<nav class="breadcrumb" aria-label="${view.t.shell.breadcrumb}">
    <ol>
      ${steps.map(({ href, text }) => html`<li><a href="${href}">${text}</a></li>`)}
    </ol>
  </nav>`;
}

/** To the next page of a list, and back to its beginning. */
export function pager(
  view: Pick<View, 't'>,
  { next, first }: { next: string | undefined; first: string | undefined },
): Html {
  if (next === undefined && first === undefined) return nothing;
  const { shell } = view.t;
  return html`<nav class="pager" aria-label="${shell.pages}">
    ${first && html`<a class="button button-quiet" href="${first}">${shell.firstPage}</a>`}
    ${next && html`<a class="button" rel="next" href="${next}">${shell.more}</a>`}
  </nav>`;
}

/** The name of a sector, a legal form or a neighbourhood; its code where nobody knows it. */
export function nameOf(kind: 'sector' | 'legalForm' | 'neighbourhood', code: string, language: Language): string {
  switch (kind) {
    case 'sector':
      return findSector(code)?.label[language] ?? code;
    case 'legalForm':
      return findLegalForm(code)?.label[language] ?? code;
    case 'neighbourhood':
      return findNeighbourhood(code)?.name ?? code;
  }
}

/** A field that no person sees: programs fill it in, and the service then knows. */
export function trap(): Html {
  return html`<div class="trap" aria-hidden="true">
    <label for="homepage">Homepage</label><input id="homepage" name="homepage" tabindex="-1" autocomplete="off" />
  </div>`;
}
