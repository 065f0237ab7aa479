import { html, type Html } from '../../../html.ts';
import type { DeskView } from '../../../shell/desk-page.ts';
import { time } from '../../../ui/dates.ts';
import { partOf } from '../../../ui/parts.ts';
import type { Answer } from '../../../upstream/answer.ts';

interface Change {
  readonly field: string;
  readonly from?: unknown;
  readonly to?: unknown;
}

interface Revisions {
  readonly items: readonly {
    readonly version: number;
    readonly actions: readonly string[];
    readonly changes: readonly Change[];
    readonly at: string;
    readonly author: { readonly kind: string; readonly name: string | null };
  }[];
}

interface Duplicates {
  readonly items: readonly {
    readonly id: string;
    readonly name: Parameters<DeskView['say']>[0];
    readonly similarity: number;
    readonly status: string;
  }[];
}

/** A value of a field, whatever it is, in words. */
export function valueText(value: unknown): string {
  if (value === null || value === undefined) return '—';
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return value.map(valueText).join(', ');
  return Object.entries(value)
    .map(([name, part]) => `${name}: ${valueText(part)}`)
    .join(' · ');
}

/** What a field of an initiative is called. */
export function fieldName(view: DeskView, field: string): string {
  const { directory: t, consoleInitiative: i, shell } = view.t;
  const names: Record<string, string> = {
    name: t.name,
    summary: t.summary,
    description: t.description,
    legalForm: t.legalForm,
    sectors: t.sectors,
    neighbourhood: t.neighbourhood,
    address: t.address,
    website: shell.website,
    taxId: 'NIF',
    position: i.position,
    foundedIn: i.foundedIn,
    offers: i.offers,
    needs: i.needs,
    networks: i.networks,
    cooperatesWith: i.cooperatesWith,
    links: i.links,
    contact: i.contact,
    openingHours: i.openingHours,
    criteria: i.criteria,
  };
  return names[field] ?? field;
}

/** Who changed what, when: the newest first. */
export function revisionList(view: DeskView, revisions: Answer<Revisions>): Html {
  const { console: t, desk: words } = view.t;
  return html`<section aria-labelledby="history">
    <h2 id="history">${words.history}</h2>
    ${partOf(
      view,
      words.history.toLowerCase(),
      revisions,
      ({ items }) =>
        html`<ol class="timeline" reversed>
          ${items.map(
            ({ version, changes, at, author }) =>
              html`<li>
                <p>
                  <strong>${t.version(version)}</strong> · ${time(view.language, 'short', at)} ·
                  ${author.name ?? author.kind}
                </p>
                ${
                  changes.length > 0 &&
                  html`<details>
                    <summary>${t.changes} (${changes.length})</summary>
                    ${differences(view, t.version(version), changes)}
                  </details>`
                }
              </li>`,
          )}
        </ol>`,
    )}
  </section>`;
}

function differences(view: DeskView, version: string, changes: readonly Change[]): Html {
  const { console: t, desk: words } = view.t;
  return html`<div class="scroll" role="region" aria-label="${`${t.changes} ${version}`}" tabindex="0">
    <table>
      <thead>
        <tr>
          <th scope="col">${words.conflictField}</th>
          <th scope="col">${t.was}</th>
          <th scope="col">${t.becomes}</th>
        </tr>
      </thead>
      <tbody>
        ${changes.map(
          ({ field, from, to }) =>
            html`<tr>
              <th scope="row">${fieldName(view, field)}</th>
              <td><del>${valueText(from)}</del></td>
              <td><ins>${valueText(to)}</ins></td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** Initiatives that may be the same one; nothing where there are none. */
export function duplicateList(view: DeskView, duplicates: Answer<Duplicates>): Html | undefined {
  const { console: t } = view.t;
  if (duplicates.kind === 'ok' && duplicates.data.items.length === 0) return undefined;
  return html`<section aria-labelledby="duplicates">
    <h2 id="duplicates">${t.duplicates}</h2>
    ${partOf(
      view,
      t.duplicates.toLowerCase(),
      duplicates,
      ({ items }) =>
        html`<ul>
          ${items.map(
            ({ id, name, similarity }) =>
              html`<li>
                <a href="${view.at(`/initiatives/${id}`)}">${view.say(name)}</a>:
                ${t.similarity(Math.round(similarity * 100))}
              </li>`,
          )}
        </ul>`,
    )}
  </section>`;
}
