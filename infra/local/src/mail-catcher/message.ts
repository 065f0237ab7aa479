import { newId } from '@ateneu/kernel';
import { simpleParser } from 'mailparser';
import { z } from 'zod';

/** One caught message, as it is kept in memory, in a file and on the wire. */
export const caughtMessageSchema = z.object({
  id: z.string(),
  /** The sender of the envelope or, where it has none (a bounce), of the header. */
  from: z.string(),
  /** Everyone in the envelope, whatever the headers say: blind copies too. */
  to: z.array(z.string()),
  subject: z.string(),
  text: z.string(),
  html: z.string().nullable(),
  /** Header lines by lower-case name, unfolded; a name that comes twice keeps its lines joined by a line break. */
  headers: z.record(z.string(), z.string()),
  /** What the message says of its date, ISO 8601. */
  date: z.string().nullable(),
  /** When the catcher took it, ISO 8601; strictly increasing. */
  receivedAt: z.string(),
  /** Every http(s) address of the message, in order, once each. */
  links: z.array(z.string()),
});

/** One caught message. */
export type CaughtMessage = z.infer<typeof caughtMessageSchema>;

/** Reads a message as it came over SMTP. */
export async function parseMessage(
  source: Buffer,
  envelope: { from: string; to: readonly string[] },
  receivedAt: Date,
): Promise<CaughtMessage> {
  const parsed = await simpleParser(source, { skipHtmlToText: true, skipTextToHtml: true });
  const htmlText = typeof parsed.html === 'string' ? parsed.html : null;
  const text = parsed.text ?? '';
  return {
    id: newId(),
    from: envelope.from === '' ? (parsed.from?.value[0]?.address ?? '') : envelope.from,
    to: [...envelope.to],
    subject: parsed.subject ?? '',
    text,
    html: htmlText,
    headers: headersOf(parsed.headerLines),
    date: parsed.date?.toISOString() ?? null,
    receivedAt: receivedAt.toISOString(),
    links: linksIn(text, htmlText),
  };
}

function headersOf(lines: readonly { key: string; line: string }[]): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const { key, line } of lines) {
    const value = line
      .slice(line.indexOf(':') + 1)
      .replace(/\r?\n[ \t]+/g, ' ')
      .trim();
    headers[key] = headers[key] === undefined ? value : `${headers[key]}\n${value}`;
  }
  return headers;
}

/** The addresses that a reader could follow: those of the HTML part's links, then those written out in the text. */
function linksIn(text: string, htmlText: string | null): string[] {
  const fromHtml = [...(htmlText ?? '').matchAll(/href\s*=\s*(?:"([^"]*)"|'([^']*)')/gi)].map((match) =>
    unescapeHtml(match[1] ?? match[2] ?? ''),
  );
  const fromText = [...text.matchAll(/https?:\/\/[^\s<>"']+/g)].map(([address]) =>
    address.replace(/[.,;:!?)\]]+$/, ''),
  );
  return [...new Set([...fromHtml, ...fromText])].filter((address) => /^https?:\/\//.test(address));
}

function unescapeHtml(text: string): string {
  const characters: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#x27': "'" };
  return text.replace(
    /&(amp|lt|gt|quot|#39|#x27);/gi,
    (entity, name: string) => characters[name.toLowerCase()] ?? entity,
  );
}
