import type { App } from '@ateneu/service-kit';

import { attribute, html, type Html } from '../../html.ts';
import { withQuery } from '../../shell/paths.ts';
import { publicPage } from '../../shell/public-page.ts';
import type { SiteContext, View } from '../../shell/view.ts';
import { given } from '../../ui/fields.ts';
import { notice, pager, partOf } from '../../ui/parts.ts';
import { settle } from '../../upstream/answer.ts';
import { type DirectoryFilters, filterForm, filterQuery, readFilters } from './directory-filters.view.ts';
import { initiativeCard, type ListedInitiative } from './initiative-card.view.ts';

const pageSize = 20;

/** The directory: filters that are all in the address, the list, and a map of the same. */
export function directoryPage(app: App, site: SiteContext): void {
  publicPage(app, site, 'directory', {
    get: async (view, request) => {
      const t = view.t.directory;
      const filters = readFilters(request.query);
      const { cursor: asked } = request.query as { cursor?: unknown };
      const cursor = typeof asked === 'string' ? asked : undefined;
      const { sort, sector, legalForm, neighbourhood, district, ...rest } = filters;
      // The services take a list as it is, and no empty one.
      const some = (list: readonly string[]): string[] | undefined => (list.length === 0 ? undefined : [...list]);
      const narrowed = given({
        ...rest,
        sector: some(sector),
        legalForm: some(legalForm),
        neighbourhood: some(neighbourhood),
        district: some(district),
      });
      const [list, facets] = await Promise.all([
        settle(
          view.api.directory.GET('/v1/initiatives', {
            params: { query: { ...narrowed, ...given({ sort, cursor }), limit: pageSize } },
          }),
        ),
        settle(view.api.directory.GET('/v1/initiatives/facets', { params: { query: narrowed } })),
      ]);
      const total = facets.kind === 'ok' ? facets.data.total : undefined;
      return {
        title: t.title,
        description: t.lead,
        hidden: cursor !== undefined,
        scripts: ['leaflet/leaflet.js', 'map.js'],
        styles: ['leaflet/leaflet.css'],
        body: html`<h1>${t.title}</h1>
          <p class="lead">${t.lead}</p>
          <div class="with-aside">
            <div>${filterForm(view, filters, facets)}</div>
            <div>
              <h2>${t.results}${total !== undefined && html` <small>${t.count(total)}</small>`}</h2>
              ${facets.kind === 'ok' || list.kind !== 'ok' ? undefined : notice('warning', view.t.shell.partDown(t.partFacets))}
              <div class="found">
                <div>
                  ${partOf(view, t.part, list, ({ items, next }) => results(view, items, filters, next, cursor))}
                </div>
                ${list.kind === 'ok' && map(view, filters)}
              </div>
              <div class="call">
                <h2>${t.proposeCall}</h2>
                <p class="actions">
                  <a class="button button-quiet" href="${view.href('propose')}">${t.propose}</a>
                  <a href="${view.href('practices')}">${t.practices}</a>
                </p>
              </div>
              ${formats(view, filters)}
            </div>
          </div>`,
      };
    },
  });
}

function results(
  view: View,
  items: readonly ListedInitiative[],
  filters: DirectoryFilters,
  next: string | null,
  cursor: string | undefined,
): Html {
  const t = view.t.directory;
  if (items.length === 0)
    return html`<p>${t.none}</p>
      <p>${t.noneHint}</p>`;
  const page = (at: string | undefined) => view.href('directory', {}, { ...filterQuery(filters), cursor: at });
  return html`<ul class="cards cards-list">
      ${items.map((initiative) => initiativeCard(view, initiative))}
    </ul>
    ${pager(view, { next: next === null ? undefined : page(next), first: cursor === undefined ? undefined : page(undefined) })}`;
}

/** Shown by its script alone: without it the list says everything. */
function map(view: View, filters: DirectoryFilters): Html {
  const t = view.t.directory;
  const { sort: _sort, ...narrowed } = filterQuery(filters);
  const { MAP_TILES_URL: tiles, MAP_ATTRIBUTION: attribution } = view.config;
  return html`<section class="map" hidden aria-labelledby="map-title">
    <h2 id="map-title">${t.map}</h2>
    <p class="small">${t.mapNote}</p>
    <div
      id="map"
      data-points="${withQuery('/directory/v1/initiatives.geojson', { ...narrowed, limit: 100 })}"
      data-page="${view.href('initiative', { slug: 'SLUG' })}"
      data-language="${view.language}"
      data-empty="${t.mapEmpty}"
      ${attribute('data-tiles', tiles)}${attribute('data-attribution', tiles === undefined ? undefined : attribution)}
    ></div>
  </section>`;
}

function formats(view: View, filters: DirectoryFilters): Html {
  const address = (ending: string) => withQuery(`/directory/v1/initiatives.${ending}`, filterQuery(filters));
  return html`<p class="small">
    ${view.t.directory.sameAs} <a href="${address('csv')}">CSV</a> · <a href="${address('geojson')}">GeoJSON</a> ·
    <a href="${address('atom')}">Atom</a>
  </p>`;
}
