import { html as template, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

/** Text that is HTML already. */
export type Html = HtmlEscapedString;

/** What a template takes: text is escaped, HTML is not, and nothing is written for what is absent. */
export type Child = Html | string | number | undefined | null | false | readonly Child[];

/** Writes HTML; every value that is not HTML itself is escaped. Attributes stand in double quotes. */
export function html(strings: TemplateStringsArray, ...values: readonly Child[]): Html {
  return template(strings, ...values) as Html;
}

/** Nothing. */
export const nothing: Html = raw('');

/** HTML that is written when what is around it is: by then whatever stands beside it is known. */
export function later(write: () => Html): Html {
  return Object.assign(new String(''), { isEscaped: true as const, toString: () => write().toString() }) as Html;
}

/** An attribute without a value (`checked`), where `on`. */
export function when(on: boolean | undefined, attribute: string): Html {
  return on === true ? raw(` ${attribute}`) : nothing;
}

/** An attribute with its value, where there is one. */
export function attribute(name: string, value: string | number | undefined): Html {
  return value === undefined ? nothing : html` ${raw(name)}="${value}"`;
}

/** Data for programs inside a page, which no text can break out of. */
export function dataBlock(type: string, data: unknown): Html {
  return raw(`<script type="${type}">${JSON.stringify(data).replaceAll('<', String.raw`\u003c`)}</script>`);
}
