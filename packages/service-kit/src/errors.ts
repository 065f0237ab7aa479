import type { ErrorParams, Language } from '@ateneu/kernel';

/** The public side of a refusal that the edge itself makes, before or around the domain. */
export interface RequestErrorDefinition {
  /** `kit.<part>.<reason>`, stable for ever. */
  readonly code: string;
  /** HTTP status. */
  readonly status: number;
  readonly message: Readonly<Record<Language, string>>;
}

/** What a {@link RequestError} carries besides its definition. */
export interface RequestErrorDetails {
  params?: ErrorParams;
  /** Response headers that belong to the refusal, such as `retry-after`. */
  headers?: Readonly<Record<string, string>>;
  cause?: unknown;
}

/** A refusal of the edge: unreadable, unauthenticated, too much. Rules of the business are `DomainError`s instead. */
export class RequestError extends Error {
  override readonly name = 'RequestError';
  readonly definition: RequestErrorDefinition;
  readonly params: ErrorParams;
  readonly headers: Readonly<Record<string, string>>;

  constructor(definition: RequestErrorDefinition, details: RequestErrorDetails = {}) {
    super(`${definition.code}: ${definition.message.en}`, { cause: details.cause });
    this.definition = definition;
    this.params = details.params ?? {};
    this.headers = details.headers ?? {};
  }

  get code(): string {
    return this.definition.code;
  }

  /** The public sentence in one language. */
  publicMessage(language: Language): string {
    return this.definition.message[language].replace(/\{(\w+)\}/g, (placeholder, name: string) =>
      String(this.params[name] ?? placeholder),
    );
  }
}

/** Makes a {@link RequestError} of one definition. */
export type RequestErrorFactory = ((details?: RequestErrorDetails) => RequestError) & {
  readonly definition: RequestErrorDefinition;
};

function define(code: string, status: number, message: Record<Language, string>): RequestErrorFactory {
  const definition = { code, status, message };
  return Object.assign((details?: RequestErrorDetails) => new RequestError(definition, details), { definition });
}

/**
 * Every refusal that the kit itself makes. `ERRORS.md` lists the same codes, and a test holds the two together.
 * `kit.record.changed`, `kit.cursor.invalid` and `kit.idempotency.key-reused` belong to the persistence package.
 */
