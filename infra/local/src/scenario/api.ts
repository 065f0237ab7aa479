import { setTimeout as sleep } from 'node:timers/promises';

import { Broken } from './report.ts';

/** What a request was answered. */
export interface Answer<Body> {
  status: number;
  body: Body;
  /** The version that the answer is of, for `If-Match`. */
  etag: string | undefined;
}

/** One caller of the platform's HTTP APIs. */
export interface Api {
  get<Body>(path: string): Promise<Answer<Body>>;
  post<Body>(path: string, body?: object, headers?: Record<string, string>): Promise<Answer<Body>>;
  put<Body>(path: string, body: object, headers?: Record<string, string>): Promise<Answer<Body>>;
  /** A post that must succeed. @throws Broken where it is refused, with what the API said */
  done<Body>(path: string, body?: object, headers?: Record<string, string>): Promise<Answer<Body>>;
}

/**
 * Makes a caller: anybody without a bearer, staff with a token, a partner with its key.
 *
 * @param patienceMs for how long a service that says 503, which is to try again in a while, is tried again; not at all
 *   unless it is said
 */
export function createApi(origin: string, bearer?: string, { patienceMs = 0 } = {}): Api {
  const send = async <Body>(
    method: string,
    path: string,
    body?: object,
    headers?: Record<string, string>,
  ): Promise<Answer<Body>> => {
    for (const until = performance.now() + patienceMs; ; await sleep(500)) {
      const answer = await sendOnce<Body>(method, path, body, headers);
      if (answer.status !== 503 || performance.now() >= until) return answer;
    }
  };
  const sendOnce = async <Body>(
    method: string,
    path: string,
    body?: object,
    headers: Record<string, string> = {},
  ): Promise<Answer<Body>> => {
    const response = await fetch(path.startsWith('http') ? path : `${origin}${path}`, {
      method,
      headers: {
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      body: (text === '' ? undefined : JSON.parse(text)) as Body,
      etag: response.headers.get('etag') ?? undefined,
    };
  };
  const post = <Body>(path: string, body?: object, headers?: Record<string, string>): Promise<Answer<Body>> =>
    send('POST', path, body, headers);
  return {
    get: (path) => send('GET', path),
    post,
    put: (path, body, headers) => send('PUT', path, body, headers),
    done: async <Body>(path: string, body?: object, headers?: Record<string, string>) => {
      const answer = await post<Body>(path, body, headers);
      if (answer.status >= 400) {
        throw new Broken(`POST ${path} was answered ${answer.status}: ${JSON.stringify(answer.body)}`);
      }
      return answer;
    },
  };
}
