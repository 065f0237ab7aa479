import { attribute, html, type Child, type Html } from '../html.ts';
import type { DeskView } from '../shell/desk-page.ts';
import type { FastifyRequest } from 'fastify';

/** The choices of a list's state, as links: the address says which. */
export function tabs(
  view: DeskView,
  path: string,
  {
    label,
    chosen,
    choices,
  }: { label: string; chosen: string | undefined; choices: readonly (readonly [string | undefined, string])[] },
): Html {
  return html`<nav class="tabs" aria-label="${label}">
    <ul>
      ${choices.map(
        ([value, text]) =>
          html`<li>
            <a
              href="${view.at(path, { status: value })}"
              ${attribute('aria-current', value === chosen ? 'true' : undefined)}
              >${text}</a
            >
          </li>`,
      )}
    </ul>
  </nav>`;
}

/** From so many columns on, a telephone shows each row as a card of its own. */
const manyColumns = 3;

/**
 * A table whose first column names the row. Where the window is narrow it scrolls by itself; the rows of one with many columns
 * stand below each other instead, each value beside what it is called.
 */
export function table(
  view: DeskView,
  caption: string,
  { headings, rows }: { headings: readonly string[]; rows: readonly (readonly Child[])[] },
): Html {
  if (rows.length === 0) return html`<p>${view.t.desk.empty}</p>`;
  return html`<div class="scroll" role="region" aria-label="${caption}" tabindex="0">
    ${headings.length > manyColumns ? stackingTable(caption, headings, rows) : plainTable(caption, headings, rows)}
  </div>`;
}

type Rows = readonly (readonly Child[])[];

function plainTable(caption: string, headings: readonly string[], rows: Rows): Html {
  return html`<table>
    <caption class="visually-hidden">
      ${caption}
    </caption>
    <thead>
      <tr>
        ${headings.map((heading) => html`<th scope="col">${heading}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ([first, ...rest]) =>
          html`<tr>
            <th scope="row">${first}</th>
            ${rest.map((cell) => html`<td>${cell}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

/** Its roles are written out, since they would go with the layout. */
function stackingTable(caption: string, headings: readonly string[], rows: Rows): Html {
  return html`<table class="stacks" role="table">
    <caption class="visually-hidden">
      ${caption}
    </caption>
    <thead role="rowgroup">
      <tr role="row">
        ${headings.map((heading) => html`<th scope="col" role="columnheader">${heading}</th>`)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${rows.map(
        ([first, ...rest]) =>
          html`<tr role="row">
            <th scope="row" role="rowheader">${first}</th>
            ${rest.map((cell, index) => html`<td role="cell" data-label="${headings[index + 1]}">${cell}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

/** A button that does one thing to one version of something; what cannot be undone asks first. */
export function step(
  view: DeskView,
  action: string,
  label: string,
  { version, quiet = false, sure = false }: { version?: number; quiet?: boolean; sure?: boolean } = {},
): Html {
  const hidden = version === undefined ? undefined : html`<input type="hidden" name="version" value="${version}" />`;
  const button = (text: string) =>
    html`<button class="button${quiet && ' button-quiet'}" type="submit">${text}</button>`;
  if (!sure) return view.form(action, hidden, button(label));
  return html`<details class="sure">
    <summary class="button button-quiet">${label}</summary>
    ${view.form(action, hidden, button(view.t.desk.confirmSure))}
  </details>`;
}

/** Something that is done with a form of its own, folded away. */
export function folded(label: string, form: Html, open = false): Html {
  return html`<details class="folded" ${open && ' open'}>
    <summary>${label}</summary>
    ${form}
  </details>`;
}

/** One value of an address's query. */
export function queryOf(request: FastifyRequest, name: string): string | undefined {
  const value = (request.query as Record<string, unknown>)[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** One value of an address's path. */
export function paramOf(request: FastifyRequest, name: string): string {
  return (request.params as Record<string, string>)[name] ?? '';
}

/** What an edit of one version of something is called with. */
export function versioned(
  id: string,
  version: string | undefined,
): { params: { path: { id: string }; header: { 'If-Match': string } } } {
  return { params: { path: { id }, header: { 'If-Match': `"${version ?? ''}"` } } };
}

/** A text without accents and capitals, as people type it. */
export function foldedText(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
