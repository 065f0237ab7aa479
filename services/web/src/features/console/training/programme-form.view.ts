import { funderCalls } from '@ateneu/reference-data';

import { html, type Html } from '../../../html.ts';
import type { DeskView } from '../../../shell/desk-page.ts';
import type { Choice, FormState, FormWriter } from '../../../ui/form.ts';
import { folded } from '../../../ui/lists.ts';
import { rowCount } from '../../../ui/rows.ts';
import { actionKinds, questionTypes } from './programme.model.ts';

const [materials, questions] = ['programme.materials', 'programme.questions'] as const;

/** What an action is called. */
export function actionKindName({ t: { consoleCourses: t } }: Pick<DeskView, 't'>, kind: (typeof actionKinds)[number]) {
  return { workshop: t.workshop, course: t.course, talk: t.talk, dissemination: t.dissemination }[kind];
}

/** Every actuació of every call, the latest call first, as one choice. */
export function actuacioChoices(): Choice[] {
  return funderCalls
    .toReversed()
    .flatMap(({ code: call, serveis }) =>
      serveis.flatMap(({ actuacions }) =>
        actuacions.map(({ code, name }) => ({ value: `${call} ${code}`, text: `${call} · ${code} ${name}` })),
      ),
    );
}

/** The fields by which a course, or a session by itself, says what it is. */
export function programmeFields(view: DeskView, form: FormWriter, state: FormState): Html {
  const t = view.t.consoleCourses;
  return html`${form.select(
      'programme.kind',
      t.kind,
      actionKinds.map((value) => ({ value, text: actionKindName(view, value) })),
    )}
    ${form.select('programme.justification', t.actuacio, actuacioChoices(), { hint: t.actuacioHint })}
    ${form.text('programme.certificate.minimumPercent', t.minimumPercent, { inputmode: 'numeric', hint: t.minimumHint })}
    ${form.text('programme.topics', t.topics, { hint: t.topicsHint })}
    <div class="pair">
      ${form.text('programme.audience.ca', t.audienceCa)} ${form.text('programme.audience.es', t.audienceEs)}
    </div>
    ${form.text('programme.responsible.name', t.responsible)}
    ${form.text('programme.justification.organiser', t.organiser)}
    ${form.text('programme.justification.municipality', t.municipality)}
    ${form.text('programme.joinUrl', t.joinUrl, { type: 'url', hint: t.onlyWithPlace })}
    <div class="pair">
      ${form.area('programme.instructions.ca', t.instructionsCa, { rows: 3, hint: t.onlyWithPlace })}
      ${form.area('programme.instructions.es', t.instructionsEs, { rows: 3 })}
    </div>
    ${folded(
      t.materials,
      html`<p class="hint">${t.onlyWithPlace} ${t.rowHint}</p>
        ${rows(
          state,
          materials,
          1,
          (at, n) =>
            html`<fieldset class="field row">
              <legend>${t.material(n)}</legend>
              <div class="pair">
                ${form.text(`${at}.title.ca`, t.materialCa)} ${form.text(`${at}.title.es`, t.materialEs)}
              </div>
              ${form.text(`${at}.url`, t.address, { type: 'url' })}
            </fieldset>`,
        )}`,
      rowCount(state.values, materials) > 0,
    )}
    ${folded(
      t.questions,
      html`<p class="hint">${t.rowHint}</p>
        ${rows(state, questions, 2, (at, n) => questionRow(view, form, state, at, n))}`,
      rowCount(state.values, questions) > 0,
    )}`;
}

function questionRow(view: DeskView, form: FormWriter, state: FormState, at: string, n: number): Html {
  const t = view.t.consoleCourses;
  const names = [t.typeText, t.typeChoice, t.typeSeveral, t.typeYesNo, t.typeNumber, t.typeDate];
  const id = state.values[`${at}.id`];
  return html`<fieldset class="field row">
    <legend>${t.question(n)}</legend>
    ${typeof id === 'string' && form.hidden(`${at}.id`, id)}
    <div class="pair">${form.text(`${at}.label.ca`, t.questionCa)} ${form.text(`${at}.label.es`, t.questionEs)}</div>
    ${form.select(
      `${at}.type`,
      t.answerType,
      questionTypes.map((value, index) => ({ value, text: names[index] ?? value })),
      { initial: 'text' },
    )}
    ${form.area(`${at}.options`, t.options, { rows: 3, hint: t.optionsHint })}
    ${form.check(`${at}.required`, t.mustAnswer)}
  </fieldset>`;
}

/** The rows of a list that there are, and some empty ones. */
export function rows(
  state: FormState,
  list: string,
  spare: number,
  row: (at: string, n: number) => Html,
): readonly Html[] {
  const count = rowCount(state.values, list) + spare;
  return Array.from({ length: count }, (_, index) => row(`${list}.${index}`, index + 1));
}

/** What two people may have written of a programme, by field. */
export function programmeLabels(view: DeskView, values: FormState['values']): Record<string, string> {
  const t = view.t.consoleCourses;
  const fields: Record<string, string> = {
    'programme.kind': t.kind,
    'programme.justification': t.actuacio,
    'programme.certificate.minimumPercent': t.minimumPercent,
    'programme.topics': t.topics,
    'programme.audience.ca': t.audienceCa,
    'programme.audience.es': t.audienceEs,
    'programme.responsible.name': t.responsible,
    'programme.justification.organiser': t.organiser,
    'programme.justification.municipality': t.municipality,
    'programme.joinUrl': t.joinUrl,
    'programme.instructions.ca': t.instructionsCa,
    'programme.instructions.es': t.instructionsEs,
  };
  for (let index = 0; index <= rowCount(values, 'programme.questions'); index += 1) {
    fields[`programme.questions.${index}.label.ca`] = t.question(index + 1);
    fields[`programme.questions.${index}.options`] = `${t.question(index + 1)}: ${t.options}`;
  }
  for (let index = 0; index <= rowCount(values, 'programme.materials'); index += 1)
    fields[`programme.materials.${index}.url`] = t.material(index + 1);
  return fields;
}