export const kitErrors = {
  requestInvalid: define('kit.request.invalid', 400, {
    ca: 'Algunes dades no són vàlides. Mireu «errors» per saber quines.',
    es: 'Algunos datos no son válidos. Consulte «errors» para saber cuáles.',
    en: 'Some of the data is not valid. See "errors" for which.',
  }),
  requestMalformed: define('kit.request.malformed', 400, {
    ca: 'La petició no es pot llegir: està mal formada.',
    es: 'La petición no se puede leer: está mal formada.',
    en: 'The request cannot be read: it is malformed.',
  }),
  requestTimeout: define('kit.request.timeout', 408, {
    ca: 'La petició ha trigat massa a arribar sencera.',
    es: 'La petición ha tardado demasiado en llegar entera.',
    en: 'The request took too long to arrive.',
  }),
  requestTooLarge: define('kit.request.too-large', 413, {
    ca: 'El cos de la petició és massa gran.',
    es: 'El cuerpo de la petición es demasiado grande.',
    en: 'The body of the request is too large.',
  }),
  uriTooLong: define('kit.request.uri-too-long', 414, {
    ca: 'L’adreça de la petició és massa llarga.',
    es: 'La dirección de la petición es demasiado larga.',
    en: 'The address of the request is too long.',
  }),
  mediaTypeUnsupported: define('kit.request.media-type', 415, {
    ca: 'Aquest tipus de contingut no s’accepta aquí. Envieu «application/json».',
    es: 'Este tipo de contenido no se acepta aquí. Envíe «application/json».',
    en: 'This media type is not accepted here. Send "application/json".',
  }),
  headersTooLarge: define('kit.request.headers-too-large', 431, {
    ca: 'Les capçaleres de la petició són massa grans.',
    es: 'Las cabeceras de la petición son demasiado grandes.',
    en: 'The headers of the request are too large.',
  }),
  rateLimited: define('kit.request.rate-limited', 429, {
    ca: 'Heu fet massa peticions en poca estona. Torneu-ho a provar d’aquí a {seconds} segons.',
    es: 'Ha hecho demasiadas peticiones en poco tiempo. Vuelva a intentarlo dentro de {seconds} segundos.',
    en: 'Too many requests in a short time. Try again in {seconds} seconds.',
  }),
  routeNotFound: define('kit.route.not-found', 404, {
    ca: 'En aquesta adreça no hi ha res.',
    es: 'En esta dirección no hay nada.',
    en: 'There is nothing at this address.',
  }),
  authenticationRequired: define('kit.auth.required', 401, {
    ca: 'Cal que us identifiqueu per fer això.',
    es: 'Es necesario que se identifique para hacer esto.',
    en: 'You need to identify yourself to do this.',
  }),
  credentialsInvalid: define('kit.auth.invalid', 401, {
    ca: 'Les credencials no són vàlides o han caducat. Torneu-vos a identificar.',
    es: 'Las credenciales no son válidas o han caducado. Vuelva a identificarse.',
    en: 'The credentials are not valid or have expired. Identify yourself again.',
  }),
  accessForbidden: define('kit.auth.forbidden', 403, {
    ca: 'No teniu permís per fer això.',
    es: 'No tiene permiso para hacer esto.',
    en: 'You are not allowed to do this.',
  }),
  identityUnavailable: define('kit.auth.unavailable', 503, {
    ca: 'Ara mateix no podem comprovar qui sou. Torneu-ho a provar d’aquí a una estona.',
    es: 'Ahora mismo no podemos comprobar quién es. Vuelva a intentarlo dentro de un rato.',
    en: 'We cannot check who you are at the moment. Try again in a while.',
  }),
  ifMatchRequired: define('kit.if-match.required', 428, {
    ca: 'Cal la capçalera If-Match amb l’ETag de la versió que heu llegit.',
    es: 'Hace falta la cabecera If-Match con el ETag de la versión que ha leído.',
    en: 'The If-Match header is required, with the ETag of the version you read.',
  }),
  ifMatchMismatch: define('kit.if-match.mismatch', 412, {
    ca: 'L’If-Match no és l’ETag de cap versió. Torneu-ho a carregar i repetiu el canvi.',
    es: 'El If-Match no es el ETag de ninguna versión. Vuelva a cargarlo y repita el cambio.',
    en: 'The If-Match is not the ETag of any version. Load it again and repeat your change.',
  }),
  idempotencyKeyMalformed: define('kit.idempotency.key-malformed', 400, {
    ca: 'La Idempotency-Key ha de tenir entre 1 i 255 caràcters ASCII visibles.',
    es: 'La Idempotency-Key debe tener entre 1 y 255 caracteres ASCII visibles.',
    en: 'The Idempotency-Key must have between 1 and 255 visible ASCII characters.',
  }),
  serviceUnavailable: define('kit.service.unavailable', 503, {
    ca: 'El servei no està disponible ara mateix. Torneu-ho a provar d’aquí a una estona.',
    es: 'El servicio no está disponible en este momento. Vuelva a intentarlo dentro de un rato.',
    en: 'The service is not available at the moment. Try again in a while.',
  }),
  serviceFailed: define('kit.service.failed', 500, {
    ca: 'Hi ha hagut un error inesperat. Si es repeteix, aviseu-nos i doneu-nos l’identificador de la petició.',
    es: 'Ha habido un error inesperado. Si se repite, avísenos y denos el identificador de la petición.',
    en: 'Something unexpected went wrong. If it happens again, tell us with the identifier of the request.',
  }),
} as const;
