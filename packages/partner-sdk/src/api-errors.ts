/** One field that the API did not accept. */
export interface FieldProblem {
  /** JSON Pointer from the part of the request, such as `/body/person/email`. */
  pointer: string;
  code: string;
  message: string;
}

/** What a refusal says: problem details of RFC 9457. */
export interface ApiRefusal {
  status: number;
  code: string;
  detail: string;
  instance: string | undefined;
  errors: readonly FieldProblem[];
  retryAfterMs: number | undefined;
}

/** The API refused a call. */
export class PartnerApiError extends Error {
  override readonly name = 'PartnerApiError';
  /** The HTTP status. */
  readonly status: number;
  /** Stable: branch on it. `http.<status>` where the answer was no problem details, as from a proxy. */
  readonly code: string;
  /** What happened, for a person, in the client’s language. */
  readonly detail: string;
  /** Identifies the request; quote it when you ask the ateneu about it. */
  readonly instance: string | undefined;
  /** The fields that are wrong, where the request did not match its schema. */
  readonly errors: readonly FieldProblem[];
  /** How long the service asked to wait, in milliseconds. */
  readonly retryAfterMs: number | undefined;

  constructor(refusal: ApiRefusal) {
    super(`${refusal.status} ${refusal.code}: ${refusal.detail}`);
    this.status = refusal.status;
    this.code = refusal.code;
    this.detail = refusal.detail;
    this.instance = refusal.instance;
    this.errors = refusal.errors;
    this.retryAfterMs = refusal.retryAfterMs;
  }
}

/** No answer came, in the time and the attempts allowed. Whether the call took effect is not known; it may be repeated. */
export class PartnerUnreachableError extends Error {
  override readonly name = 'PartnerUnreachableError';

  constructor(cause: unknown) {
    super('The partner API did not answer.', { cause });
  }
}
