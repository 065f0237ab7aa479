import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

import type { History } from './check-history.ts';

/** Why an earlier form of a type refuses today's example of it, as a validator of its own reads the schemas. */
export function problemsOfExamples(history: History, examples: ReadonlyMap<string, unknown>): string[] {
  const ajv = new Ajv2020({ allErrors: true });
  addFormats.default(ajv);
  return [...history].flatMap(([type, forms]) => {
    const example = examples.get(type);
    if (example === undefined) return [];
    return forms.flatMap((form, index) => {
      const accepts = ajv.compile(form);
      if (accepts(example)) return [];
      return [`${type}: form ${index + 1} refuses the example of today: ${ajv.errorsText(accepts.errors)}`];
    });
  });
}
