import type { App } from '@ateneu/service-kit';

/** A route of the site: `POST /ca/console/rooms/:id/bookings`. */
export interface Route {
  readonly method: 'GET' | 'POST';
  readonly path: string;
}

/** Every route that the site has, as its router tells. */
export function routesOf(app: Pick<App, 'printRoutes'>): Route[] {
  const above: string[] = [];
  return app
    .printRoutes({ commonPrefix: false })
    .split('\n')
    .flatMap((line) => {
      const [, indent = '', part = '', methods = ''] = /^([ │]*)[├└]── (\S*) \((.*)\)$/.exec(line) ?? [];
      if (methods === '') return [];
      const depth = indent.length / 4;
      const path = (above[depth - 1] ?? '') + part;
      above.splice(depth, above.length, path);
      return (['GET', 'POST'] as const)
        .filter((method) => methods.split(', ').includes(method))
        .map((method) => ({ method, path: path.length > 1 ? path.replace(/\/$/, '') : path }));
    });
}
