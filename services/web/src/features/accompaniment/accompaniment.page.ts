import type { App } from '@ateneu/service-kit';

import { html, type Html } from '../../html.ts';
import { publicPage } from '../../shell/public-page.ts';
import type { SiteContext, View } from '../../shell/view.ts';

/** The three doors, in plain words. */
export function accompanimentPage(app: App, site: SiteContext): void {
  publicPage(app, site, 'accompaniment', {
    get: (view) => {
      const t = view.t.accompaniment;
      return {
        title: t.title,
        description: t.lead,
        body: html`<h1>${t.title}</h1>
          <p class="lead">${t.lead}</p>
          <ul class="cards">
            ${door(view, 'creation', [t.creation, t.creationFor, t.creationText])}
            ${door(view, 'consolidation', [t.consolidation, t.consolidationFor, t.consolidationText])}
            ${door(view, 'transformation', [t.transformation, t.transformationFor, t.transformationText])}
          </ul>
          <h2>${t.howTitle}</h2>
          <ol class="steps">
            <li>${t.how1}</li>
            <li>${t.how2}</li>
            <li>${t.how3}</li>
          </ol>
          <p><a class="button" href="${view.href('request')}">${t.ask}</a></p>`,
      };
    },
  });
}

function door(view: View, modality: string, [name, whom, what]: readonly [string, string, string]): Html {
  const href = view.href('request', {}, { modality });
  return html`<li class="card">
    <h2>${name}</h2>
    <p><strong>${whom}</strong></p>
    <p>${what}</p>
    <p><a class="button button-quiet" href="${href}">${view.t.accompaniment.askFor(name.toLowerCase())}</a></p>
  </li>`;
}
