import { createHash } from 'node:crypto';

/** A piece of HTML that is safe to put into a page as it is. Only {@link html} and {@link trusted} make one. */
export interface Html {
  readonly markup: string;
}

/** Text that is HTML already. */
export function trusted(markup: string): Html {
  return { markup };
}

/** Builds HTML from a template: every value is escaped, unless it is {@link Html} itself or a list of it. */
export function html(
  strings: TemplateStringsArray,
  ...values: readonly (Html | readonly Html[] | string | number)[]
): Html {
  const render = (value: Html | readonly Html[] | string | number): string => {
    if (typeof value === 'string' || typeof value === 'number') return escapeHtml(String(value));
    return 'markup' in value ? value.markup : value.map((part) => part.markup).join('');
  };
  return trusted(strings.reduce((text, part, index) => text + render(values[index - 1] ?? '') + part));
}

/** Makes a text harmless between tags and inside quoted attributes. */
export function escapeHtml(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

const style = `
:root { color-scheme: light dark; --ink: #1c2420; --paper: #fbfaf6; --accent: #0a5c47; --line: #c9cfc8; --note: #fff3cd; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8ece8; --paper: #161a18; --accent: #7fd6b8; --line: #3a443f; --note: #4a3c0c; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 56rem; padding: 1.5rem 1rem 4rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.55 system-ui, sans-serif; }
h1 { font-size: 1.7rem; line-height: 1.2; } h2 { font-size: 1.2rem; margin-top: 2rem; }
a { color: var(--accent); } :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
table { border-collapse: collapse; width: 100%; } th, td { text-align: left; padding: .4rem .6rem .4rem 0;
  border-bottom: 1px solid var(--line); vertical-align: top; }
.scroll { overflow-x: auto; } .note { background: var(--note); padding: .75rem 1rem; border-radius: .4rem; }
[lang="es"] { opacity: .8; } code, pre { font: .9rem/1.5 ui-monospace, monospace; overflow-wrap: anywhere; }
pre { white-space: pre-wrap; border: 1px solid var(--line); padding: .75rem; border-radius: .4rem; }
button { display: block; width: 100%; text-align: left; font: inherit; color: inherit; background: transparent;
  border: 2px solid var(--accent); border-radius: .4rem; padding: .75rem 1rem; margin: .6rem 0; cursor: pointer; }
button:hover { background: color-mix(in srgb, var(--accent) 12%, transparent); }
iframe { width: 100%; height: 32rem; border: 1px solid var(--line); background: #fff; }
`;

const styleHash = createHash('sha256').update(style).digest('base64');

/**
 * What a browser may do on our pages: use their own style sheet, frame pages of the same origin, and nothing else.
 * Sending a form may end anywhere, because signing in ends at the application that asked for it.
 */
export const pageHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${styleHash}'; frame-src 'self'; base-uri 'none'; frame-ancestors 'none'`,
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
} as const;

/** A whole page, in Catalan, with the one plain style of the local tools. */
export function page(title: string, body: Html): string {
  return `<!doctype html>
<html lang="ca">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
${body.markup}
</main>
</body>
</html>
`;
}
