import type { DataOf, EventContract } from '@ateneu/events';
import type { Language, LocalizedText } from '@ateneu/kernel';
import { Liquid } from 'liquidjs';
import { z } from 'zod';

import { formats } from './format.ts';
import type { MailContent } from './mail-template.ts';

/** The words of a message that coordinators may write anew. Its details, its link and its foot stay as they are built. */
export interface EditedText {
  subject: string;
  paragraphs: readonly string[];
  closing: readonly string[];
}

/** What is wrong with a text that cannot be saved: where, and why. */
export interface TextProblem {
  /** `subject`, `paragraphs/0`, … */
  part: string;
  /** In the words of whoever writes. */
  detail: Record<Language, string>;
}

/** The only tags: choices. Loops, assignments and whatever reads another file are no part of a text. */
const allowedTags = new Set([
  'if',
  'elsif',
  'else',
  'endif',
  'unless',
  'endunless',
  'case',
  'when',
  'endcase',
  'comment',
]);

const engines: Readonly<Record<Language, Liquid>> = { ca: engineOf('ca'), es: engineOf('es'), en: engineOf('en') };

function engineOf(language: Language): Liquid {
  const engine = new Liquid({
    templates: {},
    ownPropertyOnly: true,
    strictFilters: true,
    parseLimit: 20_000,
    renderLimit: 200,
    memoryLimit: 200_000,
  });
  for (const name of Object.keys(engine.tags)) if (!allowedTags.has(name)) delete engine.tags[name];
  for (const name of Object.keys(engine.filters)) delete engine.filters[name];
  const { text, date, moment, period } = formats[language];
  engine.registerFilter('text', (value: LocalizedText | undefined) => (value === undefined ? '' : text(value)));
  engine.registerFilter('date', (value: string | undefined) => (value === undefined ? '' : date(value)));
  engine.registerFilter('moment', (value: string | undefined) => (value === undefined ? '' : moment(value)));
  engine.registerFilter('until', (start: string, end: string) => period(start, end));
  return engine;
}

/** Fills an edited text in; what is not words stays as the built-in content has it. @throws where it cannot be rendered */
export function fillText(
  edited: EditedText,
  builtIn: MailContent,
  data: DataOf<EventContract>,
  language: Language,
): MailContent {
  const fill = (source: string): string => String(engines[language].parseAndRenderSync(source, data)).trim();
  const fillAll = (sources: readonly string[]): string[] => sources.map(fill).filter((line) => line !== '');
  const subject = fill(edited.subject);
  if (subject === '') throw new Error('The subject came out empty.');
  return { ...builtIn, subject, paragraphs: fillAll(edited.paragraphs), closing: fillAll(edited.closing) };
}

/**
 * What keeps a text from being saved: a field that the event does not have, a tag or filter that is not there, or words
 * that come to nothing with the contract's example.
 */
export function problemsOf(edited: EditedText, contract: EventContract, language: Language): TextProblem[] {
  const fields = fieldsOf(contract);
  const parts: [part: string, source: string][] = [
    ['subject', edited.subject],
    ...edited.paragraphs.map((source, index): [string, string] => [`paragraphs/${index}`, source]),
    ...edited.closing.map((source, index): [string, string] => [`closing/${index}`, source]),
  ];
  return parts.flatMap(([part, source]) => {
    try {
      const engine = engines[language];
      const template = engine.parse(source);
      const unknown = engine
        .globalVariableSegmentsSync(template)
        .map((segments) => segments.map(String).join('.'))
        .filter((path) => !fields.has(path));
      if (unknown.length > 0) {
        return [{ part, detail: fieldUnknown(unknown.join(', '), [...fields].join(', ')) }];
      }
      const shown = String(engine.renderSync(template, contract.example)).trim();
      if (part === 'subject' && shown === '') return [{ part, detail: comesToNothing }];
      return shown.includes('[object') ? [{ part, detail: needsFilter }] : [];
    } catch (error) {
      return [
        { part, detail: unreadable(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)) },
      ];
    }
  });
}

const fieldUnknown = (unknown: string, known: string) => ({
  ca: `Aquest missatge no té cap camp ${unknown}. Té: ${known}.`,
  es: `Este mensaje no tiene ningún campo ${unknown}. Tiene: ${known}.`,
  en: `This message has no field ${unknown}. It has: ${known}.`,
});
const comesToNothing = {
  ca: 'Amb l’exemple queda buit.',
  es: 'Con el ejemplo queda vacío.',
  en: 'It comes to nothing with the example.',
};
const needsFilter = {
  ca: 'Hi ha un camp que necessita un filtre, com ara «| text».',
  es: 'Hay un campo que necesita un filtro, como «| text».',
  en: 'A field with parts needs a filter, such as “| text”.',
};
/** What the engine itself says, which it says in English alone. */
const unreadable = (reason: string) => ({
  ca: `No es pot llegir: ${reason}.`,
  es: `No se puede leer: ${reason}.`,
  en: `It cannot be read: ${reason}.`,
});

/** Every field of an event's data, by its path. */
export function fieldsOf(contract: EventContract): ReadonlySet<string> {
  const walk = (schema: z.core.JSONSchema.BaseSchema, prefix: string): string[] =>
    Object.entries(schema.properties ?? {}).flatMap(([name, child]) => {
      const path = `${prefix}${name}`;
      return typeof child === 'object' ? [path, ...walk(child, `${path}.`)] : [path];
    });
  return new Set(walk(z.toJSONSchema(contract.dataSchema), ''));
}
