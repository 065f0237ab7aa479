import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { accompanimentTransitions } from '../src/features/accompaniment/accompaniment-transitions.ts';
import { intakeTransitions } from '../src/features/intake/intake-transitions.ts';
import { transitions } from '../src/features/referral/referral-transitions.ts';

const page = fileURLToPath(new URL('../../../docs/accompaniment.md', import.meta.url));

type Table = Readonly<Record<string, { from: readonly string[]; to: string; by?: string }>>;

/** A Mermaid drawing of a table of steps. */
export function drawStates(table: Table): string {
  const arrows = Object.entries(table).flatMap(([step, { from, to, by }]) =>
    from.map((state) => `  ${nodeOf(state)} --> ${nodeOf(to)}: ${step}${by === undefined ? '' : ` (${by})`}`),
  );
  const hyphened = new Set(Object.values(table).flatMap(({ from, to }) => [...from, to].filter(hasHyphen)));
  const names = [...hyphened].map((state) => `  state "${state}" as ${nodeOf(state)}`);
  return ['```mermaid', 'stateDiagram-v2', ...names, ...arrows, '```'].join('\n');
}

/** Mermaid takes no hyphen in a name. */
function hasHyphen(state: string): boolean {
  return state.includes('-');
}

function nodeOf(state: string): string {
  return state === 'none' ? '[*]' : state.replace('-', '_');
}

/** The page with its drawings made anew from the tables. */
export function withDrawings(text: string): string {
  const drawings: Record<string, Table> = {
    intake: intakeTransitions,
    referral: transitions,
    accompaniment: accompanimentTransitions,
  };
  return Object.entries(drawings).reduce(
    (current, [name, table]) =>
      current.replace(
        new RegExp(`<!-- states:${name} -->[^]*?<!-- /states -->`),
        () => `<!-- states:${name} -->\n\n${drawStates(table)}\n\n<!-- /states -->`,
      ),
    text,
  );
}

/** `docs/accompaniment.md` as it is. */
export function readPage(): string {
  return readFileSync(page, 'utf8');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(page, withDrawings(readPage()));
