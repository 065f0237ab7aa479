import { contractTypes } from '@ateneu/reference-data';

import { html, type Html } from '../../../html.ts';
import type { DeskView } from '../../../shell/desk-page.ts';
import { formatDate, time } from '../../../ui/dates.ts';
import { table } from '../../../ui/lists.ts';
import { badge, partOf } from '../../../ui/parts.ts';
import type { Answer } from '../../../upstream/answer.ts';
import type { paths } from '../../../upstream/generated/accompaniment.ts';

type Insertions =
  paths['/v1/staff/accompaniments/{id}/job-insertions']['get']['responses'][200]['content']['application/json'];

/** What the funder calls a contract, in the reader's language. */
export function contractName({ language }: DeskView, code: string): string {
  return contractTypes.find((one) => one.code === code)?.label[language] ?? code;
}

/** The jobs that came of an accompaniment, those that were taken back too. */
export function insertionPart(view: DeskView, accompanimentId: string, answer: Answer<Insertions>): Html {
  const { outcomes: t, desk } = view.t;
  return html`<h2 id="insertions">${t.insertions}</h2>
    ${partOf(view, t.insertions.toLowerCase(), answer, ({ items }) =>
      table(view, t.insertions, {
        headings: [desk.person, t.contract, t.startsOn, t.endsOn, desk.status, desk.actions],
        rows: items.map(({ id, person, contractType, startsOn, endsOn, voided }) => [
          `${person.name} ${person.surnames}`,
          contractName(view, contractType),
          formatDate(view.language, 'day', startsOn),
          endsOn && formatDate(view.language, 'day', endsOn),
          badge(voided ? 'neutral' : 'good', voided ? t.insertionVoided : t.insertionCounts),
          html`<a href="${view.at(`/accompaniments/${accompanimentId}/job-insertions/${id}`)}"
            >${voided ? t.insertionHistory : t.insertionCorrect} <span class="visually-hidden">${person.name}</span></a
          >`,
        ]),
      }),
    )}
    <p class="actions">
      <a class="button button-quiet" href="${view.at(`/accompaniments/${accompanimentId}/job-insertions/new`)}"
        >${t.insertionAdd}</a
      >
    </p>`;
}

/** Everything an insertion said, and why it was corrected. */
export function insertionHistory(view: DeskView, { history }: Insertions['items'][number]): Html {
  const t = view.t.outcomes;
  return html`<h2>${t.insertionHistory}</h2>
    <ol class="timeline">
      ${history.map(
        ({ at, actor, why, contents }) =>
          html`<li>
            ${time(view.language, 'short', at)}${actor !== null && ` · ${actor}`}${why !== null && `: ${why}`}<br />
            <span class="small">${saidOf(view, contents)}</span>
          </li>`,
      )}
    </ol>`;
}

function saidOf(view: DeskView, contents: Record<string, unknown>): string {
  const { person, contractType, startsOn, endsOn } = contents as Partial<Insertions['items'][number]>;
  const days = [startsOn, endsOn].flatMap((day) => (day === undefined ? [] : formatDate(view.language, 'day', day)));
  return [
    person && `${person.name} ${person.surnames}`,
    person?.idDocument,
    contractType && contractName(view, contractType),
    days.join(' – '),
  ]
    .filter((part) => part !== undefined && part !== '')
    .join(', ');
}
