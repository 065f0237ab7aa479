import { defineError } from '@ateneu/kernel';
import { kitErrors, type Problem } from '@ateneu/service-kit';

/** What became of a call to a service. */
export type Answer<T> =
  | { readonly kind: 'ok'; readonly data: T; readonly etag: string | undefined }
  /** The service refused, and says why. */
  | { readonly kind: 'refused'; readonly problem: Problem }
  /** It did not answer, or not in time, or failed. */
  | { readonly kind: 'down' };

/** A page's own subject cannot be had: the service that has it does not answer. */
export const upstreamDown = defineError({
  code: 'web.upstream.unavailable',
  kind: 'unavailable',
  message: {
    ca: 'Aquesta part del web no respon ara mateix. Torneu-ho a provar d’aquí a una estona.',
    es: 'Esta parte de la web no responde ahora mismo. Vuelva a intentarlo dentro de un rato.',
    en: 'This part of the site is not answering right now. Try again in a while.',
  },
});

interface Response<T> {
  data?: T;
  error?: unknown;
  response: { status: number; headers: { get(name: string): string | null } };
}

/** Waits for a call and tells what became of it; it never throws. */
export async function settle<T>(call: Promise<Response<T>>): Promise<Answer<NonNullable<T>>> {
  try {
    const { data, error, response } = await call;
    if (response.status < 400) {
      return { kind: 'ok', data: data as NonNullable<T>, etag: response.headers.get('etag') ?? undefined };
    }
    return response.status >= 500 || !isProblem(error) ? { kind: 'down' } : { kind: 'refused', problem: error };
  } catch {
    return { kind: 'down' };
  }
}

/**
 * Gives the data of a call whose subject is the page's own.
 *
 * @throws DomainError a refusal to read is the page's own 404, and a service that is down its 503
 */
export function must<T>(answer: Answer<T>): T {
  if (answer.kind === 'ok') return answer.data;
  if (answer.kind === 'down') throw upstreamDown();
  if (answer.problem.status === 401) throw kitErrors.authenticationRequired();
  throw answer.problem.status === 403 ? kitErrors.accessForbidden() : kitErrors.routeNotFound();
}

function isProblem(value: unknown): value is Problem {
  return typeof value === 'object' && value !== null && 'code' in value && 'detail' in value;
}
