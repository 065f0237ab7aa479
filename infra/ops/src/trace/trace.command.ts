import { readFile } from 'node:fs/promises';

import { readSettings } from '@ateneu/local/settings';

import { type Command, CommandError } from '../cli/command.ts';
import { readSpans } from './read-spans.ts';
import { selectTrace, showTrace } from './show-trace.ts';

/** Shows one trace of those that the services wrote to a file. */
export const traceCommand: Command = {
  name: 'trace',
  usage: '[id] [--name referral.received] [--file traces.jsonl]',
  summary: 'one trace as a tree, the newest unless said (npm start -- --trace records them)',
  options: { name: { type: 'string' }, file: { type: 'string' } },
  run: async ({ words, options }) => {
    const path = String(options['file'] ?? readSettings(process.env).paths.traces);
    const text = await readFile(path, 'utf8').catch(() => undefined);
    if (text === undefined) {
      throw new CommandError(`There is no ${path}: start the platform with \`npm start -- --trace\`, or say --file.`);
    }
    const spans = selectTrace(readSpans(text), {
      id: words[0],
      name: typeof options['name'] === 'string' ? options['name'] : undefined,
    });
    return { data: spans, text: showTrace(spans), bad: spans.length === 0 };
  },
};
