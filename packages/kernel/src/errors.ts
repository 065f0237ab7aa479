import type { Language } from './localized-text.ts';

/**
 * What sort of refusal an error is. The edge (HTTP, a consumer, a command line) decides what each sort becomes there;
 * the domain never names a status.
 *
 * - `invalid`: the input breaks a rule that the caller can see and mend
 * - `not-found`: there is no such thing, or the caller may not know of it
 * - `conflict`: the thing is in a state that does not allow this
 * - `stale`: the caller's copy is older than the current one
 * - `forbidden`: the caller is known and may not do this
 * - `gone`: it was there and has ended (an expired link)
 * - `unavailable`: a part the operation needs cannot be reached now
 */
export type ErrorKind = 'invalid' | 'not-found' | 'conflict' | 'stale' | 'forbidden' | 'gone' | 'unavailable';

/** Values that a public sentence may carry, by placeholder name. */
export type ErrorParams = Readonly<Record<string, string | number>>;

/** A failure's public side, declared once beside the feature that owns it. */
export interface ErrorDefinition {
  /** `service.aggregate.reason`, stable for ever: clients branch on it. */
  readonly code: string;
  readonly kind: ErrorKind;
  /** The sentence a person reads; `{name}` is replaced from the parameters. All three languages are required. */
  readonly message: Readonly<Record<Language, string>>;
}

/** A refusal with a code, a public sentence and a private cause. */
export class DomainError extends Error {
  override readonly name = 'DomainError';
  readonly definition: ErrorDefinition;
  readonly params: ErrorParams;

  constructor(definition: ErrorDefinition, params: ErrorParams = {}, options?: { cause?: unknown }) {
    super(`${definition.code}: ${interpolate(definition.message.en, params)}`, options);
    this.definition = definition;
    this.params = params;
  }

  get code(): string {
    return this.definition.code;
  }

  get kind(): ErrorKind {
    return this.definition.kind;
  }

  /** The public sentence in one language. */
  publicMessage(language: Language): string {
    return interpolate(this.definition.message[language], this.params);
  }
}

/** Makes a {@link DomainError} of one definition. */
export type ErrorFactory = ((params?: ErrorParams, options?: { cause?: unknown }) => DomainError) & {
  readonly definition: ErrorDefinition;
};

const CODE = /^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*){1,2}$/;

/**
 * Declares an error and returns its factory: `throw sessionFull({ capacity: 30 })`.
 *
 * @throws TypeError where the code is not `service.aggregate.reason` (or `kit.reason`) in kebab case.
 */
export function defineError(definition: ErrorDefinition): ErrorFactory {
  if (!CODE.test(definition.code)) throw new TypeError(`Not an error code: ${definition.code}`);
  const create = (params?: ErrorParams, options?: { cause?: unknown }) => new DomainError(definition, params, options);
  return Object.assign(create, { definition });
}

function interpolate(sentence: string, params: ErrorParams): string {
  return sentence.replace(/\{(\w+)\}/g, (placeholder, name: string) => String(params[name] ?? placeholder));
}
