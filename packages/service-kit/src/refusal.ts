import { STATUS_CODES } from 'node:http';

import { DomainError, type ErrorKind, type Language } from '@ateneu/kernel';
import { isTemporary } from '@ateneu/persistence';

import { kitErrors, RequestError } from './errors.ts';
import { ValidationError } from './validation.ts';
import { type FieldProblem, fieldProblems } from './validation-problems.ts';

/** What an error becomes at the edge, still without a language. */
export interface Refusal {
  status: number;
  code: string;
  headers: Readonly<Record<string, string>>;
  detail(language: Language): string;
  fields?: (language: Language) => FieldProblem[];
}

const statusOfKind: Readonly<Record<ErrorKind, number>> = {
  invalid: 422,
  'not-found': 404,
  conflict: 409,
  stale: 412,
  forbidden: 403,
  gone: 410,
  unavailable: 503,
};

/** Fastify's own refusals of a request, by their code; any other 4xx of Fastify is a malformed request. */
const fastifyRefusals: Readonly<Record<string, () => RequestError>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: kitErrors.requestTooLarge,
  FST_ERR_CTP_INVALID_MEDIA_TYPE: kitErrors.mediaTypeUnsupported,
  FST_ERR_MAX_PARAM_LENGTH: kitErrors.uriTooLong,
  FST_ERR_HANDLER_TIMEOUT: kitErrors.serviceUnavailable,
  FST_ERR_NOT_FOUND: kitErrors.routeNotFound,
  HPE_HEADER_OVERFLOW: kitErrors.headersTooLarge,
  ERR_HTTP_REQUEST_TIMEOUT: kitErrors.requestTimeout,
};

/** Decides what an error of any origin is to the caller. What it does not know becomes a 500 that tells nothing. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof DomainError) return ofDomainError(error);
  if (error instanceof RequestError) return ofRequestError(error);
  if (error instanceof ValidationError) {
    return {
      ...ofRequestError(kitErrors.requestInvalid({ cause: error })),
      fields: (language) => fieldProblems(error, language),
    };
  }
  const { code, statusCode } = error as { code?: unknown; statusCode?: unknown };
  const known = typeof code === 'string' ? fastifyRefusals[code] : undefined;
  if (known !== undefined) return ofRequestError(known());
  if (isTemporary(error)) return ofRequestError(kitErrors.serviceUnavailable());
  const malformed = typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500;
  return ofRequestError(malformed ? kitErrors.requestMalformed() : kitErrors.serviceFailed());
}

function ofDomainError(error: DomainError): Refusal {
  const status = statusOfKind[error.kind];
  return {
    status,
    code: error.code,
    headers: retryAfter(status),
    detail: (language) => error.publicMessage(language),
  };
}

function ofRequestError(error: RequestError): Refusal {
  const { status } = error.definition;
  return {
    status,
    code: error.code,
    headers: { ...retryAfter(status), ...error.headers },
    detail: (language) => error.publicMessage(language),
  };
}

function retryAfter(status: number): Record<string, string> {
  return status === 503 ? { 'retry-after': '5' } : {};
}

const titles: Readonly<Record<number, Readonly<Record<Language, string>>>> = {
  400: { ca: 'Petició no vàlida', es: 'Petición no válida', en: 'Invalid request' },
  401: { ca: 'Cal identificar-se', es: 'Es necesario identificarse', en: 'Authentication required' },
  403: { ca: 'Accés no permès', es: 'Acceso no permitido', en: 'Access not allowed' },
  404: { ca: 'No s’ha trobat', es: 'No se ha encontrado', en: 'Not found' },
  408: { ca: 'Temps esgotat', es: 'Tiempo agotado', en: 'Timed out' },
  409: { ca: 'No és possible en l’estat actual', es: 'No es posible en el estado actual', en: 'Conflict' },
  410: { ca: 'Ja no està disponible', es: 'Ya no está disponible', en: 'No longer available' },
  412: { ca: 'Ha canviat mentrestant', es: 'Ha cambiado mientras tanto', en: 'Changed meanwhile' },
  413: { ca: 'Massa contingut', es: 'Demasiado contenido', en: 'Content too large' },
  414: { ca: 'Adreça massa llarga', es: 'Dirección demasiado larga', en: 'Address too long' },
  415: { ca: 'Tipus de contingut no admès', es: 'Tipo de contenido no admitido', en: 'Unsupported media type' },
  422: { ca: 'No es pot acceptar', es: 'No se puede aceptar', en: 'Cannot be accepted' },
  428: { ca: 'Cal indicar la versió', es: 'Hay que indicar la versión', en: 'Version required' },
  429: { ca: 'Massa peticions', es: 'Demasiadas peticiones', en: 'Too many requests' },
  431: { ca: 'Capçaleres massa grans', es: 'Cabeceras demasiado grandes', en: 'Headers too large' },
  500: { ca: 'Error inesperat', es: 'Error inesperado', en: 'Unexpected error' },
  503: { ca: 'Servei no disponible', es: 'Servicio no disponible', en: 'Service unavailable' },
};

/** The title of a status in one language. */
export function titleOf(status: number, language: Language): string {
  return titles[status]?.[language] ?? STATUS_CODES[status] ?? String(status);
}
