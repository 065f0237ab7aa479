import { kitErrors } from './errors.ts';
import type { App } from './app-type.ts';

/**
 * Which bodies are read: JSON everywhere, and forms on link routes alone, where a page without scripts sends them. No
 * route takes a caller's identity from a cookie, so a form on another site can do nothing with them.
 */
export function registerForms(app: App): void {
  app.removeContentTypeParser('text/plain');
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (request, body, done) => {
    if (request.routeOptions.config.access?.kind !== 'link') {
      done(kitErrors.mediaTypeUnsupported());
      return;
    }
    done(null, Object.fromEntries(new URLSearchParams(body.toString())));
  });
}
