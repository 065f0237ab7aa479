import { districts, legalForms, neighbourhoods, sectors } from '@ateneu/reference-data';

import { html, type Html, when } from '../../html.ts';
import type { Query } from '../../shell/paths.ts';
import type { View } from '../../shell/view.ts';
import type { Answer } from '../../upstream/answer.ts';

/** What the list is narrowed to; it is all in the address. */
export interface DirectoryFilters {
  readonly q: string | undefined;
  readonly sector: readonly string[];
  readonly legalForm: readonly string[];
  readonly neighbourhood: readonly string[];
  readonly district: readonly string[];
  readonly cooperative: 'yes' | 'no' | undefined;
  readonly sort: 'relevance' | 'name' | 'newest' | undefined;
}

interface Counted {
  readonly code: string;
  readonly count: number;
}

/** How many initiatives each choice would leave. */
export interface Facets {
  readonly total: number;
  readonly sectors: readonly Counted[];
  readonly legalForms: readonly Counted[];
  readonly districts: readonly Counted[];
  readonly neighbourhoods: readonly Counted[];
}

/** Reads the filters of an address; what no filter knows is left out. */
export function readFilters(query: unknown): DirectoryFilters {
  const given = (query ?? {}) as Record<string, string | string[] | undefined>;
  const list = (name: string, known: readonly { code: string }[]): string[] =>
    [given[name] ?? []].flat().filter((code) => known.some((one) => one.code === code));
  const one = <T extends string>(name: string, known: readonly T[]): T | undefined =>
    known.find((value) => value === [given[name]].flat()[0]);
  const q = [given['q']].flat()[0]?.trim().slice(0, 100);
  return {
    q: q === '' ? undefined : q,
    sector: list('sector', sectors),
    legalForm: list('legalForm', legalForms),
    neighbourhood: list('neighbourhood', neighbourhoods),
    district: list('district', districts),
    cooperative: one('cooperative', ['yes', 'no']),
    sort: one('sort', ['relevance', 'name', 'newest']),
  };
}

/** The filters as the query of an address. */
export function filterQuery(filters: DirectoryFilters): Query {
  return { ...filters };
}

/** The form with every filter, and the counts where the directory tells them. */
export function filterForm(view: View, filters: DirectoryFilters, facets: Answer<Facets>): Html {
  const t = view.t.directory;
  const counts = facets.kind === 'ok' ? facets.data : undefined;
  const label = ({ code, label }: { code: string; label: Record<View['language'], string> }) => ({
    code,
    text: label[view.language],
  });
  const place = ({ code, name }: { code: string; name: string }) => ({ code, text: name });
  const chosen = [filters.sector, filters.neighbourhood, filters.legalForm, filters.district].flat().length;
  const narrowed = chosen + [filters.cooperative, filters.sort].filter((one) => one !== undefined).length;
  // Folded on a telephone, so that what is found is in sight; always open where there is room beside it.
  return html`<form class="filters" action="${view.href('directory')}">
    <div class="field">
      <label for="q">${t.text}</label>
      <div class="search-row">
        <input id="q" name="q" type="search" value="${filters.q}" />
        <button class="button" type="submit">${t.apply}</button>
      </div>
    </div>
    <details class="more-filters" ${when(narrowed > 0, 'open')}>
      <summary>
        <h2>${t.filters}</h2>
        ${narrowed > 0 && html` <span class="count">${narrowed}</span>`}
      </summary>
      ${facet(t.sector, 'sector', sectors.map(label), filters.sector, counts?.sectors)}
      ${facet(t.neighbourhood, 'neighbourhood', neighbourhoods.map(place), filters.neighbourhood, counts?.neighbourhoods)}
      ${facet(t.legalForm, 'legalForm', legalForms.map(label), filters.legalForm, counts?.legalForms)}
      ${facet(t.district, 'district', districts.map(place), filters.district, counts?.districts)}
      ${select('cooperative', t.cooperative, filters.cooperative, [
        ['', t.anyForm],
        ['yes', t.onlyCooperatives],
        ['no', t.onlyOthers],
      ])}
      ${select('sort', t.sort, filters.sort, [
        ['', t.sortRelevance],
        ['name', t.sortName],
        ['newest', t.sortNewest],
      ])}
      <p class="actions">
        <button class="button" type="submit">${t.apply}</button>
        ${(narrowed > 0 || filters.q !== undefined) && html`<a href="${view.href('directory')}">${t.clear}</a>`}
      </p>
    </details>
  </form>`;
}

function facet(
  title: string,
  name: string,
  choices: readonly { code: string; text: string }[],
  chosen: readonly string[],
  counts: readonly Counted[] | undefined,
): Html | undefined {
  const countOf = (code: string): number | undefined =>
    counts === undefined ? undefined : (counts.find((one) => one.code === code)?.count ?? 0);
  // A choice that would leave nothing is shown only where it is made already.
  const useful = choices.filter(({ code }) => chosen.includes(code) || countOf(code) !== 0);
  if (useful.length === 0) return undefined;
  return html`<details class="facet" ${when(chosen.length > 0, 'open')}>
    <summary>${title}${chosen.length > 0 && html` <span class="count">${chosen.length}</span>`}</summary>
    <fieldset>
      <legend class="visually-hidden">${title}</legend>
      ${useful.map(({ code, text }) => {
        const count = countOf(code);
        return html`<label class="choice"
          ><input type="checkbox" name="${name}" value="${code}" ${when(chosen.includes(code), 'checked')} />
          <span>${text}${count !== undefined && html` <small>(${count})</small>`}</span></label
        >`;
      })}
    </fieldset>
  </details>`;
}

function select(
  name: string,
  label: string,
  chosen: string | undefined,
  choices: readonly (readonly [string, string])[],
): Html {
  return html`<div class="field">
    <label for="${name}">${label}</label>
    <select id="${name}" name="${name}">
      ${choices.map(
        ([value, text]) =>
          html`<option value="${value}" ${when((chosen ?? '') === value, 'selected')}>${text}</option>`,
      )}
    </select>
  </div>`;
}
