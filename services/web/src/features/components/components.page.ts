import type { App } from '@ateneu/service-kit';

import { html, type Html } from '../../html.ts';
import { publicPage } from '../../shell/public-page.ts';
import type { SiteContext, View } from '../../shell/view.ts';
import { formWriter } from '../../ui/form.ts';
import { badge, facts, notice } from '../../ui/parts.ts';

const colours = ['ink', 'ink-soft', 'accent', 'good', 'attention', 'bad', 'info', 'line-strong'] as const;
const sizes = ['s', 'm', 'l', 'xl', 'xxl'] as const;
const spaces = ['1', '2', '3', '4', '6', '8', '12'] as const;

/** Every component on one page, made by the code that makes the pages. */
export function componentsPage(app: App, site: SiteContext): void {
  publicPage(app, site, 'components', {
    get: (view) => {
      const t = view.t.components;
      return {
        title: t.title,
        hidden: true,
        body: html`<h1>${t.title}</h1>
          <p class="lead">${t.lead}</p>
          <h2>${t.colour}</h2>
          <p>${t.colourText}</p>
          <ul class="swatches">
            ${colours.map((name) => html`<li class="swatch swatch-${name}"><span aria-hidden="true"></span><code>--${name}</code></li>`)}
          </ul>
          <h2>${t.type}</h2>
          ${sizes.map((size) => html`<p class="sample-${size}"><code>--text-${size}</code> ${view.t.home.title}</p>`)}
          <h2>${t.space}</h2>
          <ul class="swatches">
            ${spaces.map((size) => html`<li class="space space-${size}"><span aria-hidden="true"></span><code>--space-${size}</code></li>`)}
          </ul>
          <h2>${t.buttons}</h2>
          <div class="actions">
            <button class="button" type="button">${t.button}</button>
            <button class="button button-quiet" type="button">${t.quiet}</button>
            <a href="${view.href('components')}">${t.title}</a>
          </div>
          <h2>${t.badges}</h2>
          <p>${(['neutral', 'good', 'attention', 'bad'] as const).map((tone) => html`${badge(tone, tone)} `)}</p>
          <h2>${t.notices}</h2>
          ${(['info', 'success', 'warning', 'danger'] as const).map((tone) => notice(tone, view.t.shell.partDown(tone)))}
          <h2>${t.cards}</h2>
          <ul class="cards">
            <li class="card">
              <h3>${t.cards}</h3>
              <p>${t.lead}</p>
            </li>
          </ul>
          ${facts([
            [t.colour, '--ink'],
            [t.type, '--text-m'],
          ])}
          <h2>${t.forms}</h2>
          ${forms(view)}
          <h2>${t.tables}</h2>
          <div class="scroll" role="region" aria-label="${t.tables}" tabindex="0">
            <table>
              <thead>
                <tr>
                  <th scope="col">${t.colour}</th>
                  <th scope="col">${t.type}</th>
                </tr>
              </thead>
              <tbody>
                <tr>
                  <th scope="row">--accent</th>
                  <td>--text-l</td>
                </tr>
              </tbody>
            </table>
          </div>`,
      };
    },
  });
}

function forms(view: View): Html {
  const t = view.t.components;
  const form = formWriter(view, { values: {}, errors: { wrong: t.wrong } });
  const choices = [
    { value: 'a', text: `${t.option} A` },
    { value: 'b', text: `${t.option} B` },
  ];
  return html`<form action="${view.href('components')}">
    ${form.text('plain', t.field, { hint: t.hint, required: true })} ${form.text('wrong', t.field)}
    ${form.area('long', t.field, { rows: 2 })} ${form.select('select', t.field, choices)}
    ${form.radios('radios', t.field, choices)} ${form.checks('checks', t.field, choices)}
    ${form.check('check', t.option)}
  </form>`;
}
