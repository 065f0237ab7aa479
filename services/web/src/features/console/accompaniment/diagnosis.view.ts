import { html, type Html } from '../../../html.ts';
import type { DeskView } from '../../../shell/desk-page.ts';
import { emptyForm, formWriter } from '../../../ui/form.ts';
import { folded, table } from '../../../ui/lists.ts';

/** The areas of a diagnosis, in their order. */
export const areas = ['legal', 'economic', 'organisational', 'communication', 'market', 'digital'] as const;

/** The scale of a score. */
export const scale = { min: 1, max: 5 } as const;

interface Diagnosis {
  readonly moment: 'before' | 'after';
  readonly scores: Readonly<Record<string, number>>;
  readonly madeOn: string;
}

/** The newest diagnosis before the work and the newest after it, as a picture and as numbers; and the form for one. */
export function diagnosisPart(
  view: DeskView,
  {
    action,
    version,
    diagnoses,
    open,
  }: { action: string; version: number; diagnoses: readonly Diagnosis[]; open: boolean },
): Html {
  const t = view.t.accompanimentDesk;
  const newest = (moment: Diagnosis['moment']) =>
    diagnoses
      .filter((one) => one.moment === moment)
      .toSorted((left, right) => right.madeOn.localeCompare(left.madeOn))[0];
  const [before, after] = [newest('before'), newest('after')];
  return html`<section aria-labelledby="diagnosis">
    <h2 id="diagnosis">${t.diagnosis}</h2>
    ${
      before === undefined && after === undefined
        ? html`<p>${t.diagnosisNone}</p>`
        : html`${picture(view, before, after)}
          ${table(view, t.diagnosisPicture, {
            headings: [t.area, t.before, t.after],
            rows: areas.map((area) => [t[area], before?.scores[area], after?.scores[area]]),
          })}`
    }
    ${open && folded(t.diagnosisAdd, form(view, action, version))}
  </section>`;
}

function form(view: DeskView, action: string, version: number): Html {
  const { accompanimentDesk: t, desk: words } = view.t;
  const writer = formWriter(view, emptyForm);
  return view.form(
    action,
    writer.hidden('version', String(version)),
    writer.radios(
      'moment',
      t.moment,
      [
        { value: 'before', text: t.before },
        { value: 'after', text: t.after },
      ],
      { required: true, initial: 'before' },
    ),
    html`<p class="hint">${t.scale(scale.min, scale.max)}</p>`,
    areas.map((area) => writer.text(`scores.${area}`, t[area], { inputmode: 'numeric' })),
    writer.text('madeOn', t.day, { type: 'date', required: true }),
    writer.area('note', words.note, { rows: 2 }),
    html`<button class="button" type="submit">${words.save}</button>`,
  );
}

const [width, rowHeight, left] = [640, 44, 150];

/** Two bars an area. The numbers stand in the table below, so that the picture says nothing that is not said. */
function picture(view: DeskView, before: Diagnosis | undefined, after: Diagnosis | undefined): Html {
  const t = view.t.accompanimentDesk;
  const unit = (width - left - 40) / scale.max;
  const bar = (diagnosis: Diagnosis | undefined, area: string, kind: 'before' | 'after', y: number) => {
    const score = diagnosis?.scores[area];
    return (
      score !== undefined &&
      html`<rect class="bar-${kind}" x="${left}" y="${y}" width="${score * unit}" height="14" rx="2"></rect>
        <text class="bar-value" x="${left + score * unit + 6}" y="${y + 12}">${score}</text>`
    );
  };
  return html`<figure class="picture">
    <svg viewBox="0 0 ${width} ${areas.length * rowHeight}" role="img" aria-label="${t.diagnosisPicture}">
      ${areas.map((area, index) => {
        const y = index * rowHeight + 6;
        return html`<text x="0" y="${y + 20}">${t[area]}</text
          >${bar(before, area, 'before', y)}${bar(after, area, 'after', y + 17)}`;
      })}
    </svg>
    <figcaption class="small">
      <span class="key key-before"></span> ${t.before} <span class="key key-after"></span> ${t.after}
    </figcaption>
  </figure>`;
}
