import { html, type Html } from '../../../html.ts';
import type { DeskView } from '../../../shell/desk-page.ts';
import { time } from '../../../ui/dates.ts';
import { type FormState, formWriter } from '../../../ui/form.ts';
import { folded } from '../../../ui/lists.ts';
import type { paths } from '../../../upstream/generated/notifications.ts';
import type { TextLanguage } from './texts.pages.ts';

type History =
  paths['/v1/staff/templates/{kind}/texts/{language}/history']['get']['responses'][200]['content']['application/json'];

/** One message in one language. */
export interface TextPath {
  readonly kind: string;
  readonly language: TextLanguage;
}

/** Where it is. */
export function addressOf(view: DeskView, { kind, language }: TextPath): string {
  return view.at(`/texts/${kind}/${language}`);
}

/** The form in which its words are written anew. */
export function textForm(
  view: DeskView,
  path: TextPath,
  { version, fields, state }: { version: number; fields: readonly string[]; state: FormState },
): Html {
  const t = view.t.consoleNotices;
  const form = formWriter(view, state);
  return html`${form.summary()}
  ${view.form(
    addressOf(view, path),
    form.hidden('version', String(version)),
    form.text('subject', t.subject, { required: true }),
    form.area('paragraphs', t.paragraphs, { required: true, rows: 10, hint: t.paragraphsHint }),
    form.area('closing', t.closing, { rows: 3 }),
    form.text('comment', t.comment),
    html`<p class="actions">
      <button class="button button-quiet" type="submit" name="intent" value="preview">${t.seePreview}</button>
      <button class="button" type="submit">${view.t.desk.save}</button>
    </p>`,
  )}
  ${folded(
    t.fields,
    html`<p class="hint">${t.fieldsHint}</p>
      <ul class="columns">
        ${fields.map((field) => html`<li><code>${field}</code></li>`)}
      </ul>`,
  )}`;
}

/** Who wrote which words when, and a way back to them. */
export function historyList(
  view: DeskView,
  path: TextPath,
  { items, version, writes }: { items: History['items']; version: number; writes: boolean },
): Html {
  const t = view.t.consoleNotices;
  if (items.length === 0) return html`<p>${view.t.desk.empty}</p>`;
  const takeUp = (to: number, name: string): Html =>
    view.form(
      `${addressOf(view, path)}/revert`,
      html`<input type="hidden" name="version" value="${version}" /><input type="hidden" name="to" value="${to}" />
        <button class="button button-quiet" type="submit">
          ${t.takeUp} <span class="visually-hidden">${name}</span>
        </button>`,
    );
  const [latest] = items;
  return html`<ol class="timeline">
    ${items.map(
      (item) =>
        html`<li>
          ${view.t.console.version(item.version)} · ${time(view.language, 'short', item.createdAt)} ·
          ${item.author}${item.comment !== '' && ` · ${item.comment}`}
          ${
            item.text === null
              ? html`<p>${t.builtIn}</p>`
              : html`<details>
                  <summary>${item.text.subject}</summary>
                  <pre tabindex="0">${item.text.paragraphs.join('\n\n')}</pre>
                </details>`
          }
          ${writes && item !== latest && item.text !== null && takeUp(item.version, view.t.console.version(item.version))}
        </li>`,
    )}
    ${writes && latest?.text !== null && html`<li>${t.builtIn} ${takeUp(0, t.builtIn)}</li>`}
  </ol>`;
}
