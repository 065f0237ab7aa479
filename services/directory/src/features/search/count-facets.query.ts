import { districts, findLegalForm, legalForms, neighbourhoods, sectors } from '@ateneu/reference-data';
import type { Database } from '@ateneu/persistence';

import { countedFacetsStatement, isCounted } from './facet-counts.query.ts';
import { conditionsOf, createBinder, statementName, type TextSearch } from './search-conditions.query.ts';
import { districtOf, type SearchFilters } from './search-filters.query.ts';
import { isFoundSomewhere } from './search-initiatives.query.ts';
import type { SearchStatement } from './search-statements.query.ts';
import { readMistyped, readText } from './text-query.query.ts';

/** How many initiatives a value of a filter would give. */
export interface FacetCount {
  code: string;
  count: number;
}

/** The counts of a search. */
export interface Facets {
  /** How many the search finds. */
  total: number;
  sectors: FacetCount[];
  legalForms: FacetCount[];
  districts: FacetCount[];
  neighbourhoods: FacetCount[];
  cooperative: FacetCount[];
}

/** Initiatives that share legal form and neighbourhood; and, where `sector` is given, that sector. */
export interface FacetGroup {
  legalForm: string;
  neighbourhood: string | null;
  /** Null in the groups that count each initiative once, with the sectors filter applied. */
  sector: string | null;
  count: number;
}

/** The statement that counts the groups. Filters on legal form and territory are applied to the groups, afterwards. */
export function facetsStatement(search: SearchFilters, asked: TextSearch): SearchStatement {
  const { bind, values } = createBinder();
  const found = conditionsOf(search, asked, bind, []);
  const chosen = search.sectors === undefined ? '' : `where sectors && ${bind(search.sectors)}::text[]`;
  const inCircle = search.around === undefined ? '' : `and ${found.distance()} <= ${bind(search.around.within)}`;
  const text = `
    with found as materialized (
      select legal_form as "legalForm", neighbourhood, sectors, count(*)::int as count
      from initiative where ${found.where} ${inCircle} group by legal_form, neighbourhood, sectors
    )
    select "legalForm", neighbourhood, null as sector, sum(count)::int as count from found ${chosen} group by 1, 2
    union all
    select "legalForm", neighbourhood, sector, sum(count)::int from found cross join unnest(sectors) as sector
    group by 1, 2, 3`;
  return { name: statementName('facets', found.shape, chosen === '' ? 'all' : 'chosen'), text, values };
}

/**
 * Counts what the search finds, and what it would find with each value of each filter in the place of those chosen: a
 * filter does not empty its own choices.
 */
export async function countFacets(database: Database, search: SearchFilters): Promise<Facets> {
  const read = async (text: TextSearch): Promise<Facets> => {
    const { rows } = await database.pool.query<FacetGroup>(facetsStatement(search, text));
    return facetsOf(rows, search);
  };
  if (isCounted(search)) {
    const { rows } = await database.pool.query<FacetGroup>(countedFacetsStatement(search));
    return facetsOf(rows, search);
  }
  const query = await readText(database, search.text);
  if (query === undefined) return read({ mode: 'none' });
  const facets = await read({ mode: 'words', query });
  if (facets.total > 0 || (await isFoundSomewhere(database, search, query))) return facets;
  const meant = await readMistyped(database, search.text);
  return meant === undefined ? facets : read({ mode: 'words', query: meant });
}

type Dimension = 'legalForm' | 'cooperative' | 'neighbourhood' | 'district';

/** The code that a group has in each filter. */
function codeOf(group: FacetGroup, dimension: Dimension): string | null {
  switch (dimension) {
    case 'legalForm':
      return group.legalForm;
    case 'neighbourhood':
      return group.neighbourhood;
    case 'district':
      return districtOf(group.neighbourhood);
    case 'cooperative':
      return findLegalForm(group.legalForm)?.cooperative === true ? 'yes' : 'no';
  }
}

/** Adds the groups up. */
export function facetsOf(groups: readonly FacetGroup[], search: SearchFilters): Facets {
  const asked: Record<Dimension, readonly string[] | undefined> = {
    legalForm: search.legalForms,
    cooperative: search.cooperative === undefined ? undefined : [search.cooperative ? 'yes' : 'no'],
    neighbourhood: search.neighbourhoods,
    district: search.districts,
  };
  const dimensions = Object.keys(asked) as Dimension[];
  const passes = (group: FacetGroup, except?: Dimension) =>
    dimensions.every((dimension) => {
      const codes = dimension === except ? undefined : asked[dimension];
      return codes === undefined || codes.includes(codeOf(group, dimension) ?? '');
    });
  const count = (codes: readonly string[], chosen: readonly FacetGroup[], of: (group: FacetGroup) => string | null) => {
    const counts = new Map<string | null, number>();
    for (const group of chosen) counts.set(of(group), (counts.get(of(group)) ?? 0) + group.count);
    return codes.map((code) => ({ code, count: counts.get(code) ?? 0 }));
  };
  const once = groups.filter((group) => group.sector === null);
  const countOf = (dimension: Dimension, codes: readonly string[]) =>
    count(
      codes,
      once.filter((group) => passes(group, dimension)),
      (group) => codeOf(group, dimension),
    );
  return {
    total: once.filter((group) => passes(group)).reduce((sum, group) => sum + group.count, 0),
    sectors: count(
      sectors.map((item) => item.code),
      groups.filter((group) => group.sector !== null && passes(group)),
      (group) => group.sector,
    ),
    legalForms: countOf(
      'legalForm',
      legalForms.map((item) => item.code),
    ),
    districts: countOf(
      'district',
      districts.map((item) => item.code),
    ),
    neighbourhoods: countOf(
      'neighbourhood',
      neighbourhoods.map((item) => item.code),
    ),
    cooperative: countOf('cooperative', ['yes', 'no']),
  };
}
