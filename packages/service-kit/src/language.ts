import { isLanguage, type Language } from '@ateneu/kernel';
import type { FastifyRequest } from 'fastify';

/** One entry of an `Accept` or `Accept-Language` header. */
interface Preference {
  value: string;
  quality: number;
}

/** Reads a preference header, best first; entries of equal quality keep their order, refused ones (`q=0`) go. */
export function parsePreferences(header: string | undefined): string[] {
  if (header === undefined || header.length > 1_000) return [];
  return header
    .split(',')
    .map((entry): Preference => {
      const [value = '', ...parameters] = entry.split(';').map((part) => part.trim());
      const quality = parameters.find((parameter) => parameter.startsWith('q='));
      return { value: value.toLowerCase(), quality: quality === undefined ? 1 : Number(quality.slice(2)) };
    })
    .filter(({ value, quality }) => value !== '' && quality > 0)
    .toSorted((left, right) => right.quality - left.quality)
    .map(({ value }) => value);
}

/** The best language for an `Accept-Language` header; Catalan where it names none that the platform speaks. */
export function negotiateLanguage(header: string | undefined): Language {
  for (const range of parsePreferences(header)) {
    if (range === '*') return 'ca';
    const primary = range.split('-', 1)[0];
    if (isLanguage(primary)) return primary;
  }
  return 'ca';
}

/** The language in which the caller wants to be answered, from `Accept-Language`. */
export function preferredLanguage(request: Pick<FastifyRequest, 'headers'>): Language {
  return negotiateLanguage(request.headers['accept-language']);
}

/** Whether the caller is a person with a browser rather than a program: it names HTML before JSON. */
export function prefersHtml(request: Pick<FastifyRequest, 'headers'>): boolean {
  const wanted = parsePreferences(request.headers.accept).find(
    (type) => type === 'text/html' || type.includes('json') || type === '*/*',
  );
  return wanted === 'text/html';
}
