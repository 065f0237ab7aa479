import { kitErrors } from './errors.ts';
import type { App } from './app-type.ts';

/**
 * Which bodies are read: JSON everywhere, and forms where a page without scripts sends them: on link routes, and in an
 * app of pages everywhere. No route of an API takes a caller's identity from a cookie, so a form on another site can do
 * nothing with it.
 */
export function registerForms(app: App, everywhere = false): void {
  app.removeContentTypeParser('text/plain');
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (request, body, done) => {
    if (!everywhere && request.routeOptions.config.access?.kind !== 'link') {
      done(kitErrors.mediaTypeUnsupported());
      return;
    }
    const fields = new URLSearchParams(body.toString());
    done(null, everywhere ? withRepeated(fields) : Object.fromEntries(fields));
  });
}

/** A field that a form repeats, such as its check boxes of one name, comes as a list. */
function withRepeated(fields: URLSearchParams): Record<string, string | string[]> {
  return Object.fromEntries(
    [...new Set(fields.keys())].map((name) => {
      const values = fields.getAll(name);
      return [name, values.length > 1 ? values : (values[0] ?? '')];
    }),
  );
}
