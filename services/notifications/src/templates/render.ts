import type { Language } from '@ateneu/kernel';

import { type Frame, frames } from './frame.ts';
import type { Action, Fact, MailContent } from './mail-template.ts';
import { renderHtml } from './render-html.ts';
import { greetingName, linesOf, oneLine } from './plain-text.ts';

/** Who reads a message. */
export interface Reader {
  name: string;
  language: Language;
  /** Their own page, and whether they can do without messages like this. */
  own?: { url: string; optional: boolean };
}

/** A message ready to be sent. */
export interface RenderedMail {
  language: Language;
  /** One line, without controls. */
  subject: string;
  text: string;
  html: string;
}

/** A message cleaned of whatever its values brought along; what both renderings are made from. */
export interface CleanMail {
  language: Language;
  frame: Frame;
  subject: string;
  greeting: string;
  /** Each paragraph as its lines. */
  paragraphs: readonly (readonly string[])[];
  facts: readonly Fact[];
  action: Action | undefined;
  closing: readonly (readonly string[])[];
  because: string;
  /** The link to the reader's own page, and what stands before it. */
  own: { label: string; url: string } | undefined;
}

/**
 * Renders a content for a reader as text and as HTML.
 *
 * @throws TypeError where the action's address is not an absolute web address
 */
export function renderMail(content: MailContent, reader: Reader): RenderedMail {
  const frame = frames[reader.language];
  const mail: CleanMail = {
    language: reader.language,
    frame,
    subject: oneLine(content.subject),
    greeting: frame.greeting(greetingName(reader.name)),
    paragraphs: content.paragraphs.map(linesOf),
    facts: (content.facts ?? []).map(cleanFact),
    action: content.action === undefined ? undefined : { ...content.action, url: webAddress(content.action.url) },
    closing: (content.closing ?? []).map(linesOf),
    because: content.because,
    own:
      reader.own === undefined
        ? undefined
        : { label: frame.own[reader.own.optional ? 'optional' : 'essential'], url: webAddress(reader.own.url) },
  };
  return { language: mail.language, subject: mail.subject, text: renderText(mail), html: renderHtml(mail) };
}

function cleanFact([label, value, url, alt]: Fact): Fact {
  const line = [oneLine(label), oneLine(value)] as const;
  if (url === undefined) return line;
  return alt === undefined ? [...line, webAddress(url)] : [...line, webAddress(url), oneLine(alt)];
}

function webAddress(text: string): string {
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw new TypeError(`Not a web address: ${url.protocol}`);
  return url.href;
}

function renderText(mail: CleanMail): string {
  const blocks = [
    mail.greeting,
    ...mail.paragraphs.map((lines) => lines.join('\n')),
    mail.facts
      .map(([label, value, url]) => [`${label}: ${value}`.trim(), ...(url === undefined ? [] : [url])].join('\n'))
      .join('\n'),
    mail.action === undefined ? '' : `${mail.action.label}:\n${mail.action.url}`,
    ...mail.closing.map((lines) => lines.join('\n')),
    mail.frame.signature.join('\n'),
    // The mark by which mail programs know where the signature and the foot begin.
    `-- \n${mail.frame.sentBy} ${mail.because}`,
    mail.own === undefined ? '' : `${mail.own.label}\n${mail.own.url}`,
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}
