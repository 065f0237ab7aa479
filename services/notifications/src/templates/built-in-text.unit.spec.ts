import { describe, expect, it } from 'vitest';

import { builtInText } from './built-in-text.ts';
import { fillText, problemsOf } from './edited-text.ts';
import { templates } from './index.ts';
import { createTools } from './tools.ts';

const toolsFor = createTools('https://ateneu.example/directori/{slug}');
const every = templates.flatMap((template) => template.languages.map((language) => ({ template, language })));

describe('the built-in words of every message, to begin new ones with', () => {
  it.each(every.map((one) => [`${one.template.kind} in ${one.language}`, one] as const))(
    'read as the message does, and can be saved: %s',
    (_name, { template, language }) => {
      const data = template.contract.dataSchema.parse(template.contract.example);
      const { content } = template.write(data, language, toolsFor);
      const source = builtInText(template, language, toolsFor);
      expect(problemsOf(source, template.contract, language)).toEqual([]);
      const { subject, paragraphs, closing } = fillText(source, content, data, language);
      expect({ subject, paragraphs, closing }).toEqual({
        subject: content.subject.trim(),
        paragraphs: content.paragraphs.map((part) => part.trim()).filter((part) => part !== ''),
        closing: (content.closing ?? []).map((part) => part.trim()).filter((part) => part !== ''),
      });
    },
  );

  it('have the fields of the event where their values were', () => {
    const confirmed = templates.find(({ kind }) => kind === 'enrolment-confirmed');
    if (confirmed === undefined) throw new Error('There is no such message.');
    expect(builtInText(confirmed, 'ca', toolsFor).subject).toContain('{{ title | text }}');
    const named = every.filter(({ template, language }) =>
      JSON.stringify(builtInText(template, language, toolsFor)).includes('{{ '),
    );
    expect(named.length).toBeGreaterThan(every.length / 2);
  });
});
