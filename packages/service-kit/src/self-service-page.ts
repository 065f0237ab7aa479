import { createHash } from 'node:crypto';

import type { Language } from '@ateneu/kernel';
import type { FastifyReply } from 'fastify';

/** Something a person fills in before they do it. */
export interface PageField {
  /** The name it is posted under. */
  name: string;
  label: string;
  /** Where it is not said: a `choice` where there are options, else `multiline`. */
  type?: 'text' | 'multiline' | 'number' | 'date' | 'choice' | 'checkbox';
  /** What is filled in already; `on` for a checkbox that is ticked. */
  value?: string | undefined;
  /** What there is to choose from, for a `choice`. */
  options?: readonly { readonly value: string; readonly label: string }[];
  required?: boolean | undefined;
  /** The longest text, in characters. */
  maxLength?: number;
  /** Said below it: why it is asked, or what its form is. */
  help?: string | undefined;
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
  /** Filled in and posted with it. */
  fields?: readonly PageField[];
  /** Whether the form is shown only once its label is opened, for a page with several forms. */
  folded?: boolean;
}

/** The contents of a {@link selfServicePage}; plain text throughout. */
export interface SelfServicePage {
  language: Language;
  title: string;
  paragraphs?: readonly string[];
  /** Names and values, in order. */
  facts?: readonly { readonly name: string; readonly value: string }[];
  actions?: readonly PageAction[];
  /** A picture of our own origin. */
  image?: { readonly src: string; readonly alt: string };
  /** Code of ours that runs when the page is shown, for the few pages that need it. Never anything that was sent in. */
  script?: string;
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
summary { cursor: pointer; padding-block: 0.5rem; }
img { display: block; max-width: 100%; height: auto; margin-block: 1rem; background: #fff; }
fieldset { border: 0; margin: 0 0 1.25rem; padding: 0; }
label { display: block; font-weight: 700; }
input, textarea, select { font: inherit; box-sizing: border-box; width: 100%; min-height: 2.75rem; padding: 0.375rem 0.5rem;
  border: 2px solid; border-radius: 0.375rem; background: Canvas; color: CanvasText; }
input[type="checkbox"] { width: 1.5rem; min-height: 1.5rem; vertical-align: middle; margin-inline-end: 0.5rem; }
small { display: block; }
footer { margin-top: 3rem; font-size: 0.9375rem; }
`;

const styleHash = createHash('sha256').update(style).digest('base64');

/** What a browser may do with such a page: show it, submit its own forms, and run its own script where it has one. */
export function pageSecurityPolicy({ image, script }: Pick<SelfServicePage, 'image' | 'script'> = {}): string {
  return [
    "default-src 'none'",
    `style-src 'sha256-${styleHash}'`,
    ...(image === undefined ? [] : ["img-src 'self'"]),
    ...(script === undefined ? [] : [`script-src 'sha256-${createHash('sha256').update(script).digest('base64')}'`]),
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

const organisation = 'Ateneu Cooperatiu de L’Hospitalet de Llobregat';

const sure: Readonly<Record<Language, string>> = {
  ca: 'Sí, endavant',
  es: 'Sí, adelante',
  en: 'Yes, go ahead',
};

/**
 * Renders a small page that stands alone, for the links in e-mails: no scripts but ours, no outside parts, readable
 * without styles, and usable by keyboard and screen reader.
 */
export function selfServicePage(page: SelfServicePage): string {
  return [
    `<!doctype html><html lang="${page.language}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">',
    `<title>${escapeHtml(page.title)} · ${organisation}</title><style>${style}</style></head><body><main>`,
    `<h1>${escapeHtml(page.title)}</h1>`,
    ...(page.paragraphs ?? []).map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`),
    renderFacts(page.facts ?? []),
    page.image === undefined
      ? ''
      : `<img src="${escapeHtml(safeHref(page.image.src))}" alt="${escapeHtml(page.image.alt)}">`,
    ...(page.actions ?? []).map((action) => renderAction(action, page.language)),
    `<footer>${organisation}</footer></main>${page.script === undefined ? '' : `<script>${page.script}</script>`}</body></html>`,
  ].join('\n');
}

/** Answers with a {@link selfServicePage}, with the headers that a page behind a secret link needs. */
export function sendPage(reply: FastifyReply, page: SelfServicePage): FastifyReply {
  return (reply as FastifyReply<{ Reply: string }>)
    .headers({
      'content-security-policy': pageSecurityPolicy(page),
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
  const fields = (action.fields ?? []).map((field, index) => renderField(field, `${action.href}-${index}`)).join('');
  const form = (button: string) =>
    `<form method="post" action="${href}">${fields}<button type="submit">${button}</button></form>`;
  if (action.confirm === undefined) {
    return action.folded === true ? `<details><summary>${label}</summary>${form(label)}</details>` : form(label);
  }
  const question = escapeHtml(action.confirm);
  return `<details><summary>${label}</summary><p>${question}</p>${form(escapeHtml(sure[language]))}</details>`;
}

function renderField(field: PageField, key: string): string {
  const { name, label, value, options = [], required, maxLength, help } = field;
  const type = field.type ?? (field.options === undefined ? 'multiline' : 'choice');
  const id = escapeHtml(`field-${key}`);
  const common = `id="${id}" name="${escapeHtml(name)}"${required === true ? ' required' : ''}${
    maxLength === undefined ? '' : ` maxlength="${maxLength}"`
  }${help === undefined ? '' : ` aria-describedby="${id}-help"`}`;
  const text = escapeHtml(value ?? '');
  const title = `<label for="${id}">${escapeHtml(label)}${required === true ? ' *' : ''}</label>`;
  const note = help === undefined ? '' : `<small id="${id}-help">${escapeHtml(help)}</small>`;
  switch (type) {
    case 'checkbox': {
      const ticked = value === 'on' ? ' checked' : '';
      return `<fieldset><label for="${id}"><input type="checkbox" ${common}${ticked}>${escapeHtml(label)}</label>${note}</fieldset>`;
    }
    case 'multiline':
      return `<fieldset>${title}<textarea rows="4" ${common}>\n${text}</textarea>${note}</fieldset>`;
    case 'choice': {
      const choices = [{ value: '', label: '—' }, ...options].map(
        (option) =>
          `<option value="${escapeHtml(option.value)}"${option.value === (value ?? '') ? ' selected' : ''}>${escapeHtml(option.label)}</option>`,
      );
      return `<fieldset>${title}<select ${common}>${choices.join('')}</select>${note}</fieldset>`;
    }
    case 'text':
    case 'number':
    case 'date':
      return `<fieldset>${title}<input type="${type}" ${common} value="${text}">${note}</fieldset>`;
  }
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
