import type { App } from '@ateneu/service-kit';

import { html, type Html } from '../../html.ts';
import { type PublicAnswer, publicPage } from '../../shell/public-page.ts';
import type { SiteContext } from '../../shell/view.ts';
import { consentTextVersion } from '../../texts/statements.texts.ts';

/** What is done with people's data, how accessible the site is, and that it sets no cookies. */
export function statementPages(app: App, site: SiteContext): void {
  publicPage(app, site, 'privacy', {
    get: ({ t: { statements: t } }) =>
      statement(
        t.privacyTitle,
        html`<p class="small">${t.privacyVersion(consentTextVersion)}</p>
          ${part(t.whoTitle, t.who)} ${part(t.whatTitle, t.whatTraining, t.whatIntake, t.whatProposal)}
          ${part(t.shareTitle, t.share)} ${part(t.recordTitle, t.record)} ${part(t.rightsTitle, t.rights)}`,
      ),
  });
  publicPage(app, site, 'accessibility', {
    get: ({ t: { statements: t } }) =>
      statement(
        t.accessibilityTitle,
        part(undefined, t.accessibilityAim, t.accessibilityHow, t.accessibilityLimits, t.accessibilityTell),
      ),
  });
  publicPage(app, site, 'cookies', {
    get: ({ t: { statements: t } }) => statement(t.cookiesTitle, part(undefined, t.cookiesNone, t.cookiesStaff)),
  });
}

function statement(title: string, text: Html): PublicAnswer {
  return {
    title,
    maxAgeSeconds: 300,
    body: html`<article class="narrow prose">
      <h1>${title}</h1>
      ${text}
    </article>`,
  };
}

function part(title: string | undefined, ...paragraphs: readonly string[]): Html {
  return html`${title && html`<h2>${title}</h2>`}${paragraphs.map((text) => html`<p>${text}</p>`)}`;
}
