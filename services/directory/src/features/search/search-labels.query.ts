import { boxAround, type Box, legalFormsOf, neighbourhoodsOf, type SearchFilters } from './search-filters.query.ts';
import type { TextQuery } from './text-query.query.ts';

/** What an index of words knows besides: the kinds of codes that an initiative has, and the cells that it lies in. */
const labelNames = {
  sectors: 'sector',
  legalForms: 'form',
  neighbourhoods: 'barri',
  needs: 'need',
  networks: 'network',
} as const;
export type LabelKind = keyof typeof labelNames;

/** Which filters count. Facets leave some out, to count what each of their values would give. */
export type FilterName = 'sectors' | 'legalForms' | 'neighbourhoods';
const allFilters: readonly FilterName[] = ['sectors', 'legalForms', 'neighbourhoods'];

/** What a search asks for beside text. */
export interface AskedLabels {
  codes: readonly { kind: LabelKind; values: readonly string[] }[];
  boxes: readonly { name: 'box' | 'around'; box: Box }[];
}

/** Gathers what a search asks for beside text. */
export function askedLabels(search: SearchFilters, filters: readonly FilterName[] = allFilters): AskedLabels {
  const asked = {
    sectors: search.sectors,
    legalForms: legalFormsOf(search),
    neighbourhoods: neighbourhoodsOf(search),
    needs: search.needs,
    networks: search.networks,
  };
  const { box, around } = search;
  return {
    codes: ([...filters, 'needs', 'networks'] as const).flatMap((kind) => {
      const values = asked[kind];
      return values === undefined ? [] : [{ kind, values }];
    }),
    boxes: [
      ...(box === undefined ? [] : [{ name: 'box' as const, box }]),
      ...(around === undefined ? [] : [{ name: 'around' as const, box: boxAround(around) }]),
    ],
  };
}

/** The labels that it comes to: one of each group. */
export function labelsOf({ codes, boxes }: AskedLabels): string[][] {
  return [
    ...codes.map(({ kind, values }) => values.map((code) => `=${labelNames[kind]}:${code}`)),
    ...boxes.map(({ box }) => cellsOf(box)).filter((cells) => cells !== undefined),
  ];
}

/** About which share of the initiatives has one of each group. */
export function shareOfLabels(asked: AskedLabels, query: TextQuery): number {
  return labelsOf(asked).reduce((share, group) => share * query.shareOf(group), 1);
}

/** Cells to a degree where they are smallest. */
const perDegree = 400;
/** The sizes that `initiative_labels` writes down, in the smallest cells. */
const sizes = [1, 2, 4, 8, 16, 32, 64];
/** More cells than this take longer to look up than what they leave out. */
const mostCells = 9;

/** The labels of the smallest cells that cover a box, a few at most; undefined for a box that is wider than the grid. */
export function cellsOf({ west, south, east, north }: Box): string[] | undefined {
  for (const size of sizes) {
    const at = (degrees: number) => Math.floor((degrees * perDegree) / size);
    const columns = range(at(west), at(east));
    const rows = range(at(south), at(north));
    if (columns.length * rows.length <= mostCells) {
      return columns.flatMap((column) => rows.map((row) => `=cell:${size}:${column}:${row}`));
    }
  }
  return undefined;
}

function range(first: number, last: number): number[] {
  // Only so long that it is seen to be too long.
  return Array.from({ length: Math.min(last - first, mostCells) + 1 }, (_, index) => first + index);
}

/** The part of a `tsquery` that finds what has any of some labels; of none it finds nothing. */
export function anyOf(labels: readonly string[]): string {
  const quoted = labels.map((each) => `'${each.replaceAll(/['\\]/g, (mark) => mark + mark)}'`);
  return quoted.length === 0 ? `'=nothing'` : `(${quoted.join(' | ')})`;
}
