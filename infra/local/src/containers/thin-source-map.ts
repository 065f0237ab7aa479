import { readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

import { decode, encode, type SourceMapSegment } from '@jridgewell/sourcemap-codec';

interface SourceMap {
  mappings: string;
  names: string[];
  sources: string[];
}

/**
 * Leaves of the source maps in a folder what a stack trace of code that was not minified needs: on each line of ours, where a
 * line of the source begins, without the sources themselves. Node reads the map at the start, and keeps it, all of it. Lines
 * of libraries are named as they are in the file, where a comment says which library it is.
 *
 * @param folder its maps are written anew
 */
export async function thinSourceMaps(folder: string): Promise<void> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.js.map'));
  for (const file of files) await thin(join(folder, file));
}

async function thin(file: string): Promise<void> {
  const map = JSON.parse(await readFile(file, 'utf8')) as SourceMap;
  const sources = map.sources.filter((source) => !isLibrary(file, source));
  const placeOf = new Map(sources.map((source, at) => [source, at]));
  const mappings = encode(linesOf(decode(map.mappings), (source) => placeOf.get(map.sources[source] ?? '')));
  await writeFile(file, JSON.stringify({ ...map, mappings, names: [], sources, sourcesContent: undefined }));
}

const isLibrary = (file: string, source: string): boolean => resolve(dirname(file), source).includes('/node_modules/');

/** @param placeOf where a source is now, by where it was; undefined where it is of a library */
function linesOf(
  mappings: readonly SourceMapSegment[][],
  placeOf: (source: number) => number | undefined,
): SourceMapSegment[][] {
  // Whoever looks for a place takes the last entry before it, so where ours ends must be said; once is enough.
  let within = false;
  return mappings.map((segments) => {
    const kept: SourceMapSegment[] = [];
    for (const [column, source, line, sourceColumn] of segments) {
      const last = kept.at(-1);
      if (source === undefined || line === undefined || sourceColumn === undefined) continue;
      const place = placeOf(source);
      if (place === undefined) {
        if (within) kept.push([column]);
        within = false;
      } else if (last === undefined || last.length === 1 || last[1] !== place || last[2] !== line) {
        kept.push([column, place, line, sourceColumn]);
        within = true;
      }
    }
    return kept;
  });
}
