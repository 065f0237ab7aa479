import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import staticFiles from '@fastify/static';
import type { App } from '@ateneu/service-kit';

const own = join(import.meta.dirname, '../assets');
const leaflet = dirname(createRequire(import.meta.url).resolve('leaflet'));

/** What of leaflet's folder is served. */
const leafletFile = /^(leaflet\.(js|css)|images\/[\w-]+\.png)$/;

/** The version in every asset's address: it changes when any of them does, so that browsers may keep them for good. */
const version = createHash('sha256')
  .update(readFileSync(join(leaflet, 'leaflet.js')))
  .update(
    readdirSync(own)
      .toSorted()
      .map((name) => readFileSync(join(own, name), 'utf8'))
      .join('\0'),
  )
  .digest('base64url')
  .slice(0, 10);

/** The address of a file of `src/assets`, or of `leaflet/…`. */
export function asset(name: string): string {
  return `/assets/${version}/${name}`;
}

/** Serves styles, scripts and pictures. */
export async function serveAssets(app: App): Promise<void> {
  await app.register(staticFiles, { root: own, serve: false });
  app.route<{ Params: { version: string; '*': string } }>({
    method: 'GET',
    url: '/assets/:version/*',
    schema: { hide: true },
    config: { access: { kind: 'public' }, rateLimit: false },
    handler: (request, reply) => {
      const { version: asked, '*': name } = request.params;
      // An older page may ask for an older version: it gets today's, and keeps it for a moment only.
      const maxAge = asked === version ? 31_536_000_000 : 60_000;
      const options = { maxAge, immutable: asked === version };
      const inLeaflet = /^leaflet\/(.*)$/.exec(name)?.[1];
      if (inLeaflet !== undefined) {
        return leafletFile.test(inLeaflet) ? reply.sendFile(inLeaflet, leaflet, options) : reply.callNotFound();
      }
      return reply.sendFile(name, own, options);
    },
  });
}
