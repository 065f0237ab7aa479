import { html, type Html } from '../../html.ts';
import type { DeskView } from '../../shell/desk-page.ts';

/** One field of a form: what it is called, what is stored now and what somebody wrote over an older version. */
export interface ConflictingField {
  readonly label: string;
  readonly stored: string;
  readonly written: string;
}

/** Two edits of the same thing side by side: nobody's is lost, and the form below takes the decision. */
export function conflict(view: DeskView, fields: readonly ConflictingField[]): Html {
  const t = view.t.desk;
  const different = fields.filter(({ stored, written }) => stored.trim() !== written.trim());
  return html`<section class="error-summary" role="alert" aria-labelledby="conflict">
    <h2 id="conflict">${t.conflictTitle}</h2>
    <p>${t.conflictText}</p>
    <div class="scroll" role="region" aria-labelledby="conflict" tabindex="0">
      <table>
        <thead>
          <tr>
            <th scope="col">${t.conflictField}</th>
            <th scope="col">${t.conflictStored}</th>
            <th scope="col">${t.conflictYours}</th>
          </tr>
        </thead>
        <tbody>
          ${different.map(
            ({ label, stored, written }) =>
              html`<tr>
                <th scope="row">${label}</th>
                <td>${stored}</td>
                <td><ins>${written}</ins></td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    <p class="small">${t.conflictSame}</p>
  </section>`;
}
