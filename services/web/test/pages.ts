import { addressOf, type Furniture } from './furniture/furnishers.ts';
import type { Route } from './routes.ts';

/** A page of the site: its route, and where one of it is. */
export interface SitePage {
  readonly path: string;
  readonly address: string;
}

/** What is no page: files, what leads elsewhere, and what goes on without end. */
const others =
  /\/(stream|start|document|content|workbook|sheet)(\/|$)|documents\/:document|exports\/:id\/file|privacy\/person|enter\/:secret/;

/**
 * Every page that the site has in a language, as its routes tell, so that no new one can be forgotten.
 *
 * @throws Error where there is nothing to show on one of them
 */
export function pagesOf(routes: readonly Route[], language: string, furniture: Furniture): SitePage[] {
  const paths = routes
    .filter(({ method, path }) => method === 'GET' && path.split('/')[1] === language && !others.test(path))
    .map(({ path }) => path);
  return [...new Set(paths)].map((path) => {
    const address = addressOf(path, furniture);
    if (address === undefined) throw new Error(`Nothing was made that ${path} could show.`);
    return { path, address };
  });
}
