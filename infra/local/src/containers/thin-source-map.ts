import { readFile, writeFile } from 'node:fs/promises';

import { decode, encode, type SourceMapSegment } from '@jridgewell/sourcemap-codec';

interface SourceMap {
  mappings: string;
  names: string[];
}

/**
 * Leaves of a source map what a stack trace of code that was not minified needs: on each line, where a line of the source
 * begins. Node keeps the map that it has read in memory, all of it: of a service's it is 9 MB, of these lines 3.
 *
 * @param file the map, which is written anew
 */
export async function thinSourceMap(file: string): Promise<void> {
  const map = JSON.parse(await readFile(file, 'utf8')) as SourceMap;
  const mappings = encode(decode(map.mappings).map(firstOfEachLine));
  await writeFile(file, JSON.stringify({ ...map, mappings, names: [] }));
}

function firstOfEachLine(segments: readonly SourceMapSegment[]): SourceMapSegment[] {
  const kept: SourceMapSegment[] = [];
  for (const [column, source, line, sourceColumn] of segments) {
    const last = kept.at(-1);
    if (source === undefined || line === undefined || sourceColumn === undefined) continue;
    if (last === undefined || last[1] !== source || last[2] !== line) kept.push([column, source, line, sourceColumn]);
  }
  return kept;
}
