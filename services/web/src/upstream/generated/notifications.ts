/* oxlint-disable */
// Made by `npm run generate -w services/web`: what this service calls of notifications.

export interface paths {
  '/v1/staff/deliveries': {
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
          event?: string;
          kind?: string;
          limit?: number;
          recipient?: string;
          status?: 'pending' | 'sending' | 'sent' | 'possibly-sent' | 'failed' | 'suppressed';
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
                attempts: number;
                /** @enum {string} */
                channel: 'email';
                /** Format: date-time */
                createdAt: string;
                /** Format: uuid */
                eventId: string;
                eventType: string;
                /** Format: uuid */
                id: string;
                kind: string;
                /** @enum {string} */
                language: 'ca' | 'es' | 'en';
                lastError: string | null;
                recipient: string;
                recipientName: string;
                sentAt: string | null;
                /** @enum {string} */
                status: 'pending' | 'sending' | 'sent' | 'possibly-sent' | 'failed' | 'suppressed';
                subject: string;
                /** Format: date-time */
                updatedAt: string;
                version: number;
              }[];
              next: string | null;
            };
          };
        };
        400: components['responses']['Problem400'];
        401: components['responses']['Problem401'];
        403: components['responses']['Problem403'];
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
