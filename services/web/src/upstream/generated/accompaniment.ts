/* oxlint-disable */
// Made by `npm run generate -w services/web`: what this service calls of accompaniment.

export interface paths {
  '/v1/intake-requests': {
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
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            consent: {
              /** @enum {boolean} */
              data: true;
              textVersion: string;
            };
            homepage?: string;
            /** @enum {string} */
            modality: 'creation' | 'consolidation' | 'transformation' | 'unknown';
            person: {
              /** Format: email */
              email: string;
              /**
               * @default ca
               * @enum {string}
               */
              language?: 'ca' | 'es' | 'en';
              name: string;
              phone?: string;
            };
            project: {
              description: string;
              groupSize?: number;
              name: string;
              neighbourhood?: string;
              sector?: string;
            };
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
              /** @enum {string} */
              confirmation: 'sent';
              /** Format: uuid */
              id: string;
              /** @enum {string} */
              status: 'received';
            };
          };
        };
        400: components['responses']['Problem400'];
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
  '/v1/staff/intake-requests': {
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
          limit?: number;
          modality?: 'creation' | 'consolidation' | 'transformation' | 'unknown';
          status?: 'open' | 'received' | 'acknowledged' | 'first-meeting' | 'accepted' | 'declined' | 'referred';
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
                ageDays: number;
                /** Format: date-time */
                createdAt: string;
                /** Format: uuid */
                id: string;
                meetingAt: string | null;
                /** @enum {string} */
                modality: 'creation' | 'consolidation' | 'transformation' | 'unknown';
                neighbourhood: string | null;
                projectName: string;
                sector: string | null;
                /** @enum {string} */
                status: 'received' | 'acknowledged' | 'first-meeting' | 'accepted' | 'declined' | 'referred';
                /** Format: date-time */
                updatedAt: string;
                version: number;
                waitingDays: number;
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
  '/v1/staff/referrals': {
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
          direction?: 'inbound' | 'outbound';
          limit?: number;
          partnerId?: string;
          status?:
            | 'draft'
            | 'sent'
            | 'received'
            | 'accepted'
            | 'declined'
            | 'rerouted'
            | 'in-progress'
            | 'closed'
            | 'withdrawn'
            | 'expired';
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
                ageDays: number;
                /** Format: date-time */
                createdAt: string;
                /** @enum {string} */
                direction: 'inbound' | 'outbound';
                /** Format: uuid */
                id: string;
                /** @enum {string} */
                modality: 'creation' | 'consolidation' | 'transformation';
                neighbourhood: string | null;
                outcome:
                  | ('entity-created' | 'legal-form-transformed' | 'consolidated' | 'job-insertions' | 'none')
                  | null;
                partner: {
                  /** Format: uuid */
                  id: string;
                  name: string;
                };
                partnerReference: string | null;
                projectName: string | null;
                reasonCode:
                  | (
                      | 'not-sse'
                      | 'outside-territory'
                      | 'outside-scope'
                      | 'no-capacity'
                      | 'already-accompanied'
                      | 'duplicate'
                      | 'insufficient-information'
                      | 'person-unreachable'
                      | 'person-not-interested'
                      | 'other'
                    )
                  | null;
                sector: string | null;
                /** @enum {string} */
                status:
                  | 'draft'
                  | 'sent'
                  | 'received'
                  | 'accepted'
                  | 'declined'
                  | 'rerouted'
                  | 'in-progress'
                  | 'closed'
                  | 'withdrawn'
                  | 'expired';
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
    PartnerEvent: {
      /** Format: uuid */
      id: string;
      /** @constant */
      specversion: '1.0';
      subject: string;
      type: string;
    } & {
      [key: string]: unknown;
    };
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
