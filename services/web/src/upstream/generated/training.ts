/* oxlint-disable */
// Made by `npm run generate -w services/web`: what this service calls of training.

export interface paths {
  '/v1/sessions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: {
      parameters: {
        query?: {
          cursor?: string;
          from?: string;
          limit?: number;
          q?: string;
          to?: string;
        };
        header?: {
          'Accept-Language'?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              items: {
                /** @enum {string} */
                availability: 'open' | 'waiting-list' | 'full' | 'not-yet-open' | 'closed' | 'started' | 'cancelled';
                cancellationReason: {
                  ca: string;
                  en?: string;
                  es?: string;
                } | null;
                capacity: number;
                /** Format: date-time */
                endsAt: string;
                enrolmentClosesAt: string | null;
                enrolmentOpensAt: string | null;
                /** Format: uuid */
                id: string;
                /** @enum {string} */
                mode: 'in-person' | 'online' | 'hybrid';
                placesLeft: number;
                previousStartsAt: string | null;
                /** Format: date-time */
                startsAt: string;
                /** @enum {string} */
                status: 'published' | 'in-progress' | 'held' | 'cancelled';
                summary: {
                  ca: string;
                  en?: string;
                  es?: string;
                };
                title: {
                  ca: string;
                  en?: string;
                  es?: string;
                };
                venue: string | null;
                waiting: number;
                waitingListEnabled: boolean;
              }[];
              next: string | null;
            };
          };
        };
        400: components['responses']['Problem400'];
        429: components['responses']['Problem429'];
        503: components['responses']['Problem503'];
        default: components['responses']['Problem'];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/sessions/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: {
      parameters: {
        query?: never;
        header?: {
          'Accept-Language'?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** @enum {string} */
              availability: 'open' | 'waiting-list' | 'full' | 'not-yet-open' | 'closed' | 'started' | 'cancelled';
              cancellationReason: {
                ca: string;
                en?: string;
                es?: string;
              } | null;
              capacity: number;
              /** Format: date-time */
              endsAt: string;
              enrolmentClosesAt: string | null;
              enrolmentOpensAt: string | null;
              /** Format: uuid */
              id: string;
              /** @enum {string} */
              mode: 'in-person' | 'online' | 'hybrid';
              placesLeft: number;
              previousStartsAt: string | null;
              /** Format: date-time */
              startsAt: string;
              /** @enum {string} */
              status: 'published' | 'in-progress' | 'held' | 'cancelled';
              summary: {
                ca: string;
                en?: string;
                es?: string;
              };
              title: {
                ca: string;
                en?: string;
                es?: string;
              };
              venue: string | null;
              waiting: number;
              waitingListEnabled: boolean;
            };
          };
        };
        400: components['responses']['Problem400'];
        404: components['responses']['Problem404'];
        429: components['responses']['Problem429'];
        503: components['responses']['Problem503'];
        default: components['responses']['Problem'];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/sessions/{id}/enrolments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: {
      parameters: {
        query?: never;
        header?: {
          'Accept-Language'?: string;
          'Idempotency-Key'?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            birthYear?: number;
            consents: {
              /** @enum {boolean} */
              data: true;
              /** @default false */
              images?: boolean;
              /** @default false */
              news?: boolean;
              textVersion: string;
            };
            /** Format: email */
            email: string;
            homepage?: string;
            /**
             * @default ca
             * @enum {string}
             */
            language?: 'ca' | 'es';
            municipality?: string;
            name: string;
            phone?: string;
          };
        };
      };
      responses: {
        201: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** Format: uuid */
              id: string;
              position: number | null;
              /** @enum {string} */
              status: 'confirmed' | 'waiting';
            };
          };
        };
        400: components['responses']['Problem400'];
        404: components['responses']['Problem404'];
        413: components['responses']['Problem413'];
        415: components['responses']['Problem415'];
        429: components['responses']['Problem429'];
        503: components['responses']['Problem503'];
        default: components['responses']['Problem'];
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    Problem: {
      code: string;
      detail: string;
      errors?: {
        code: string;
        message: string;
        pointer: string;
      }[];
      instance: string;
      status: number;
      title: string;
      type: string;
    };
  };
  responses: {
    Problem: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    Problem400: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    Problem401: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    Problem403: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    Problem404: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    Problem410: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    Problem412: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    Problem413: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    Problem415: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    Problem428: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    Problem429: {
      headers: {
        'Retry-After'?: number;
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    Problem503: {
      headers: {
        'Retry-After'?: number;
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
  };
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
