import { createHash } from 'node:crypto';

import type { Language } from '@ateneu/kernel';
import type { FastifyReply } from 'fastify';

/** Something a person fills in before a `post`. */
export interface PageField {
  name: string;
  label: string;
  /** One of these is chosen; without them, a text is written. */
  options?: readonly { readonly value: string; readonly label: string }[];
  /** The longest text, in characters; 1,000 where it is not said. */
  maxLength?: number;
  required?: boolean;
}

/** One thing a person can do from a page. */
export interface PageAction {
  /** What the button says. */
  label: string;
  /** Links are for looking; whatever changes something is a `post`, so that no mail scanner does it by following. */
  method: 'get' | 'post';
  /** Relative to the page, so that it holds behind any prefix. */
  href: string;
  /** Asked before the button that does it is shown. */
  confirm?: string;
  /** What is filled in with it; of a `post` alone. Without scripts the fields arrive as a form, each a text. */
  fields?: readonly PageField[];
}

/** The contents of a {@link selfServicePage}; plain text throughout. */
export interface SelfServicePage {
  language: Language;
  title: string;
  paragraphs?: readonly string[];
  /** Names and values, in order. */
  facts?: readonly { readonly name: string; readonly value: string }[];
  actions?: readonly PageAction[];
}

const style = `
:root { color-scheme: light dark; --accent: #b3261e; }
body { font: 1.125rem/1.6 system-ui, sans-serif; margin: 0; padding: 1.5rem; }
main { max-width: 40rem; margin: 0 auto; }
h1 { font-size: 1.75rem; line-height: 1.25; }
dl { border-block: 1px solid; padding-block: 0.75rem; }
dt { font-weight: 700; }
dd { margin: 0 0 0.75rem; }
button, .action { font: inherit; display: inline-block; min-height: 2.75rem; padding: 0.5rem 1.25rem; border: 2px solid;
  border-radius: 0.375rem; background: transparent; color: inherit; cursor: pointer; text-decoration: none; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; }
details { margin-block: 1rem; }
select, textarea { font: inherit; display: block; box-sizing: border-box; width: 100%; min-height: 2.75rem; margin-block: 0.25rem 1rem; }
summary { cursor: pointer; padding-block: 0.5rem; }
footer { margin-top: 3rem; font-size: 0.9375rem; }
`;

const styleHash = createHash('sha256').update(style).digest('base64');

/** What a browser may do with such a page: show it, and submit its own forms. */
export const pageSecurityPolicy = [
  "default-src 'none'",
  `style-src 'sha256-${styleHash}'`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const organisation = 'Ateneu Cooperatiu de L’Hospitalet de Llobregat';

const sure: Readonly<Record<Language, string>> = {
  ca: 'Sí, endavant',
  es: 'Sí, adelante',
  en: 'Yes, go ahead',
};

/**
 * Renders a small page that stands alone, for the links in e-mails: no scripts, no outside parts, readable without
 * styles, and usable by keyboard and screen reader.
 */
export function selfServicePage(page: SelfServicePage): string {
  return [
    `<!doctype html><html lang="${page.language}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">',
    `<title>${escapeHtml(page.title)} · ${organisation}</title><style>${style}</style></head><body><main>`,
    `<h1>${escapeHtml(page.title)}</h1>`,
    ...(page.paragraphs ?? []).map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`),
    renderFacts(page.facts ?? []),
    ...(page.actions ?? []).map((action) => renderAction(action, page.language)),
    `<footer>${organisation}</footer></main></body></html>`,
  ].join('\n');
}

/** Answers with a {@link selfServicePage}, with the headers that a page behind a secret link needs. */
export function sendPage(reply: FastifyReply, page: SelfServicePage): FastifyReply {
  return (reply as FastifyReply<{ Reply: string }>)
    .headers({
      'content-security-policy': pageSecurityPolicy,
      'content-language': page.language,
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex',
    })
    .type('text/html; charset=utf-8')
    .send(selfServicePage(page));
}

function renderFacts(facts: NonNullable<SelfServicePage['facts']>): string {
  if (facts.length === 0) return '';
  const rows = facts.map(({ name, value }) => `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd>`);
  return `<dl>${rows.join('')}</dl>`;
}

function renderAction(action: PageAction, language: Language): string {
  const href = escapeHtml(safeHref(action.href));
  const label = escapeHtml(action.label);
  if (action.method === 'get') return `<p><a class="action" href="${href}">${label}</a></p>`;
  const fields = (action.fields ?? []).map((field) => renderField(field)).join('');
  const form = (button: string) =>
    `<form method="post" action="${href}">${fields}<button type="submit">${button}</button></form>`;
  if (action.confirm === undefined) {
    return fields === '' ? form(label) : `<details><summary>${label}</summary>${form(label)}</details>`;
  }
  const question = escapeHtml(action.confirm);
  return `<details><summary>${label}</summary><p>${question}</p>${form(escapeHtml(sure[language]))}</details>`;
}

function renderField({ name, label, options, maxLength = 1_000, required = false }: PageField): string {
  const attributes = `name="${escapeHtml(name)}"${required ? ' required' : ''}`;
  const control =
    options === undefined
      ? `<textarea ${attributes} rows="4" maxlength="${maxLength}"></textarea>`
      : `<select ${attributes}>${options
          .map((option) => `<option value="${escapeHtml(option.value)}">${escapeHtml(option.label)}</option>`)
          .join('')}</select>`;
  return `<label>${escapeHtml(label)}${control}</label>`;
}

function safeHref(href: string): string {
  const scheme = /^\s*([a-z][a-z0-9+.-]*):/i.exec(href)?.[1]?.toLowerCase();
  if (scheme !== undefined && scheme !== 'http' && scheme !== 'https') {
    throw new TypeError(`A page may not link to "${scheme}:".`);
  }
  return href;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
