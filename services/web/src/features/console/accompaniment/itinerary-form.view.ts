import { html, type Html } from '../../../html.ts';
import type { DeskView } from '../../../shell/desk-page.ts';
import { freeCode } from '../../../ui/codes.ts';
import { type Fields, given } from '../../../ui/fields.ts';
import { type FormState, formWriter } from '../../../ui/form.ts';
import type { paths } from '../../../upstream/generated/accompaniment.ts';
import type { ConflictingField } from '../conflict.view.ts';

/** An itinerary as the service gives it. */
export type Itinerary =
  paths['/v1/staff/itineraries']['get']['responses'][200]['content']['application/json']['items'][number];
type Phase = Itinerary['phases'][number];
type Said = Phase['name'];

/** How many phases the service takes. */
const mostPhases = 20;

/** What the form holds of an itinerary: its phases by number, each list a text of lines. */
export function itineraryValues({ phases }: Itinerary): Record<string, string> {
  const entries = phases.flatMap((phase, index) => {
    const at = (name: string) => `phases.${index}.${name}`;
    const tasks = phase.tasks ?? [];
    const lines = (of: readonly Said[], language: 'ca' | 'es') => of.map((one) => one[language] ?? '').join('\n');
    const of = { objectives: phase.objectives ?? [], tasks: tasks.map(({ name }) => name) };
    return [
      [at('code'), phase.code],
      [at('name.ca'), phase.name.ca],
      [at('name.es'), phase.name.es ?? ''],
      [at('objectives.ca'), lines(of.objectives, 'ca')],
      [at('objectives.es'), lines(of.objectives, 'es')],
      [at('tasks.ca'), lines(of.tasks, 'ca')],
      [at('tasks.es'), lines(of.tasks, 'es')],
      // What a task is known by stays with its line.
      [at('tasks.codes'), tasks.map(({ code }) => code).join('\n')],
    ] as const;
  });
  return { count: String(phases.length + 1), ...Object.fromEntries(entries) };
}

/**
 * The form's phases as the service reads them; one whose name is empty is taken out.
 *
 * @returns also the form's number of each phase that is sent, so that errors find their fields
 */
export function readItinerary(fields: Fields): { phases: Phase[]; places: number[] } {
  const numbers = Array.from({ length: countOf(fields.values) }, (_, index) => index);
  const places = numbers.filter((index) => fields.text(`phases.${index}.name.ca`) !== undefined);
  const used = new Set(places.flatMap((index) => fields.text(`phases.${index}.code`) ?? []));
  return {
    places,
    phases: places.map((index) => {
      const at = (name: string) => `phases.${index}.${name}`;
      const name = said(fields.required(at('name.ca')), fields.text(at('name.es')));
      const codes = linesOf(fields.text(at('tasks.codes')));
      const taken = new Set(codes);
      const tasks = linePairs(fields, at('tasks')).map((one, line) => ({
        code: codes[line] ?? freshCode(one.ca, taken),
        name: one,
      }));
      return {
        code: fields.text(at('code')) ?? freshCode(name.ca, used),
        name,
        objectives: linePairs(fields, at('objectives')),
        tasks,
      };
    }),
  };
}

function countOf(values: FormState['values']): number {
  return Math.min(mostPhases, Math.max(0, Math.trunc(Number(values['count'] ?? 0)) || 0));
}

function linePairs(fields: Fields, name: string): Said[] {
  const spanish = linesOf(fields.text(`${name}.es`));
  return linesOf(fields.text(`${name}.ca`)).flatMap((line, index) => (line === '' ? [] : [said(line, spanish[index])]));
}

function linesOf(text: string | undefined): string[] {
  return text === undefined ? [] : text.split(/\r?\n/).map((line) => line.trim());
}

function said(ca: string, es: string | undefined): Said {
  return { ca, ...given({ es: es === '' ? undefined : es }) };
}

/** A code made of a name, which is taken from then on. */
function freshCode(name: string, used: Set<string>): string {
  const code = freeCode(name, used, 'fase');
  used.add(code);
  return code;
}

/** Errors of the phases that were sent, at the fields of the form. */
export function itineraryErrors(errors: FormState['errors'], places: readonly number[]): Record<string, string> {
  const entries = Object.entries(errors).map(([name, message]) => {
    const [, number = '', rest = ''] = /^phases\.(\d+)\.?(.*)$/.exec(name) ?? [];
    if (number === '') return [name, message] as const;
    const at = `phases.${places[Number(number)] ?? 0}`;
    // A line of a list is said at the list.
    const [, list, language = 'ca'] = /^(objectives|tasks)(?:\.\d+)?(?:\.name)?(?:\.(ca|es))?/.exec(rest) ?? [];
    return [
      list === undefined ? `${at}.${rest === 'name' ? 'name.ca' : rest}` : `${at}.${list}.${language}`,
      message,
    ] as const;
  });
  return Object.fromEntries(entries);
}

/** The fields of every phase, and of one more. */
export function itineraryFields(view: DeskView, state: FormState): Html {
  const t = view.t.outcomes;
  const form = formWriter(view, state);
  const count = countOf(state.values);
  const pair = (index: number, name: 'objectives' | 'tasks', label: string) =>
    html`<div class="pair">
      ${form.area(`phases.${index}.${name}.ca`, t.inCatalan(label), { rows: 3, hint: t.linesHint })}
      ${form.area(`phases.${index}.${name}.es`, t.inSpanish(label), { rows: 3 })}
    </div>`;
  return html`${form.summary()} ${form.hidden('count', String(count))}
  ${Array.from({ length: count }, (_, index) => {
    const text = (name: string) => String(state.values[`phases.${index}.${name}`] ?? '');
    const fresh = text('code') === '';
    return html`<fieldset class="field">
      <legend>${fresh ? t.phaseNew : t.phase(index + 1)}</legend>
      ${form.hidden(`phases.${index}.code`, text('code'))}
      ${form.hidden(`phases.${index}.tasks.codes`, text('tasks.codes'))}
      <div class="pair">
        ${form.text(`phases.${index}.name.ca`, t.inCatalan(t.phaseName), { hint: fresh ? t.phaseNewHint : t.phaseDropHint })}
        ${form.text(`phases.${index}.name.es`, t.inSpanish(t.phaseName))}
      </div>
      ${pair(index, 'objectives', t.objectives)} ${pair(index, 'tasks', t.phaseTasks)}
    </fieldset>`;
  })}`;
}

/** What is published and what was written over an older version of it, phase by phase. */
export function itineraryConflict(view: DeskView, stored: Itinerary, fields: Fields): ConflictingField[] {
  const t = view.t.outcomes;
  const written = readItinerary(fields).phases;
  const length = Math.max(stored.phases.length, written.length);
  return Array.from({ length }, (_, index) => ({
    label: t.phase(index + 1),
    stored: phaseText(view, stored.phases[index]),
    written: phaseText(view, written[index]),
  }));
}

function phaseText(view: DeskView, phase: Phase | undefined): string {
  if (phase === undefined) return '—';
  const { name, objectives = [], tasks = [] } = phase;
  const both = (one: Said) => `${one.ca} / ${one.es ?? '—'}`;
  const t = view.t.outcomes;
  return [
    both(name),
    ...(objectives.length > 0 ? [`${t.objectives}: ${objectives.map(both).join('; ')}`] : []),
    ...(tasks.length > 0 ? [`${t.phaseTasks}: ${tasks.map((task) => both(task.name)).join('; ')}`] : []),
  ].join('. ');
}
