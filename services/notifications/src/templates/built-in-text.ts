import type { Language } from '@ateneu/kernel';

import { type EditedText, fillText, problemsOf } from './edited-text.ts';
import type { MailContent, MailTemplate, TextTools, ToolsFor } from './mail-template.ts';

/** What stands in a text for something that a tool wrote: private-use characters, which no text has. */
const [open, close] = ['\uE000', '\uE001'];
/** A shorter value may stand in a text by chance. */
const leastLength = 4;

/**
 * The built-in words of a message in the form in which coordinators write them anew: as they are for the example of its
 * event, with the event's fields where their values were. Where the words depend on the event, these are those of the
 * example; a part whose fields cannot be told stays as it reads.
 */
export function builtInText(template: MailTemplate, language: Language, toolsFor: ToolsFor): EditedText {
  const data = template.contract.dataSchema.parse(template.contract.example);
  const leaves = leavesOf(data);
  const written: { expression: string; plain: string }[] = [];
  const marking = (of: Language): TextTools => {
    const tools = toolsFor(of);
    const mark = (plain: string, value: unknown, filter: string): string => {
      const path = leaves.find((leaf) => leaf.value === value)?.path;
      if (path === undefined) return plain;
      written.push({ expression: `{{ ${path} | ${filter} }}`, plain });
      return `${open}${written.length - 1}${close}`;
    };
    return {
      ...tools,
      text: (value) => mark(tools.text(value), value, 'text'),
      date: (instant) => mark(tools.date(instant), instant, 'date'),
      moment: (instant) => mark(tools.moment(instant), instant, 'moment'),
      period: (start, end) => {
        const until = leaves.find(({ value }) => value === end)?.path;
        const plain = tools.period(start, end);
        return until === undefined ? plain : mark(plain, start, `until: ${until}`);
      },
    };
  };
  const plain = template.write(data, language, toolsFor).content;
  const marked = template.write(data, language, marking).content;
  const asSource = (part: string): string =>
    named(
      part.replaceAll(new RegExp(`${open}(\\d+)${close}`, 'g'), (_, index) => written[Number(index)]?.expression ?? ''),
    );
  /** The text of a field, where it stands by itself and not within what a tool wrote. */
  const named = (part: string): string =>
    leaves
      .filter((leaf): leaf is { path: string; value: string } => typeof leaf.value === 'string')
      .filter(({ value }) => value.length >= leastLength)
      .toSorted((one, other) => other.value.length - one.value.length)
      .reduce(
        (text, { path, value }) =>
          text
            .split(/(\{\{.*?\}\})/)
            .map((piece) => (piece.startsWith('{{') ? piece : piece.replaceAll(value, `{{ ${path} }}`)))
            .join(''),
        part,
      );
  const source: EditedText = {
    subject: asSource(marked.subject),
    paragraphs: marked.paragraphs.map(asSource),
    closing: (marked.closing ?? []).map(asSource),
  };
  return checked(source, plain, { template, language, data });
}

/** Each part that comes out as the built-in words do; what does not stays as it reads. */
function checked(
  source: EditedText,
  plain: MailContent,
  {
    template,
    language,
    data,
  }: { template: MailTemplate; language: Language; data: Parameters<MailTemplate['write']>[0] },
): EditedText {
  const sure = (part: string, reads: string): string => {
    const alone: EditedText = { subject: part, paragraphs: [part], closing: [] };
    if (problemsOf(alone, template.contract, language).length > 0) return reads;
    return fillText(alone, plain, data, language).subject === reads.trim() ? part : reads;
  };
  return {
    subject: sure(source.subject, plain.subject),
    paragraphs: source.paragraphs.map((part, index) => sure(part, plain.paragraphs[index] ?? part)),
    closing: source.closing.map((part, index) => sure(part, plain.closing?.[index] ?? part)),
  };
}

/** Every text and localized text of the data, by its path. */
function leavesOf(value: unknown, prefix = ''): { path: string; value: unknown }[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.entries(value).flatMap(([name, child]) => {
    const path = `${prefix}${name}`;
    return [{ path, value: child as unknown }, ...leavesOf(child, `${path}.`)];
  });
}
