import type { LocalizedText } from '@ateneu/kernel';

import { html, type Html } from '../../html.ts';
import type { View } from '../../shell/view.ts';
import { nameOf } from '../../ui/parts.ts';

/** As much of an initiative as a list shows. */
export interface ListedInitiative {
  readonly slug: string;
  readonly name: LocalizedText;
  readonly summary: LocalizedText | null;
  readonly legalForm: string;
  readonly sectors: readonly string[];
  readonly neighbourhood: string | null;
}

/** An initiative in a list. */
export function initiativeCard(view: View, initiative: ListedInitiative): Html {
  const { slug, name, summary, legalForm, sectors, neighbourhood } = initiative;
  const words = [
    nameOf('legalForm', legalForm, view.language),
    ...sectors.map((code) => nameOf('sector', code, view.language)),
    ...(neighbourhood === null ? [] : [nameOf('neighbourhood', neighbourhood, view.language)]),
  ];
  return html`<li class="card">
    <h3><a href="${view.href('initiative', { slug })}">${view.say(name)}</a></h3>
    <p>${view.say(summary)}</p>
    <ul class="words">
      ${words.map((word) => html`<li>${word}</li>`)}
    </ul>
  </li>`;
}
