import { type EventContract, EventSchemaError } from '../../src/index.ts';
import { type History, problemsOfForm } from '../compatibility/check-history.ts';
import { asyncapiOf } from './asyncapi.ts';
import { eventsPageOf } from './events-page.ts';
import { exampleEventOf } from './example-event.ts';
import { withForm, writeHistory } from './history-file.ts';
import { jsonSchemaOf } from './json-schema.ts';

/** What generating comes to: files by their path inside the package, or why there are none. */
export interface Artifacts {
  files: ReadonlyMap<string, string>;
  /** Sentences; where there are any, nothing may be written. */
  problems: readonly string[];
}

/**
 * Makes every generated file. A form that would break its version's readers is a problem, not a new form; so is an
 * example that does not fit its contract.
 */
export function artifactsOf(contracts: readonly EventContract[], history: History): Artifacts {
  const known = new Set(contracts.map(({ type }) => type));
  const gone = [...history.keys()]
    .filter((type) => !known.has(type))
    .map((type) => `${type}: was published and is gone.`);
  const problems = [...contracts.flatMap((contract) => problemsOf(contract, history)), ...gone];
  if (problems.length > 0) return { files: new Map(), problems };
  const files = new Map<string, string>();
  for (const contract of contracts) {
    const { type } = contract;
    files.set(`schemas/${type}.json`, schemaFile(contract));
    files.set(`schemas/history/${type}.json`, writeHistory(withForm(history.get(type) ?? [], jsonSchemaOf(contract))));
  }
  files.set('asyncapi.yaml', asyncapiOf(contracts));
  files.set('EVENTS.md', eventsPageOf(contracts));
  return { files, problems };
}

function problemsOf(contract: EventContract, history: History): string[] {
  const problems = problemsOfForm(contract.type, history.get(contract.type) ?? [], jsonSchemaOf(contract));
  try {
    exampleEventOf(contract);
  } catch (error) {
    if (!(error instanceof EventSchemaError)) throw error;
    problems.push(`Its example: ${error.message}`);
  }
  return problems;
}

function schemaFile(contract: EventContract): string {
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: contract.type,
    description: contract.summary,
    ...jsonSchemaOf(contract),
    examples: [exampleEventOf(contract)],
  };
  return `${JSON.stringify(schema, undefined, 2)}\n`;
}

/** The paths whose content is not what it should be: changed, missing, or there without a contract. */
export function differingPaths(wanted: ReadonlyMap<string, string>, present: ReadonlyMap<string, string>): string[] {
  const paths = new Set([...wanted.keys(), ...present.keys()]);
  return [...paths].filter((path) => wanted.get(path) !== present.get(path)).toSorted();
}
