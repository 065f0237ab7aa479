import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

import type { JsonSchema } from '../compatibility/json-schema.ts';
import { readHistory } from './history-file.ts';

/** Where the package is. */
export const packageFolder = join(import.meta.dirname, '../..');

/** Every generated file that is there, by its path inside the package. */
export function readGenerated(folder: string): Map<string, string> {
  const paths = globSync('{schemas/*.json,schemas/history/*.json,asyncapi.yaml,EVENTS.md}', { cwd: folder });
  return new Map(paths.map((path) => [path.replaceAll('\\', '/'), readFileSync(join(folder, path), 'utf8')] as const));
}

/** The histories among the generated files, by type. */
export function historyIn(files: ReadonlyMap<string, string>): Map<string, JsonSchema[]> {
  const history = new Map<string, JsonSchema[]>();
  for (const [path, text] of files) {
    if (path.startsWith('schemas/history/')) history.set(basename(path, '.json'), readHistory(text));
  }
  return history;
}

/** Makes the generated files those that are wanted: writes what differs, removes what no contract stands behind. */
export function writeGenerated(folder: string, wanted: ReadonlyMap<string, string>, paths: readonly string[]): void {
  for (const path of paths) {
    const file = join(folder, path);
    const text = wanted.get(path);
    if (text === undefined) {
      rmSync(file);
      continue;
    }
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}
