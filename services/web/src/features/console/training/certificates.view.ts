import { html, type Html } from '../../../html.ts';
import type { DeskView } from '../../../shell/desk-page.ts';
import { time } from '../../../ui/dates.ts';
import { table } from '../../../ui/lists.ts';
import { badge } from '../../../ui/parts.ts';
import type { paths } from '../../../upstream/generated/training.ts';

type Certificate =
  paths['/v1/staff/certificates']['get']['responses'][200]['content']['application/json']['items'][number];

/** Certificates, each with its document and a way to take it back; `back` is the page that shows them. */
export function certificateTable(view: DeskView, items: readonly Certificate[], back: string): Html {
  const { consoleCourses: t, desk: words } = view.t;
  return table(view, t.certificates, {
    headings: [words.person, words.status, words.name, t.hours, t.issuedAt, t.certificateCode, words.actions],
    rows: items.map((item) => [
      item.name,
      item.revokedAt === null
        ? badge('good', t.valid)
        : html`${badge('bad', t.revoked)} <span class="small">${view.say(item.revocationReason)}</span>`,
      view.say(item.title),
      t.minutes(item.minutes),
      time(view.language, 'day', item.issuedAt),
      html`<a href="${view.href('certificate', {}, { code: item.code })}"><code>${item.code}</code></a>`,
      html`<a href="${view.at(`/certificates/${item.id}/document`)}" aria-label="${t.downloadOf(item.name)}"
          >${t.download}</a
        >
        ${item.revokedAt === null && revocation(view, item, back)}`,
    ]),
  });
}

function revocation(view: DeskView, { id, version }: Certificate, back: string): Html {
  const t = view.t.consoleCourses;
  const reason = `reason-${id}`;
  return html`<details class="sure">
    <summary class="button button-quiet">${t.revoke}</summary>
    ${view.form(
      view.at(`/certificates/${id}/revoke`),
      html`<input type="hidden" name="version" value="${version}" /><input type="hidden" name="back" value="${back}" />
        <label for="${reason}">${t.revokeReason}</label>
        <input id="${reason}" name="reason.ca" required />`,
      html`<button class="button" type="submit">${t.revoke}</button>`,
    )}
  </details>`;
}
