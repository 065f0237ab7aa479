import { defineError, type DomainError, isLanguage, type Language } from '@ateneu/kernel';

/** Nothing is at this address of the origin. */
export const notFound = defineError({
  code: 'proxy.not-found',
  kind: 'not-found',
  message: {
    ca: 'No hi ha res en aquesta adreça.',
    es: 'No hay nada en esta dirección.',
    en: 'There is nothing at this address.',
  },
});

/** The part behind the address does not answer at all. */
export const upstreamDown = defineError({
  code: 'proxy.upstream.unavailable',
  kind: 'unavailable',
  message: {
    ca: 'Aquesta part de la plataforma ({name}) no respon ara mateix. Torneu-ho a provar d’aquí a uns segons.',
    es: 'Esta parte de la plataforma ({name}) no responde ahora mismo. Vuelva a intentarlo dentro de unos segundos.',
    en: 'This part of the platform ({name}) is not answering right now. Try again in a few seconds.',
  },
});

/** The part behind the address broke off in the middle of its answer. */
export const upstreamBroken = defineError({
  code: 'proxy.upstream.broken',
  kind: 'unavailable',
  message: {
    ca: 'Aquesta part de la plataforma ({name}) s’ha interromput abans de respondre.',
    es: 'Esta parte de la plataforma ({name}) se ha interrumpido antes de responder.',
    en: 'This part of the platform ({name}) broke off before it answered.',
  },
});

/** The part behind the address takes too long. */
export const upstreamSlow = defineError({
  code: 'proxy.upstream.timeout',
  kind: 'unavailable',
  message: {
    ca: 'Aquesta part de la plataforma ({name}) triga massa a respondre.',
    es: 'Esta parte de la plataforma ({name}) tarda demasiado en responder.',
    en: 'This part of the platform ({name}) takes too long to answer.',
  },
});

/** A problem details document (RFC 9457). */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
}

/** An error as a problem details document in the reader's language. */
export function problemOf(error: DomainError, status: number, language: Language): Problem {
  const detail = error.publicMessage(language);
  return { type: 'about:blank', title: detail.split('. ')[0] ?? detail, status, code: error.code, detail };
}

/** The language of the platform that a browser prefers; Catalan when it names none. */
export function preferredLanguage(acceptLanguage: string | undefined): Language {
  const ranked = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', quality] = part.trim().split(/\s*;\s*q=/);
      return { language: tag.slice(0, 2).toLowerCase(), quality: Number(quality ?? 1) };
    })
    .sort((left, right) => right.quality - left.quality);
  return ranked.map(({ language }) => language).find(isLanguage) ?? 'ca';
}
