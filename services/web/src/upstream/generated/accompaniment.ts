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
  '/v1/ops/dead-letters': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: {
      parameters: {
        query?: {
          after?: number;
          limit?: number;
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
                body: string;
                /** Format: date-time */
                buriedAt: string;
                deliveries: number;
                detail: string;
                reason: string;
                sequence: number;
                subject: string;
                truncated: boolean;
              }[];
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
  '/v1/ops/dead-letters/{sequence}/drop': {
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
        };
        path: {
          sequence: number;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            reason: string;
          };
        };
      };
      responses: {
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              sequence: number;
            };
          };
        };
        400: components['responses']['Problem400'];
        401: components['responses']['Problem401'];
        403: components['responses']['Problem403'];
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
  '/v1/ops/dead-letters/{sequence}/replay': {
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
        };
        path: {
          sequence: number;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        202: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              sequence: number;
            };
          };
        };
        400: components['responses']['Problem400'];
        401: components['responses']['Problem401'];
        403: components['responses']['Problem403'];
        404: components['responses']['Problem404'];
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
  '/v1/partner-sign-ins': {
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
        };
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            /** Format: email */
            email: string;
          };
        };
      };
      responses: {
        202: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** @enum {boolean} */
              asked: true;
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
  '/v1/partner/credentials': {
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
              earlierUntil: string | null;
              since: string | null;
            };
          };
        };
        401: components['responses']['Problem401'];
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
  '/v1/partner/credentials/rotate': {
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
        };
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            /** @default 24 */
            overlapHours?: number;
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
              apiKey: string;
              creds: string;
              earlierUntil: string | null;
              nats: {
                apiPrefix: string;
                consumer: string;
                servers: string[];
                /** @enum {string} */
                stream: 'REFERRALS';
              };
            };
          };
        };
        400: components['responses']['Problem400'];
        401: components['responses']['Problem401'];
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
  '/v1/partner/events': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: {
      parameters: {
        query?: {
          after?: string;
          limit?: number;
          wait?: number;
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
              events: components['schemas']['PartnerEvent'][];
              more: boolean;
              next: string;
            };
          };
        };
        400: components['responses']['Problem400'];
        401: components['responses']['Problem401'];
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
  '/v1/partner/referrals': {
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
                /** Format: date-time */
                createdAt: string;
                /** @enum {string} */
                direction: 'inbound' | 'outbound';
                /** Format: uuid */
                id: string;
                /** @enum {string} */
                modality: 'creation' | 'consolidation' | 'transformation';
                outcome:
                  | ('entity-created' | 'legal-form-transformed' | 'consolidated' | 'job-insertions' | 'none')
                  | null;
                partnerReference: string | null;
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
        429: components['responses']['Problem429'];
        503: components['responses']['Problem503'];
        default: components['responses']['Problem'];
      };
    };
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
              /** Format: date */
              givenOn: string;
              /** @enum {string} */
              scope: 'referral' | 'referral-and-follow-up' | 'referral-and-rerouting';
              textVersion: string;
            };
            /** @enum {string} */
            modality: 'creation' | 'consolidation' | 'transformation';
            partnerReference?: string;
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
              /** Format: uuid */
              id: string;
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
              version: number;
            };
          };
        };
        400: components['responses']['Problem400'];
        401: components['responses']['Problem401'];
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
  '/v1/partner/referrals/{id}': {
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
              consent: {
                withdrawnAt: string | null;
              };
              /** Format: date-time */
              createdAt: string;
              /** @enum {string} */
              direction: 'inbound' | 'outbound';
              /** Format: uuid */
              id: string;
              /** @enum {string} */
              modality: 'creation' | 'consolidation' | 'transformation';
              outcome:
                | ('entity-created' | 'legal-form-transformed' | 'consolidated' | 'job-insertions' | 'none')
                | null;
              partnerReference: string | null;
              person: {
                /** Format: email */
                email: string;
                /** @enum {string} */
                language: 'ca' | 'es' | 'en';
                name: string;
                phone?: string;
              } | null;
              project: {
                description: string;
                groupSize?: number;
                name: string;
                neighbourhood?: string;
                sector?: string;
              } | null;
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
            };
          };
        };
        400: components['responses']['Problem400'];
        401: components['responses']['Problem401'];
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
  '/v1/partner/referrals/{id}/accept': {
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
              /** Format: uuid */
              id: string;
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
              version: number;
            };
          };
        };
        400: components['responses']['Problem400'];
        401: components['responses']['Problem401'];
        404: components['responses']['Problem404'];
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
  '/v1/partner/referrals/{id}/close': {
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
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            /** @enum {string} */
            outcome: 'entity-created' | 'legal-form-transformed' | 'consolidated' | 'job-insertions' | 'none';
          };
        };
      };
      responses: {
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** Format: uuid */
              id: string;
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
              version: number;
            };
          };
        };
        400: components['responses']['Problem400'];
        401: components['responses']['Problem401'];
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
  '/v1/partner/referrals/{id}/decline': {
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
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            note?: string;
            /** @enum {string} */
            reasonCode:
              | 'not-sse'
              | 'outside-territory'
              | 'outside-scope'
              | 'no-capacity'
              | 'already-accompanied'
              | 'duplicate'
              | 'insufficient-information'
              | 'person-unreachable'
              | 'person-not-interested'
              | 'other';
          };
        };
      };
      responses: {
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** Format: uuid */
              id: string;
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
              version: number;
            };
          };
        };
        400: components['responses']['Problem400'];
        401: components['responses']['Problem401'];
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
  '/v1/partner/referrals/{id}/documents': {
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
              items: {
                bytes: number;
                fileName: string;
                /** Format: uuid */
                id: string;
                /** @enum {string} */
                kind: 'statutes' | 'viability-plan' | 'minutes' | 'evidence' | 'other';
                mediaType: string;
                sha256: string;
                /** Format: date-time */
                uploadedAt: string;
              }[];
            };
          };
        };
        400: components['responses']['Problem400'];
        401: components['responses']['Problem401'];
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
  '/v1/partner/referrals/{id}/documents/{documentId}/content': {
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
          documentId: string;
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
            'application/octet-stream': unknown;
          };
        };
        400: components['responses']['Problem400'];
        401: components['responses']['Problem401'];
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
  '/v1/partner/referrals/{id}/start': {
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
              /** Format: uuid */
              id: string;
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
              version: number;
            };
          };
        };
        400: components['responses']['Problem400'];
        401: components['responses']['Problem401'];
        404: components['responses']['Problem404'];
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
  '/v1/partner/referrals/{id}/withdraw': {
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
              /** Format: uuid */
              id: string;
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
              version: number;
            };
          };
        };
        400: components['responses']['Problem400'];
        401: components['responses']['Problem401'];
        404: components['responses']['Problem404'];
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
  '/v1/partner/referrals/{id}/withdraw-consent': {
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
              /** Format: uuid */
              id: string;
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
              version: number;
            };
          };
        };
        400: components['responses']['Problem400'];
        401: components['responses']['Problem401'];
        404: components['responses']['Problem404'];
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
  '/v1/partner/session': {
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
              /** @enum {string} */
              by: 'api-key' | 'e-mail';
              contact: string | null;
              partner: {
                /** Format: uuid */
                id: string;
                name: string;
              };
              validUntil: string | null;
            };
          };
        };
        401: components['responses']['Problem401'];
        429: components['responses']['Problem429'];
        503: components['responses']['Problem503'];
        default: components['responses']['Problem'];
      };
    };
    put?: never;
    post?: never;
    delete: {
      parameters: {
        query?: never;
        header?: {
          'Accept-Language'?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        204: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
        401: components['responses']['Problem401'];
        429: components['responses']['Problem429'];
        503: components['responses']['Problem503'];
        default: components['responses']['Problem'];
      };
    };
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/reference/referral-codes': {
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
              abandonReasons: {
                code: string;
                label: {
                  ca: string;
                  en?: string;
                  es?: string;
                };
              }[];
              declineReasons: {
                code: string;
                label: {
                  ca: string;
                  en?: string;
                  es?: string;
                };
              }[];
              modalities: {
                code: string;
                label: {
                  ca: string;
                  en?: string;
                  es?: string;
                };
              }[];
              outcomes: {
                code: string;
                label: {
                  ca: string;
                  en?: string;
                  es?: string;
                };
              }[];
              statuses: {
                code: string;
                label: {
                  ca: string;
                  en?: string;
                  es?: string;
                };
              }[];
              version: string;
            };
          };
        };
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
  '/v1/self-service/partner-sign-ins/{secret}': {
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
          secret: string;
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
              contact: string;
              /** Format: date-time */
              expiresAt: string;
              partner: {
                /** Format: uuid */
                id: string;
                name: string;
              };
            };
          };
        };
        400: components['responses']['Problem400'];
        404: components['responses']['Problem404'];
        410: components['responses']['Problem410'];
        429: components['responses']['Problem429'];
        503: components['responses']['Problem503'];
        default: components['responses']['Problem'];
      };
    };
    put?: never;
    post: {
      parameters: {
        query?: never;
        header?: {
          'Accept-Language'?: string;
        };
        path: {
          secret: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': Record<string, never>;
        };
      };
      responses: {
        201: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              contact: string;
              partner: {
                /** Format: uuid */
                id: string;
                name: string;
              };
              token: string;
              /** Format: date-time */
              validUntil: string;
            };
          };
        };
        400: components['responses']['Problem400'];
        404: components['responses']['Problem404'];
        410: components['responses']['Problem410'];
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
  '/v1/staff/accompaniments': {
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
          projectId?: string;
          status?: 'planned' | 'in-progress' | 'paused' | 'completed' | 'abandoned';
          technicianId?: string;
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
                /** Format: date-time */
                createdAt: string;
                /** Format: uuid */
                id: string;
                minutes: number;
                /** @enum {string} */
                modality: 'creation' | 'consolidation' | 'transformation';
                /** Format: uuid */
                projectId: string;
                projectName: string;
                referralId: string | null;
                /** @enum {string} */
                status: 'planned' | 'in-progress' | 'paused' | 'completed' | 'abandoned';
                technician: {
                  id: string;
                  name: string;
                };
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
            /** @enum {string} */
            modality?: 'creation' | 'consolidation' | 'transformation';
            project?: {
              contact?: {
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
              description: string;
              groupSize?: number;
              name: string;
              neighbourhood?: string;
              profile?: {
                entityName?: string;
                expectedJobs?: number;
                legalForm?: string;
                motivation?: string;
                municipality?: string;
                needsSolved?: string;
                /** @enum {string} */
                recipient?: 'group' | 'person' | 'entity';
                socialBase?: string;
                taxId?: string;
                /** Format: uri */
                website?: string;
              };
              sector?: string;
              /** @enum {string} */
              status?: 'active' | 'dormant' | 'constituted' | 'closed';
              tags?: string[];
            };
            /** Format: uuid */
            projectId?: string;
            /** Format: uuid */
            referralId?: string;
            technician?: {
              id: string;
              name: string;
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
              /** Format: uuid */
              id: string;
              /** Format: uuid */
              projectId: string;
              /** @enum {string} */
              status: 'planned' | 'in-progress' | 'paused' | 'completed' | 'abandoned';
              version: number;
            };
          };
        };
        400: components['responses']['Problem400'];
        401: components['responses']['Problem401'];
        403: components['responses']['Problem403'];
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
  '/v1/staff/accompaniments/{id}': {
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
              actuacio: string | null;
              completedPhases: string[];
              /** Format: date-time */
              createdAt: string;
              diagnoses: {
                by: {
                  id: string;
                  name: string;
                };
                /** Format: uuid */
                id: string;
                /** Format: date */
                madeOn: string;
                /** @enum {string} */
                moment: 'before' | 'after';
                note: string | null;
                scores: {
                  [key: string]: number;
                };
              }[];
              endedAt: string | null;
              /** Format: uuid */
              id: string;
              itinerary: {
                /** @enum {string} */
                modality: 'creation' | 'consolidation' | 'transformation';
                phases: {
                  code: string;
                  name: {
                    ca: string;
                    en?: string;
                    es?: string;
                  };
                  objectives?: {
                    ca: string;
                    en?: string;
                    es?: string;
                  }[];
                  tasks?: {
                    code: string;
                    name: {
                      ca: string;
                      en?: string;
                      es?: string;
                    };
                  }[];
                }[];
                version: number;
              };
              minutes: number;
              /** @enum {string} */
              modality: 'creation' | 'consolidation' | 'transformation';
              note: string | null;
              outcome:
                | (
                    | {
                        entity: {
                          /** Format: date */
                          constitutedOn: string;
                          legalForm: string;
                          name: string;
                          neighbourhood?: string;
                          sectors: string[];
                          taxId: string;
                        };
                        /** @enum {string} */
                        kind: 'entity-created';
                      }
                    | {
                        from: string;
                        /** @enum {string} */
                        kind: 'legal-form-transformed';
                        to: string;
                      }
                    | {
                        description: string;
                        /** @enum {string} */
                        kind: 'consolidated';
                        /** @enum {string} */
                        through: 'new-market' | 'new-line';
                      }
                    | {
                        jobs: number;
                        /** @enum {string} */
                        kind: 'job-insertions';
                      }
                    | {
                        /** @enum {string} */
                        kind: 'none';
                        why: string;
                      }
                  )
                | null;
              project: {
                contact: {
                  email: string;
                  /** @enum {string} */
                  language: 'ca' | 'es' | 'en';
                  name: string;
                  phone?: string;
                } | null;
                /** Format: date-time */
                createdAt: string;
                description: string;
                groupSize: number | null;
                /** Format: uuid */
                id: string;
                listing: {
                  /** Format: uuid */
                  initiativeId: string;
                  slug: string;
                } | null;
                mergedInto: string | null;
                name: string;
                neighbourhood: string | null;
                profile: {
                  entityName?: string;
                  expectedJobs?: number;
                  legalForm?: string;
                  motivation?: string;
                  municipality?: string;
                  needsSolved?: string;
                  /** @enum {string} */
                  recipient?: 'group' | 'person' | 'entity';
                  socialBase?: string;
                  taxId?: string;
                  /** Format: uri */
                  website?: string;
                };
                sector: string | null;
                /** @enum {string} */
                status: 'active' | 'dormant' | 'constituted' | 'closed' | 'merged';
                tags: string[];
                /** Format: date-time */
                updatedAt: string;
                version: number;
              };
              /** Format: uuid */
              projectId: string;
              reasonCode:
                | ('group-dissolved' | 'not-viable' | 'no-contact' | 'other-support' | 'consent-withdrawn' | 'other')
                | null;
              referralId: string | null;
              sessions: {
                /** Format: date */
                heldOn: string;
                /** Format: uuid */
                id: string;
                memberIds?: string[];
                minutes: number;
                objective: string;
                people: number;
                result?: string;
                technician: {
                  id: string;
                  name: string;
                };
              }[];
              startedAt: string | null;
              /** @enum {string} */
              status: 'planned' | 'in-progress' | 'paused' | 'completed' | 'abandoned';
              tasks: {
                doneAt: string | null;
                dueOn: string | null;
                /** Format: uuid */
                id: string;
                phase: string | null;
                title: string;
              }[];
              technician: {
                id: string;
                name: string;
              };
              /** Format: date-time */
              updatedAt: string;
              version: number;
            };
          };
        };
        400: components['responses']['Problem400'];
        401: components['responses']['Problem401'];
        403: components['responses']['Problem403'];
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
  '/v1/staff/accompaniments/{id}/abandon': {
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
        header: {
          'Accept-Language'?: string;
          'If-Match': string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            note?: string;
            /** @enum {string} */
            reasonCode:
              | 'group-dissolved'
              | 'not-viable'
              | 'no-contact'
              | 'other-support'
              | 'consent-withdrawn'
              | 'other';
          };
        };
      };
      responses: {
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** Format: uuid */
              id: string;
              /** Format: uuid */
              projectId: string;
              /** @enum {string} */
              status: 'planned' | 'in-progress' | 'paused' | 'completed' | 'abandoned';
              version: number;
            };
          };
        };
        400: components['responses']['Problem400'];
        401: components['responses']['Problem401'];
        403: components['responses']['Problem403'];
        404: components['responses']['Problem404'];
        412: components['responses']['Problem412'];
        413: components['responses']['Problem413'];
        415: components['responses']['Problem415'];
        428: components['responses']['Problem428'];
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
  '/v1/staff/accompaniments/{id}/assign': {
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
        header: {
          'Accept-Language'?: string;
          'If-Match': string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            technician: {
              id: string;
              name: string;
            };
          };
        };
      };
      responses: {
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** Format: uuid */
              id: string;
              /** Format: uuid */
              projectId: string;
              /** @enum {string} */
              status: 'planned' | 'in-progress' | 'paused' | 'completed' | 'abandoned';
              version: number;
            };
          };
        };
        400: components['responses']['Problem400'];
        401: components['responses']['Problem401'];
        403: components['responses']['Problem403'];
        404: components['responses']['Problem404'];
        412: components['responses']['Problem412'];
        413: components['responses']['Problem413'];
        415: components['responses']['Problem415'];
        428: components['responses']['Problem428'];
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
  '/v1/staff/accompaniments/{id}/complete': {
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
        header: {
          'Accept-Language'?: string;
          'If-Match': string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            outcome:
              | {
                  entity: {
                    /** Format: date */
                    constitutedOn: string;
                    legalForm: string;
                    name: string;
                    neighbourhood?: string;
                    sectors: string[];
                    taxId: string;
                  };
                  /** @enum {string} */
                  kind: 'entity-created';
                }
              | {
                  from: string;
                  /** @enum {string} */
                  kind: 'legal-form-transformed';
                  to: string;
                }
              | {
                  description: string;
                  /** @enum {string} */
                  kind: 'consolidated';
                  /** @enum {string} */
                  through: 'new-market' | 'new-line';
                }
              | {
                  jobs: number;
                  /** @enum {string} */
                  kind: 'job-insertions';
                }
              | {
                  /** @enum {string} */
                  kind: 'none';
                  why: string;
                };
          };
        };
      };
      responses: {
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** Format: uuid */
              id: string;
              /** Format: uuid */
              projectId: string;
              /** @enum {string} */
              status: 'planned' | 'in-progress' | 'paused' | 'completed' | 'abandoned';
              version: number;
            };
          };
        };
        400: components['responses']['Problem400'];
        401: components['responses']['Problem401'];
        403: components['responses']['Problem403'];
        404: components['responses']['Problem404'];
        412: components['responses']['Problem412'];
        413: components['responses']['Problem413'];
        415: components['responses']['Problem415'];
        428: components['responses']['Problem428'];
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
  '/v1/staff/accompaniments/{id}/correct-outcome': {
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
        header: {
          'Accept-Language'?: string;
          'If-Match': string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            outcome:
              | {
                  entity: {
                    /** Format: date */
                    constitutedOn: string;
                    legalForm: string;
                    name: string;
                    neighbourhood?: string;
                    sectors: string[];
                    taxId: string;
                  };
                  /** @enum {string} */
                  kind: 'entity-created';
                }
              | {
                  from: string;
                  /** @enum {string} */
                  kind: 'legal-form-transformed';
                  to: string;
                }
              | {
                  description: string;
                  /** @enum {string} */
                  kind: 'consolidated';
                  /** @enum {string} */
                  through: 'new-market' | 'new-line';
                }
              | {
                  jobs: number;
                  /** @enum {string} */
                  kind: 'job-insertions';
                }
              | {
                  /** @enum {string} */
                  kind: 'none';
                  why: string;
                };
            why: string;
          };
        };
      };
      responses: {
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** Format: uuid */
              id: string;
              /** Format: uuid */
              projectId: string;
              /** @enum {string} */
              status: 'planned' | 'in-progress' | 'paused' | 'completed' | 'abandoned';
              version: number;
            };
          };
        };
        400: components['responses']['Problem400'];
        401: components['responses']['Problem401'];
        403: components['responses']['Problem403'];
        404: components['responses']['Problem404'];
        412: components['responses']['Problem412'];
        413: components['responses']['Problem413'];
        415: components['responses']['Problem415'];
        428: components['responses']['Problem428'];
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
  '/v1/staff/accompaniments/{id}/diagnose': {
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
        header: {
          'Accept-Language'?: string;
          'If-Match': string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            /** Format: date */
            madeOn: string;
            /** @enum {string} */
            moment: 'before' | 'after';
            note?: string;
            scores: {
              [key: string]: number;
            };
          };
        };
      };
      responses: {
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** Format: uuid */
              id: string;
              /** Format: uuid */
              projectId: string;
              /** @enum {string} */
              status: 'planned' | 'in-progress' | 'paused' | 'completed' | 'abandoned';
              version: number;
            };
          };
        };
        400: components['responses']['Problem400'];
        401: components['responses']['Problem401'];
        403: components['responses']['Problem403'];
        404: components['responses']['Problem404'];
        412: components['responses']['Problem412'];
        413: components['responses']['Problem413'];
        415: components['responses']['Problem415'];
        428: components['responses']['Problem428'];
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
  '/v1/staff/accompaniments/{id}/job-insertions': {
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
              items: {
                /** @enum {string} */
                contractType: 'permanent' | 'temporary' | 'training' | 'internship' | 'member';
                /** Format: date */
                endsOn?: string;
                history: {
                  actor: string | null;
                  /** Format: date-time */
                  at: string;
                  contents: {
                    [key: string]: unknown;
                  };
                  sequence: number;
                  why: string | null;
                }[];
                /** Format: uuid */
                id: string;
                person: {
                  /** Format: date */
                  bornOn?: string;
                  /** @enum {string} */
                  gender?: 'woman' | 'man' | 'non-binary' | 'undisclosed';
                  idDocument?: string;
                  municipality?: string;
                  name: string;
                  surnames: string;
                };
                /** Format: date */
                startsOn: string;
                version: number;
                voided: boolean;
              }[];
            };
          };
        };
        400: components['responses']['Problem400'];
        401: components['responses']['Problem401'];
        403: components['responses']['Problem403'];
        404: components['responses']['Problem404'];
        429: components['responses']['Problem429'];
        503: components['responses']['Problem503'];
        default: components['responses']['Problem'];
      };
    };
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
            /** @enum {string} */
            contractType: 'permanent' | 'temporary' | 'training' | 'internship' | 'member';
            /** Format: date */
            endsOn?: string;
            person: {
              /** Format: date */
              bornOn?: string;
              /** @enum {string} */
              gender?: 'woman' | 'man' | 'non-binary' | 'undisclosed';
              idDocument?: string;
              municipality?: string;
              name: string;
              surnames: string;
            };
            /** Format: date */
            startsOn: string;
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
              version: number;
              voided: boolean;
            };
          };
        };
        400: components['responses']['Problem400'];
        401: components['responses']['Problem401'];
        403: components['responses']['Problem403'];
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
  '/v1/staff/accompaniments/{id}/job-insertions/{insertionId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put: {
      parameters: {
        query?: never;
        header: {
          'Accept-Language'?: string;
          'If-Match': string;
        };
        path: {
          id: string;
          insertionId: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            /** @enum {string} */
            contractType: 'permanent' | 'temporary' | 'training' | 'internship' | 'member';
            /** Format: date */
            endsOn?: string;
            person: {
              /** Format: date */
              bornOn?: string;
              /** @enum {string} */
              gender?: 'woman' | 'man' | 'non-binary' | 'undisclosed';
              idDocument?: string;
              municipality?: string;
              name: string;
              surnames: string;
            };
            /** Format: date */
            startsOn: string;
            why: string;
          };
        };
      };
      responses: {
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** Format: uuid */
              id: string;
              version: number;
              voided: boolean;
            };
          };
        };
        400: components['responses']['Problem400'];
        401: components['responses']['Problem401'];
        403: components['responses']['Problem403'];
        404: components['responses']['Problem404'];
        412: components['responses']['Problem412'];
        413: components['responses']['Problem413'];
        415: components['responses']['Problem415'];
        428: components['responses']['Problem428'];
        429: components['responses']['Problem429'];
        503: components['responses']['Problem503'];
        default: components['responses']['Problem'];
      };
    };
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/staff/accompaniments/{id}/job-insertions/{insertionId}/void': {
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
        header: {
          'Accept-Language'?: string;
          'If-Match': string;
        };
        path: {
          id: string;
          insertionId: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            why: string;
          };
        };
      };
      responses: {
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** Format: uuid */
              id: string;
              version: number;
              voided: boolean;
            };
          };
        };
        400: components['responses']['Problem400'];
        401: components['responses']['Problem401'];
        403: components['responses']['Problem403'];
        404: components['responses']['Problem404'];
        412: components['responses']['Problem412'];
        413: components['responses']['Problem413'];
        415: components['responses']['Problem415'];
        428: components['responses']['Problem428'];
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
  '/v1/staff/accompaniments/{id}/pause': {
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
        header: {
          'Accept-Language'?: string;
          'If-Match': string;
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
              /** Format: uuid */
              id: string;
              /** Format: uuid */
              projectId: string;
              /** @enum {string} */
              status: 'planned' | 'in-progress' | 'paused' | 'completed' | 'abandoned';
              version: number;
            };
          };
        };
        400: components['responses']['Problem400'];
        401: components['responses']['Problem401'];
        403: components['responses']['Problem403'];
        404: components['responses']['Problem404'];
        412: components['responses']['Problem412'];
        428: components['responses']['Problem428'];
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
  '/v1/staff/accompaniments/{id}/phases/{phase}/complete': {
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
        header: {
          'Accept-Language'?: string;
          'If-Match': string;
        };
        path: {
          id: string;
          phase: string;
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
              /** Format: uuid */
              id: string;
              /** Format: uuid */
              projectId: string;
              /** @enum {string} */
              status: 'planned' | 'in-progress' | 'paused' | 'completed' | 'abandoned';
              version: number;
            };
          };
        };
        400: components['responses']['Problem400'];
        401: components['responses']['Problem401'];
        403: components['responses']['Problem403'];
        404: components['responses']['Problem404'];
        412: components['responses']['Problem412'];
        428: components['responses']['Problem428'];
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
  '/v1/staff/accompaniments/{id}/phases/{phase}/reopen': {
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
        header: {
          'Accept-Language'?: string;
          'If-Match': string;
        };
        path: {
          id: string;
          phase: string;
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
              /** Format: uuid */
              id: string;
              /** Format: uuid */
              projectId: string;
              /** @enum {string} */
              status: 'planned' | 'in-progress' | 'paused' | 'completed' | 'abandoned';
              version: number;
            };
          };
        };
        400: components['responses']['Problem400'];
        401: components['responses']['Problem401'];
        403: components['responses']['Problem403'];
        404: components['responses']['Problem404'];
        412: components['responses']['Problem412'];
        428: components['responses']['Problem428'];
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
  '/v1/staff/accompaniments/{id}/reopen': {
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
        header: {
          'Accept-Language'?: string;
          'If-Match': string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            reason: string;
          };
        };
      };
      responses: {
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** Format: uuid */
              id: string;
              /** Format: uuid */
              projectId: string;
              /** @enum {string} */
              status: 'planned' | 'in-progress' | 'paused' | 'completed' | 'abandoned';
              version: number;
            };
          };
        };
        400: components['responses']['Problem400'];
        401: components['responses']['Problem401'];
        403: components['responses']['Problem403'];
        404: components['responses']['Problem404'];
        412: components['responses']['Problem412'];
        413: components['responses']['Problem413'];
        415: components['responses']['Problem415'];
        428: components['responses']['Problem428'];
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
  '/v1/staff/accompaniments/{id}/resume': {
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
        header: {
          'Accept-Language'?: string;
          'If-Match': string;
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
              /** Format: uuid */
              id: string;
              /** Format: uuid */
              projectId: string;
              /** @enum {string} */
              status: 'planned' | 'in-progress' | 'paused' | 'completed' | 'abandoned';
              version: number;
            };
          };
        };
        400: components['responses']['Problem400'];
        401: components['responses']['Problem401'];
        403: components['responses']['Problem403'];
        404: components['responses']['Problem404'];
        412: components['responses']['Problem412'];
        428: components['responses']['Problem428'];
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
  '/v1/staff/accompaniments/{id}/sessions': {
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
            /** Format: date */
            heldOn: string;
            memberIds?: string[];
            minutes: number;
            objective: string;
            people: number;
            result?: string;
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
              /** Format: uuid */
              projectId: string;
              /** @enum {string} */
              status: 'planned' | 'in-progress' | 'paused' | 'completed' | 'abandoned';
              version: number;
            };
          };
        };
        400: components['responses']['Problem400'];
        401: components['responses']['Problem401'];
        403: components['responses']['Problem403'];
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
  '/v1/staff/accompaniments/{id}/start': {
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
        header: {
          'Accept-Language'?: string;
          'If-Match': string;
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
              /** Format: uuid */
              id: string;
              /** Format: uuid */
              projectId: string;
              /** @enum {string} */
              status: 'planned' | 'in-progress' | 'paused' | 'completed' | 'abandoned';
              version: number;
            };
          };
        };
        400: components['responses']['Problem400'];
        401: components['responses']['Problem401'];
        403: components['responses']['Problem403'];
        404: components['responses']['Problem404'];
        412: components['responses']['Problem412'];
        428: components['responses']['Problem428'];
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
  '/v1/staff/accompaniments/{id}/tasks': {
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
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            /** Format: date */
            dueOn?: string;
            phase?: string;
            title: string;
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
            };
          };
        };
        400: components['responses']['Problem400'];
        401: components['responses']['Problem401'];
        403: components['responses']['Problem403'];
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
  '/v1/staff/accompaniments/{id}/tasks/{taskId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put: {
      parameters: {
        query?: never;
        header?: {
          'Accept-Language'?: string;
        };
        path: {
          id: string;
          taskId: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            done: boolean;
            /** Format: date */
            dueOn?: string;
            phase?: string;
            title: string;
          };
        };
      };
      responses: {
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              done: boolean;
              /** Format: uuid */
              id: string;
            };
          };
        };
        400: components['responses']['Problem400'];
        401: components['responses']['Problem401'];
        403: components['responses']['Problem403'];
        404: components['responses']['Problem404'];
        413: components['responses']['Problem413'];
        415: components['responses']['Problem415'];
        429: components['responses']['Problem429'];
        503: components['responses']['Problem503'];
        default: components['responses']['Problem'];
      };
    };
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/staff/accompaniments/{id}/timeline': {
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
              items: {
                actor: string | null;
                /** Format: date-time */
                at: string;
                details: {
                  [key: string]: unknown;
                } | null;
                event: string;
                /** @enum {string} */
                kind: 'accompaniment' | 'referral' | 'document' | 'task' | 'session';
              }[];
            };
          };
        };
        400: components['responses']['Problem400'];
        401: components['responses']['Problem401'];
        403: components['responses']['Problem403'];
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
  '/v1/staff/actions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: {
      parameters: {
        query?: {
          scope?: 'mine' | 'all';
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
                days: number;
                /** @enum {string} */
                kind:
                  | 'intake-unread'
                  | 'meeting-undecided'
                  | 'referral-unanswered'
                  | 'referral-to-start'
                  | 'partner-silent'
                  | 'accompaniment-to-start'
                  | 'accompaniment-quiet'
                  | 'accompaniment-paused-long'
                  | 'task-due'
                  | 'diagnosis-missing';
                subject: {
                  /** Format: uuid */
                  id: string;
                  label: string;
                  /** @enum {string} */
                  type: 'intake' | 'referral' | 'accompaniment';
                };
                technician: {
                  id: string;
                  name: string;
                } | null;
                why: {
                  ca: string;
                  en: string;
                  es: string;
                };
              }[];
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
  '/v1/staff/hours': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: {
      parameters: {
        query: {
          by: 'technician' | 'project';
          from?: string;
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
                accompaniments: number;
                id: string;
                minutes: number;
                name: string;
                sessions: number;
              }[];
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
                source: 'form' | 'training';
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
  '/v1/staff/intake-requests/{id}': {
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
              confirmedAt: string | null;
              /** Format: date-time */
              createdAt: string;
              history: {
                actor: string | null;
                /** Format: date-time */
                at: string;
                event: string;
                sequence: number;
              }[];
              /** Format: uuid */
              id: string;
              lead: {
                /** Format: uuid */
                answerId: string;
                history: {
                  minutes: number;
                  /** Format: uuid */
                  sessionId: string;
                  startsAt: string;
                  title: {
                    ca: string;
                    en?: string;
                    es?: string;
                  };
                }[];
                /** Format: uuid */
                sessionId: string;
                startCooperative?: {
                  after: string;
                  before: string;
                };
                title: {
                  ca: string;
                  en?: string;
                  es?: string;
                };
              } | null;
              meeting: {
                place: string;
                /** Format: date-time */
                startsAt: string;
                technician: {
                  id: string;
                  name: string;
                };
              } | null;
              /** @enum {string} */
              modality: 'creation' | 'consolidation' | 'transformation' | 'unknown';
              note: string | null;
              person: {
                /** Format: email */
                email: string;
                /** @enum {string} */
                language: 'ca' | 'es' | 'en';
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
              projectId: string | null;
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
              referralId: string | null;
              /** @enum {string} */
              status: 'received' | 'acknowledged' | 'first-meeting' | 'accepted' | 'declined' | 'referred';
              textVersion: string;
              /** Format: date-time */
              updatedAt: string;
              version: number;
            };
          };
        };
        400: components['responses']['Problem400'];
        401: components['responses']['Problem401'];
        403: components['responses']['Problem403'];
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
  '/v1/staff/intake-requests/{id}/accept': {
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
        header: {
          'Accept-Language'?: string;
          'If-Match': string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            /** @enum {string} */
            modality?: 'creation' | 'consolidation' | 'transformation';
          };
        };
      };
      responses: {
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** Format: uuid */
              id: string;
              /** @enum {string} */
              status: 'received' | 'acknowledged' | 'first-meeting' | 'accepted' | 'declined' | 'referred';
              version: number;
            };
          };
        };
        400: components['responses']['Problem400'];
        401: components['responses']['Problem401'];
        403: components['responses']['Problem403'];
        404: components['responses']['Problem404'];
        412: components['responses']['Problem412'];
        413: components['responses']['Problem413'];
        415: components['responses']['Problem415'];
        428: components['responses']['Problem428'];
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
  '/v1/staff/intake-requests/{id}/acknowledge': {
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
        header: {
          'Accept-Language'?: string;
          'If-Match': string;
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
              /** Format: uuid */
              id: string;
              /** @enum {string} */
              status: 'received' | 'acknowledged' | 'first-meeting' | 'accepted' | 'declined' | 'referred';
              version: number;
            };
          };
        };
        400: components['responses']['Problem400'];
        401: components['responses']['Problem401'];
        403: components['responses']['Problem403'];
        404: components['responses']['Problem404'];
        412: components['responses']['Problem412'];
        428: components['responses']['Problem428'];
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
  '/v1/staff/intake-requests/{id}/decline': {
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
        header: {
          'Accept-Language'?: string;
          'If-Match': string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            note?: string;
            /** @enum {string} */
            reasonCode:
              | 'not-sse'
              | 'outside-territory'
              | 'outside-scope'
              | 'no-capacity'
              | 'already-accompanied'
              | 'duplicate'
              | 'insufficient-information'
              | 'person-unreachable'
              | 'person-not-interested'
              | 'other';
          };
        };
      };
      responses: {
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** Format: uuid */
              id: string;
              /** @enum {string} */
              status: 'received' | 'acknowledged' | 'first-meeting' | 'accepted' | 'declined' | 'referred';
              version: number;
            };
          };
        };
        400: components['responses']['Problem400'];
        401: components['responses']['Problem401'];
        403: components['responses']['Problem403'];
        404: components['responses']['Problem404'];
        412: components['responses']['Problem412'];
        413: components['responses']['Problem413'];
        415: components['responses']['Problem415'];
        428: components['responses']['Problem428'];
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
  '/v1/staff/intake-requests/{id}/refer': {
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
        header: {
          'Accept-Language'?: string;
          'If-Match': string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            consent?: {
              /** Format: date */
              givenOn: string;
              /** @enum {string} */
              scope: 'referral' | 'referral-and-follow-up' | 'referral-and-rerouting';
              textVersion: string;
            };
            /** @enum {string} */
            modality?: 'creation' | 'consolidation' | 'transformation';
            /** Format: uuid */
            partnerId: string;
          };
        };
      };
      responses: {
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** Format: uuid */
              id: string;
              /** @enum {string} */
              status: 'received' | 'acknowledged' | 'first-meeting' | 'accepted' | 'declined' | 'referred';
              version: number;
            };
          };
        };
        400: components['responses']['Problem400'];
        401: components['responses']['Problem401'];
        403: components['responses']['Problem403'];
        404: components['responses']['Problem404'];
        412: components['responses']['Problem412'];
        413: components['responses']['Problem413'];
        415: components['responses']['Problem415'];
        428: components['responses']['Problem428'];
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
  '/v1/staff/intake-requests/{id}/set-meeting': {
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
        header: {
          'Accept-Language'?: string;
          'If-Match': string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            place: string;
            /** Format: date-time */
            startsAt: string;
            technician?: {
              id: string;
              name: string;
            };
          };
        };
      };
      responses: {
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** Format: uuid */
              id: string;
              /** @enum {string} */
              status: 'received' | 'acknowledged' | 'first-meeting' | 'accepted' | 'declined' | 'referred';
              version: number;
            };
          };
        };
        400: components['responses']['Problem400'];
        401: components['responses']['Problem401'];
        403: components['responses']['Problem403'];
        404: components['responses']['Problem404'];
        412: components['responses']['Problem412'];
        413: components['responses']['Problem413'];
        415: components['responses']['Problem415'];
        428: components['responses']['Problem428'];
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
  '/v1/staff/itineraries': {
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
                modality: 'creation' | 'consolidation' | 'transformation';
                phases: {
                  code: string;
                  name: {
                    ca: string;
                    en?: string;
                    es?: string;
                  };
                  objectives?: {
                    ca: string;
                    en?: string;
                    es?: string;
                  }[];
                  tasks?: {
                    code: string;
                    name: {
                      ca: string;
                      en?: string;
                      es?: string;
                    };
                  }[];
                }[];
                version: number;
              }[];
            };
          };
        };
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
  '/v1/staff/itineraries/{modality}': {
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
        };
        path: {
          modality: 'creation' | 'consolidation' | 'transformation';
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            basedOn: number;
            phases: {
              code: string;
              name: {
                ca: string;
                en?: string;
                es?: string;
              };
              objectives?: {
                ca: string;
                en?: string;
                es?: string;
              }[];
              tasks?: {
                code: string;
                name: {
                  ca: string;
                  en?: string;
                  es?: string;
                };
              }[];
            }[];
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
              modality: 'creation' | 'consolidation' | 'transformation';
              phases: {
                code: string;
                name: {
                  ca: string;
                  en?: string;
                  es?: string;
                };
                objectives?: {
                  ca: string;
                  en?: string;
                  es?: string;
                }[];
                tasks?: {
                  code: string;
                  name: {
                    ca: string;
                    en?: string;
                    es?: string;
                  };
                }[];
              }[];
              version: number;
            };
          };
        };
        400: components['responses']['Problem400'];
        401: components['responses']['Problem401'];
        403: components['responses']['Problem403'];
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
  '/v1/staff/justification/{call}': {
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
          call: string;
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
              call: string;
              problems: {
                code: string;
                message: string;
                sheet: string;
                subject: {
                  /** Format: uuid */
                  id: string;
                  kind: string;
                  label: string;
                };
              }[];
              sheets: {
                columns: {
                  heading: string;
                  /** @enum {string} */
                  type: 'text' | 'number' | 'date';
                }[];
                name: string;
                rows: (string | number | null)[][];
              }[];
            };
          };
        };
        400: components['responses']['Problem400'];
        401: components['responses']['Problem401'];
        403: components['responses']['Problem403'];
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
  '/v1/staff/justification/{call}/indicators': {
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
          call: string;
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
              call: string;
              items: {
                /** @enum {string} */
                indicator:
                  | 'accompaniments'
                  | 'hours'
                  | 'participants'
                  | 'women'
                  | 'entities-created'
                  | 'cooperatives-created'
                  | 'transformed'
                  | 'consolidated'
                  | 'job-insertions'
                  | 'referrals-received'
                  | 'referrals-made';
                label: {
                  ca: string;
                  en: string;
                  es: string;
                };
                percent: number | null;
                setAt: string | null;
                setBy: string | null;
                target: number | null;
                value: number;
              }[];
              targetsVersion: number;
            };
          };
        };
        400: components['responses']['Problem400'];
        401: components['responses']['Problem401'];
        403: components['responses']['Problem403'];
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
  '/v1/staff/justification/{call}/targets': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put: {
      parameters: {
        query?: never;
        header: {
          'Accept-Language'?: string;
          'If-Match': string;
        };
        path: {
          call: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            targets: {
              [key: string]: number | null;
            };
          };
        };
      };
      responses: {
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              call: string;
              targets: {
                [key: string]: number;
              };
              version: number;
            };
          };
        };
        400: components['responses']['Problem400'];
        401: components['responses']['Problem401'];
        403: components['responses']['Problem403'];
        404: components['responses']['Problem404'];
        412: components['responses']['Problem412'];
        413: components['responses']['Problem413'];
        415: components['responses']['Problem415'];
        428: components['responses']['Problem428'];
        429: components['responses']['Problem429'];
        503: components['responses']['Problem503'];
        default: components['responses']['Problem'];
      };
    };
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/staff/justification/{call}/workbooks': {
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
          call: string;
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
              items: {
                call: string;
                erased: {
                  /** Format: date-time */
                  at: string;
                  rows: number;
                } | null;
                finishedAt: string | null;
                /** Format: uuid */
                id: string;
                problems: number;
                /** Format: date-time */
                requestedAt: string;
                requestedBy: string;
                rows: number;
                sent: {
                  markedBy: string;
                  note: string | null;
                  /** Format: date */
                  on: string;
                } | null;
                sheets: {
                  done: number;
                  of: number;
                };
                /** @enum {string} */
                status: 'queued' | 'running' | 'ready' | 'failed';
                takenAt: string | null;
              }[];
            };
          };
        };
        400: components['responses']['Problem400'];
        401: components['responses']['Problem401'];
        403: components['responses']['Problem403'];
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
  '/v1/staff/justification/{call}/workbooks/{id}': {
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
          call: string;
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
              call: string;
              erased: {
                /** Format: date-time */
                at: string;
                rows: number;
              } | null;
              finishedAt: string | null;
              /** Format: uuid */
              id: string;
              problems: number;
              /** Format: date-time */
              requestedAt: string;
              requestedBy: string;
              rows: number;
              sent: {
                markedBy: string;
                note: string | null;
                /** Format: date */
                on: string;
              } | null;
              sheets: {
                done: number;
                of: number;
              };
              /** @enum {string} */
              status: 'queued' | 'running' | 'ready' | 'failed';
              takenAt: string | null;
            };
          };
        };
        400: components['responses']['Problem400'];
        401: components['responses']['Problem401'];
        403: components['responses']['Problem403'];
        404: components['responses']['Problem404'];
        429: components['responses']['Problem429'];
        503: components['responses']['Problem503'];
        default: components['responses']['Problem'];
      };
    };
    put: {
      parameters: {
        query?: never;
        header?: {
          'Accept-Language'?: string;
        };
        path: {
          call: string;
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        202: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              call: string;
              erased: {
                /** Format: date-time */
                at: string;
                rows: number;
              } | null;
              finishedAt: string | null;
              /** Format: uuid */
              id: string;
              problems: number;
              /** Format: date-time */
              requestedAt: string;
              requestedBy: string;
              rows: number;
              sent: {
                markedBy: string;
                note: string | null;
                /** Format: date */
                on: string;
              } | null;
              sheets: {
                done: number;
                of: number;
              };
              /** @enum {string} */
              status: 'queued' | 'running' | 'ready' | 'failed';
              takenAt: string | null;
            };
          };
        };
        400: components['responses']['Problem400'];
        401: components['responses']['Problem401'];
        403: components['responses']['Problem403'];
        404: components['responses']['Problem404'];
        429: components['responses']['Problem429'];
        503: components['responses']['Problem503'];
        default: components['responses']['Problem'];
      };
    };
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/staff/justification/{call}/workbooks/{id}/changes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: {
      parameters: {
        query?: {
          to?: string;
        };
        header?: {
          'Accept-Language'?: string;
        };
        path: {
          call: string;
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
              sheets: {
                added: number;
                changed: number;
                name: string;
                removed: number;
                rows: {
                  /** @enum {string} */
                  change: 'added' | 'removed' | 'changed';
                  headings: string[];
                  key: string;
                  label: string;
                }[];
              }[];
            };
          };
        };
        400: components['responses']['Problem400'];
        401: components['responses']['Problem401'];
        403: components['responses']['Problem403'];
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
  '/v1/staff/justification/{call}/workbooks/{id}/part': {
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
          call: string;
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
              call: string;
              problems: {
                code: string;
                message: string;
                sheet: string;
                subject: {
                  /** Format: uuid */
                  id: string;
                  kind: string;
                  label: string;
                };
              }[];
              sheets: {
                columns: {
                  heading: string;
                  /** @enum {string} */
                  type: 'text' | 'number' | 'date';
                }[];
                name: string;
                rows: (string | number | null)[][];
              }[];
            };
          };
        };
        400: components['responses']['Problem400'];
        401: components['responses']['Problem401'];
        403: components['responses']['Problem403'];
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
  '/v1/staff/justification/{call}/workbooks/{id}/problems': {
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
          call: string;
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
              items: {
                code: string;
                message: string;
                sheet: string;
                subject: {
                  /** Format: uuid */
                  id: string;
                  kind: string;
                  label: string;
                };
              }[];
            };
          };
        };
        400: components['responses']['Problem400'];
        401: components['responses']['Problem401'];
        403: components['responses']['Problem403'];
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
  '/v1/staff/justification/{call}/workbooks/{id}/sent': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put: {
      parameters: {
        query?: never;
        header?: {
          'Accept-Language'?: string;
        };
        path: {
          call: string;
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            note?: string;
            /** Format: date */
            on: string;
          };
        };
      };
      responses: {
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              call: string;
              erased: {
                /** Format: date-time */
                at: string;
                rows: number;
              } | null;
              finishedAt: string | null;
              /** Format: uuid */
              id: string;
              problems: number;
              /** Format: date-time */
              requestedAt: string;
              requestedBy: string;
              rows: number;
              sent: {
                markedBy: string;
                note: string | null;
                /** Format: date */
                on: string;
              } | null;
              sheets: {
                done: number;
                of: number;
              };
              /** @enum {string} */
              status: 'queued' | 'running' | 'ready' | 'failed';
              takenAt: string | null;
            };
          };
        };
        400: components['responses']['Problem400'];
        401: components['responses']['Problem401'];
        403: components['responses']['Problem403'];
        404: components['responses']['Problem404'];
        413: components['responses']['Problem413'];
        415: components['responses']['Problem415'];
        429: components['responses']['Problem429'];
        503: components['responses']['Problem503'];
        default: components['responses']['Problem'];
      };
    };
    post?: never;
    delete: {
      parameters: {
        query?: never;
        header?: {
          'Accept-Language'?: string;
        };
        path: {
          call: string;
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
              call: string;
              erased: {
                /** Format: date-time */
                at: string;
                rows: number;
              } | null;
              finishedAt: string | null;
              /** Format: uuid */
              id: string;
              problems: number;
              /** Format: date-time */
              requestedAt: string;
              requestedBy: string;
              rows: number;
              sent: {
                markedBy: string;
                note: string | null;
                /** Format: date */
                on: string;
              } | null;
              sheets: {
                done: number;
                of: number;
              };
              /** @enum {string} */
              status: 'queued' | 'running' | 'ready' | 'failed';
              takenAt: string | null;
            };
          };
        };
        400: components['responses']['Problem400'];
        401: components['responses']['Problem401'];
        403: components['responses']['Problem403'];
        404: components['responses']['Problem404'];
        429: components['responses']['Problem429'];
        503: components['responses']['Problem503'];
        default: components['responses']['Problem'];
      };
    };
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/staff/load': {
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
                id: string;
                inProgress: number;
                meetingsToCome: number;
                minutesLast30Days: number;
                name: string;
                overdueTasks: number;
                paused: number;
                planned: number;
              }[];
            };
          };
        };
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
  '/v1/staff/partner-suggestions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: {
      parameters: {
        query?: {
          modality?: 'creation' | 'consolidation' | 'transformation';
          neighbourhood?: string;
          sector?: string;
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
                acceptedPercent: number | null;
                answerDays: number | null;
                /** Format: uuid */
                id: string;
                matches: ('modality' | 'sector' | 'neighbourhood')[];
                name: string;
                open: number;
              }[];
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
  '/v1/staff/partners': {
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
                accepts: {
                  modalities?: ('creation' | 'consolidation' | 'transformation')[];
                  neighbourhoods?: string[];
                  sectors?: string[];
                };
                accountKey: string | null;
                contactEmail: string;
                contacts: {
                  /** Format: email */
                  email: string;
                  name: string;
                  phone?: string;
                  role?: string;
                }[];
                /** Format: date-time */
                createdAt: string;
                credentialsSince: string | null;
                earlierCredentialsUntil: string | null;
                /** Format: uuid */
                id: string;
                languages: ('ca' | 'es' | 'en')[];
                name: string;
                /** @enum {string} */
                status: 'registered' | 'active' | 'suspended';
                suspensionReason: string | null;
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
            /** @default {} */
            accepts?: {
              modalities?: ('creation' | 'consolidation' | 'transformation')[];
              neighbourhoods?: string[];
              sectors?: string[];
            };
            /** Format: email */
            contactEmail: string;
            /** @default [] */
            contacts?: {
              /** Format: email */
              email: string;
              name: string;
              phone?: string;
              role?: string;
            }[];
            /**
             * @default [
             *       "ca"
             *     ]
             */
            languages?: ('ca' | 'es' | 'en')[];
            name: string;
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
              /** @enum {string} */
              status: 'registered' | 'active' | 'suspended';
              version: number;
            };
          };
        };
        400: components['responses']['Problem400'];
        401: components['responses']['Problem401'];
        403: components['responses']['Problem403'];
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
  '/v1/staff/partners/{id}': {
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
              accepts: {
                modalities?: ('creation' | 'consolidation' | 'transformation')[];
                neighbourhoods?: string[];
                sectors?: string[];
              };
              accountKey: string | null;
              contactEmail: string;
              contacts: {
                /** Format: email */
                email: string;
                name: string;
                phone?: string;
                role?: string;
              }[];
              /** Format: date-time */
              createdAt: string;
              credentialsSince: string | null;
              earlierCredentialsUntil: string | null;
              /** Format: uuid */
              id: string;
              languages: ('ca' | 'es' | 'en')[];
              name: string;
              /** @enum {string} */
              status: 'registered' | 'active' | 'suspended';
              suspensionReason: string | null;
              /** Format: date-time */
              updatedAt: string;
              version: number;
            };
          };
        };
        400: components['responses']['Problem400'];
        401: components['responses']['Problem401'];
        403: components['responses']['Problem403'];
        404: components['responses']['Problem404'];
        429: components['responses']['Problem429'];
        503: components['responses']['Problem503'];
        default: components['responses']['Problem'];
      };
    };
    put: {
      parameters: {
        query?: never;
        header: {
          'Accept-Language'?: string;
          'If-Match': string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            /** @default {} */
            accepts?: {
              modalities?: ('creation' | 'consolidation' | 'transformation')[];
              neighbourhoods?: string[];
              sectors?: string[];
            };
            /** Format: email */
            contactEmail: string;
            /** @default [] */
            contacts?: {
              /** Format: email */
              email: string;
              name: string;
              phone?: string;
              role?: string;
            }[];
            /**
             * @default [
             *       "ca"
             *     ]
             */
            languages?: ('ca' | 'es' | 'en')[];
            name: string;
          };
        };
      };
      responses: {
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** Format: uuid */
              id: string;
              /** @enum {string} */
              status: 'registered' | 'active' | 'suspended';
              version: number;
            };
          };
        };
        400: components['responses']['Problem400'];
        401: components['responses']['Problem401'];
        403: components['responses']['Problem403'];
        404: components['responses']['Problem404'];
        412: components['responses']['Problem412'];
        413: components['responses']['Problem413'];
        415: components['responses']['Problem415'];
        428: components['responses']['Problem428'];
        429: components['responses']['Problem429'];
        503: components['responses']['Problem503'];
        default: components['responses']['Problem'];
      };
    };
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/staff/partners/{id}/credentials': {
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
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': Record<string, never>;
        };
      };
      responses: {
        201: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              apiKey: string;
              creds: string;
              earlierUntil: string | null;
              nats: {
                apiPrefix: string;
                consumer: string;
                servers: string[];
                /** @enum {string} */
                stream: 'REFERRALS';
              };
            };
          };
        };
        400: components['responses']['Problem400'];
        401: components['responses']['Problem401'];
        403: components['responses']['Problem403'];
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
  '/v1/staff/partners/{id}/credentials/rotate': {
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
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            /** @default 0 */
            overlapHours?: number;
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
              apiKey: string;
              creds: string;
              earlierUntil: string | null;
              nats: {
                apiPrefix: string;
                consumer: string;
                servers: string[];
                /** @enum {string} */
                stream: 'REFERRALS';
              };
            };
          };
        };
        400: components['responses']['Problem400'];
        401: components['responses']['Problem401'];
        403: components['responses']['Problem403'];
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
  '/v1/staff/partners/{id}/reinstate': {
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
        header: {
          'Accept-Language'?: string;
          'If-Match': string;
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
              brokerInformed: boolean;
              /** Format: uuid */
              id: string;
              /** @enum {string} */
              status: 'registered' | 'active' | 'suspended';
              version: number;
            };
          };
        };
        400: components['responses']['Problem400'];
        401: components['responses']['Problem401'];
        403: components['responses']['Problem403'];
        404: components['responses']['Problem404'];
        412: components['responses']['Problem412'];
        428: components['responses']['Problem428'];
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
  '/v1/staff/partners/{id}/suspend': {
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
        header: {
          'Accept-Language'?: string;
          'If-Match': string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            reason?: string;
          };
        };
      };
      responses: {
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              brokerInformed: boolean;
              /** Format: uuid */
              id: string;
              /** @enum {string} */
              status: 'registered' | 'active' | 'suspended';
              version: number;
            };
          };
        };
        400: components['responses']['Problem400'];
        401: components['responses']['Problem401'];
        403: components['responses']['Problem403'];
        404: components['responses']['Problem404'];
        412: components['responses']['Problem412'];
        413: components['responses']['Problem413'];
        415: components['responses']['Problem415'];
        428: components['responses']['Problem428'];
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
  '/v1/staff/partners/{id}/usage': {
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
              broker: {
                unconfirmed: number;
                waiting: number;
              } | null;
              days: {
                calls: number;
                day: string;
                refused: number;
              }[];
              lastCallAt: string | null;
              referrals: {
                inbound: number;
                outbound: number;
                waitingForAteneu: number;
                waitingForPartner: number;
              };
            };
          };
        };
        400: components['responses']['Problem400'];
        401: components['responses']['Problem401'];
        403: components['responses']['Problem403'];
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
  '/v1/staff/privacy/audit': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: {
      parameters: {
        query?: {
          action?: string;
          actorId?: string;
          subjectId?: string;
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
                action: string;
                actorId: string;
                actorKind: string;
                actorName: string | null;
                /** Format: date-time */
                at: string;
                details: {
                  [key: string]: unknown;
                } | null;
                subjectId: string;
                subjectType: string;
              }[];
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
  '/v1/staff/privacy/erasures': {
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
        };
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            dryRun: boolean;
            /** Format: email */
            email: string;
          };
        };
      };
      responses: {
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              contacts: number;
              id: string | null;
              intakes: number;
              keptUntil: string | null;
              members: number;
              partnerContacts: number;
              referrals: number;
            };
          };
        };
        400: components['responses']['Problem400'];
        401: components['responses']['Problem401'];
        403: components['responses']['Problem403'];
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
  '/v1/staff/privacy/exports': {
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
        };
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            /** Format: email */
            email: string;
          };
        };
      };
      responses: {
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              accesses: {
                [key: string]: unknown;
              }[];
              contactOf: {
                [key: string]: unknown;
              }[];
              intakes: {
                [key: string]: unknown;
              }[];
              jobInsertions: {
                [key: string]: unknown;
              }[];
              memberOf: {
                [key: string]: unknown;
              }[];
              partnerContacts: {
                [key: string]: unknown;
              }[];
              referrals: {
                [key: string]: unknown;
              }[];
              sessions: {
                [key: string]: unknown;
              }[];
              workbooks: {
                [key: string]: unknown;
              }[];
            };
          };
        };
        400: components['responses']['Problem400'];
        401: components['responses']['Problem401'];
        403: components['responses']['Problem403'];
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
  '/v1/staff/privacy/retention': {
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
                /** Format: uuid */
                id: string;
                /** @enum {string} */
                kind: 'intake' | 'referral' | 'project';
                /** Format: date-time */
                since: string;
                /** @enum {string} */
                step: 'warn' | 'wait' | 'anonymise';
                warnedAt: string | null;
              }[];
            };
          };
        };
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
  '/v1/staff/privacy/retention/keep': {
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
        };
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: 'intake' | 'referral' | 'project';
          };
        };
      };
      responses: {
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** Format: uuid */
              id: string;
            };
          };
        };
        400: components['responses']['Problem400'];
        401: components['responses']['Problem401'];
        403: components['responses']['Problem403'];
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
  '/v1/staff/projects': {
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
          neighbourhood?: string;
          sector?: string;
          status?: 'active' | 'dormant' | 'constituted' | 'closed' | 'merged';
          tag?: string;
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
                contact: {
                  email: string;
                  /** @enum {string} */
                  language: 'ca' | 'es' | 'en';
                  name: string;
                  phone?: string;
                } | null;
                /** Format: date-time */
                createdAt: string;
                description: string;
                groupSize: number | null;
                /** Format: uuid */
                id: string;
                listing: {
                  /** Format: uuid */
                  initiativeId: string;
                  slug: string;
                } | null;
                mergedInto: string | null;
                name: string;
                neighbourhood: string | null;
                profile: {
                  entityName?: string;
                  expectedJobs?: number;
                  legalForm?: string;
                  motivation?: string;
                  municipality?: string;
                  needsSolved?: string;
                  /** @enum {string} */
                  recipient?: 'group' | 'person' | 'entity';
                  socialBase?: string;
                  taxId?: string;
                  /** Format: uri */
                  website?: string;
                };
                sector: string | null;
                /** @enum {string} */
                status: 'active' | 'dormant' | 'constituted' | 'closed' | 'merged';
                tags: string[];
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
            contact?: {
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
            description: string;
            groupSize?: number;
            name: string;
            neighbourhood?: string;
            profile?: {
              entityName?: string;
              expectedJobs?: number;
              legalForm?: string;
              motivation?: string;
              municipality?: string;
              needsSolved?: string;
              /** @enum {string} */
              recipient?: 'group' | 'person' | 'entity';
              socialBase?: string;
              taxId?: string;
              /** Format: uri */
              website?: string;
            };
            sector?: string;
            /** @enum {string} */
            status?: 'active' | 'dormant' | 'constituted' | 'closed';
            tags?: string[];
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
              /** @enum {string} */
              status: 'active' | 'dormant' | 'constituted' | 'closed' | 'merged';
              version: number;
            };
          };
        };
        400: components['responses']['Problem400'];
        401: components['responses']['Problem401'];
        403: components['responses']['Problem403'];
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
  '/v1/staff/projects/{id}': {
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
              contact: {
                email: string;
                /** @enum {string} */
                language: 'ca' | 'es' | 'en';
                name: string;
                phone?: string;
              } | null;
              /** Format: date-time */
              createdAt: string;
              description: string;
              groupSize: number | null;
              /** Format: uuid */
              id: string;
              listing: {
                /** Format: uuid */
                initiativeId: string;
                slug: string;
              } | null;
              mergedInto: string | null;
              name: string;
              neighbourhood: string | null;
              profile: {
                entityName?: string;
                expectedJobs?: number;
                legalForm?: string;
                motivation?: string;
                municipality?: string;
                needsSolved?: string;
                /** @enum {string} */
                recipient?: 'group' | 'person' | 'entity';
                socialBase?: string;
                taxId?: string;
                /** Format: uri */
                website?: string;
              };
              sector: string | null;
              /** @enum {string} */
              status: 'active' | 'dormant' | 'constituted' | 'closed' | 'merged';
              tags: string[];
              /** Format: date-time */
              updatedAt: string;
              version: number;
            };
          };
        };
        400: components['responses']['Problem400'];
        401: components['responses']['Problem401'];
        403: components['responses']['Problem403'];
        404: components['responses']['Problem404'];
        429: components['responses']['Problem429'];
        503: components['responses']['Problem503'];
        default: components['responses']['Problem'];
      };
    };
    put: {
      parameters: {
        query?: never;
        header: {
          'Accept-Language'?: string;
          'If-Match': string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            contact?: {
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
            description: string;
            groupSize?: number;
            name: string;
            neighbourhood?: string;
            profile?: {
              entityName?: string;
              expectedJobs?: number;
              legalForm?: string;
              motivation?: string;
              municipality?: string;
              needsSolved?: string;
              /** @enum {string} */
              recipient?: 'group' | 'person' | 'entity';
              socialBase?: string;
              taxId?: string;
              /** Format: uri */
              website?: string;
            };
            sector?: string;
            /** @enum {string} */
            status?: 'active' | 'dormant' | 'constituted' | 'closed';
            tags?: string[];
          };
        };
      };
      responses: {
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** Format: uuid */
              id: string;
              /** @enum {string} */
              status: 'active' | 'dormant' | 'constituted' | 'closed' | 'merged';
              version: number;
            };
          };
        };
        400: components['responses']['Problem400'];
        401: components['responses']['Problem401'];
        403: components['responses']['Problem403'];
        404: components['responses']['Problem404'];
        412: components['responses']['Problem412'];
        413: components['responses']['Problem413'];
        415: components['responses']['Problem415'];
        428: components['responses']['Problem428'];
        429: components['responses']['Problem429'];
        503: components['responses']['Problem503'];
        default: components['responses']['Problem'];
      };
    };
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/staff/projects/{id}/documents': {
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
              items: {
                bytes: number;
                fileName: string;
                /** Format: uuid */
                id: string;
                /** @enum {string} */
                kind: 'statutes' | 'viability-plan' | 'minutes' | 'evidence' | 'other';
                mediaType: string;
                sha256: string;
                sharedWith: string[];
                /** Format: date-time */
                uploadedAt: string;
              }[];
            };
          };
        };
        400: components['responses']['Problem400'];
        401: components['responses']['Problem401'];
        403: components['responses']['Problem403'];
        404: components['responses']['Problem404'];
        429: components['responses']['Problem429'];
        503: components['responses']['Problem503'];
        default: components['responses']['Problem'];
      };
    };
    put?: never;
    post: {
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
        201: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              bytes: number;
              fileName: string;
              /** Format: uuid */
              id: string;
              /** @enum {string} */
              kind: 'statutes' | 'viability-plan' | 'minutes' | 'evidence' | 'other';
              mediaType: string;
              sha256: string;
              /** Format: date-time */
              uploadedAt: string;
            };
          };
        };
        400: components['responses']['Problem400'];
        401: components['responses']['Problem401'];
        403: components['responses']['Problem403'];
        404: components['responses']['Problem404'];
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
  '/v1/staff/projects/{id}/documents/{documentId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    delete: {
      parameters: {
        query?: never;
        header?: {
          'Accept-Language'?: string;
        };
        path: {
          documentId: string;
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
              /** @enum {boolean} */
              removed: true;
            };
          };
        };
        400: components['responses']['Problem400'];
        401: components['responses']['Problem401'];
        403: components['responses']['Problem403'];
        404: components['responses']['Problem404'];
        429: components['responses']['Problem429'];
        503: components['responses']['Problem503'];
        default: components['responses']['Problem'];
      };
    };
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/staff/projects/{id}/documents/{documentId}/content': {
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
          documentId: string;
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
            'application/octet-stream': unknown;
          };
        };
        400: components['responses']['Problem400'];
        401: components['responses']['Problem401'];
        403: components['responses']['Problem403'];
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
  '/v1/staff/projects/{id}/duplicates': {
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
              items: {
                because: ('name' | 'contact' | 'member' | 'tax-id')[];
                /** Format: date-time */
                createdAt: string;
                /** Format: uuid */
                id: string;
                name: string;
                /** @enum {string} */
                status: 'active' | 'dormant' | 'constituted' | 'closed' | 'merged';
              }[];
            };
          };
        };
        400: components['responses']['Problem400'];
        401: components['responses']['Problem401'];
        403: components['responses']['Problem403'];
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
  '/v1/staff/projects/{id}/members': {
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
              items: {
                /** Format: date-time */
                createdAt: string;
                /** Format: uuid */
                id: string;
                invitedBy: string;
                person: {
                  /** Format: date */
                  bornOn?: string;
                  /** Format: email */
                  email?: string;
                  /** @enum {string} */
                  gender?: 'woman' | 'man' | 'non-binary' | 'undisclosed';
                  idDocument?: string;
                  /** @enum {string} */
                  language: 'ca' | 'es' | 'en';
                  municipality?: string;
                  name: string;
                  phone?: string;
                  role?: string;
                  surnames?: string;
                };
                /** @enum {string} */
                status: 'invited' | 'active' | 'declined' | 'left';
                /** Format: date-time */
                updatedAt: string;
                version: number;
              }[];
            };
          };
        };
        400: components['responses']['Problem400'];
        401: components['responses']['Problem401'];
        403: components['responses']['Problem403'];
        404: components['responses']['Problem404'];
        429: components['responses']['Problem429'];
        503: components['responses']['Problem503'];
        default: components['responses']['Problem'];
      };
    };
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
            /** @default true */
            invite?: boolean;
            person: {
              /** Format: date */
              bornOn?: string;
              /** Format: email */
              email?: string;
              /** @enum {string} */
              gender?: 'woman' | 'man' | 'non-binary' | 'undisclosed';
              idDocument?: string;
              /**
               * @default ca
               * @enum {string}
               */
              language?: 'ca' | 'es' | 'en';
              municipality?: string;
              name: string;
              phone?: string;
              role?: string;
              surnames?: string;
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
              /** Format: uuid */
              id: string;
              /** @enum {string} */
              status: 'invited' | 'active' | 'declined' | 'left';
              version: number;
            };
          };
        };
        400: components['responses']['Problem400'];
        401: components['responses']['Problem401'];
        403: components['responses']['Problem403'];
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
  '/v1/staff/projects/{id}/members/{memberId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put: {
      parameters: {
        query?: never;
        header: {
          'Accept-Language'?: string;
          'If-Match': string;
        };
        path: {
          id: string;
          memberId: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            person: {
              /** Format: date */
              bornOn?: string;
              /** Format: email */
              email?: string;
              /** @enum {string} */
              gender?: 'woman' | 'man' | 'non-binary' | 'undisclosed';
              idDocument?: string;
              /**
               * @default ca
               * @enum {string}
               */
              language?: 'ca' | 'es' | 'en';
              municipality?: string;
              name: string;
              phone?: string;
              role?: string;
              surnames?: string;
            };
            /** @enum {string} */
            status?: 'active' | 'left';
          };
        };
      };
      responses: {
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** Format: uuid */
              id: string;
              /** @enum {string} */
              status: 'invited' | 'active' | 'declined' | 'left';
              version: number;
            };
          };
        };
        400: components['responses']['Problem400'];
        401: components['responses']['Problem401'];
        403: components['responses']['Problem403'];
        404: components['responses']['Problem404'];
        412: components['responses']['Problem412'];
        413: components['responses']['Problem413'];
        415: components['responses']['Problem415'];
        428: components['responses']['Problem428'];
        429: components['responses']['Problem429'];
        503: components['responses']['Problem503'];
        default: components['responses']['Problem'];
      };
    };
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/staff/projects/{id}/members/{memberId}/invite': {
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
        };
        path: {
          id: string;
          memberId: string;
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
              /** Format: uuid */
              id: string;
              /** @enum {string} */
              status: 'invited' | 'active' | 'declined' | 'left';
              version: number;
            };
          };
        };
        400: components['responses']['Problem400'];
        401: components['responses']['Problem401'];
        403: components['responses']['Problem403'];
        404: components['responses']['Problem404'];
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
  '/v1/staff/projects/{id}/merge': {
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
        header: {
          'Accept-Language'?: string;
          'If-Match': string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            /** Format: uuid */
            intoProjectId: string;
          };
        };
      };
      responses: {
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** Format: uuid */
              id: string;
              /** @enum {string} */
              status: 'active' | 'dormant' | 'constituted' | 'closed' | 'merged';
              version: number;
            };
          };
        };
        400: components['responses']['Problem400'];
        401: components['responses']['Problem401'];
        403: components['responses']['Problem403'];
        404: components['responses']['Problem404'];
        412: components['responses']['Problem412'];
        413: components['responses']['Problem413'];
        415: components['responses']['Problem415'];
        428: components['responses']['Problem428'];
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
          projectId?: string;
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
            consent?: {
              /** Format: date */
              givenOn: string;
              /** @enum {string} */
              scope: 'referral' | 'referral-and-follow-up' | 'referral-and-rerouting';
              textVersion: string;
            };
            /** @enum {string} */
            modality: 'creation' | 'consolidation' | 'transformation';
            /** Format: uuid */
            partnerId: string;
            partnerReference?: string;
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
            /** Format: uuid */
            projectId?: string;
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
              version: number;
            };
          };
        };
        400: components['responses']['Problem400'];
        401: components['responses']['Problem401'];
        403: components['responses']['Problem403'];
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
  '/v1/staff/referrals/{id}': {
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
              chain: {
                /** Format: date-time */
                createdAt: string;
                /** @enum {string} */
                direction: 'inbound' | 'outbound';
                /** Format: uuid */
                id: string;
                partner: {
                  /** Format: uuid */
                  id: string;
                  name: string;
                };
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
              }[];
              consent: {
                /** Format: date */
                givenOn: string;
                /** @enum {string} */
                scope: 'referral' | 'referral-and-follow-up' | 'referral-and-rerouting';
                textVersion: string;
                withdrawnAt: string | null;
              } | null;
              /** Format: date-time */
              createdAt: string;
              /** @enum {string} */
              direction: 'inbound' | 'outbound';
              history: {
                actor: string | null;
                /** Format: date-time */
                at: string;
                details: {
                  [key: string]: string;
                } | null;
                event: string;
                sequence: number;
              }[];
              /** Format: uuid */
              id: string;
              /** @enum {string} */
              modality: 'creation' | 'consolidation' | 'transformation';
              note: string | null;
              outcome:
                | ('entity-created' | 'legal-form-transformed' | 'consolidated' | 'job-insertions' | 'none')
                | null;
              partner: {
                /** Format: uuid */
                id: string;
                name: string;
              };
              partnerReference: string | null;
              person: {
                /** Format: email */
                email: string;
                /** @enum {string} */
                language: 'ca' | 'es' | 'en';
                name: string;
                phone?: string;
              } | null;
              project: {
                description: string;
                groupSize?: number;
                name: string;
                neighbourhood?: string;
                sector?: string;
              } | null;
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
              remindedAt: string | null;
              reroutedFrom: string | null;
              reroutedTo: string | null;
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
            };
          };
        };
        400: components['responses']['Problem400'];
        401: components['responses']['Problem401'];
        403: components['responses']['Problem403'];
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
  '/v1/staff/referrals/{id}/accept': {
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
        header: {
          'Accept-Language'?: string;
          'If-Match': string;
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
              /** Format: uuid */
              id: string;
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
              version: number;
            };
          };
        };
        400: components['responses']['Problem400'];
        401: components['responses']['Problem401'];
        403: components['responses']['Problem403'];
        404: components['responses']['Problem404'];
        412: components['responses']['Problem412'];
        428: components['responses']['Problem428'];
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
  '/v1/staff/referrals/{id}/close': {
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
        header: {
          'Accept-Language'?: string;
          'If-Match': string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            /** @enum {string} */
            outcome: 'entity-created' | 'legal-form-transformed' | 'consolidated' | 'job-insertions' | 'none';
          };
        };
      };
      responses: {
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** Format: uuid */
              id: string;
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
              version: number;
            };
          };
        };
        400: components['responses']['Problem400'];
        401: components['responses']['Problem401'];
        403: components['responses']['Problem403'];
        404: components['responses']['Problem404'];
        412: components['responses']['Problem412'];
        413: components['responses']['Problem413'];
        415: components['responses']['Problem415'];
        428: components['responses']['Problem428'];
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
  '/v1/staff/referrals/{id}/consent': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put: {
      parameters: {
        query?: never;
        header: {
          'Accept-Language'?: string;
          'If-Match': string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            /** Format: date */
            givenOn: string;
            /** @enum {string} */
            scope: 'referral' | 'referral-and-follow-up' | 'referral-and-rerouting';
            textVersion: string;
          };
        };
      };
      responses: {
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** Format: uuid */
              id: string;
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
              version: number;
            };
          };
        };
        400: components['responses']['Problem400'];
        401: components['responses']['Problem401'];
        403: components['responses']['Problem403'];
        404: components['responses']['Problem404'];
        412: components['responses']['Problem412'];
        413: components['responses']['Problem413'];
        415: components['responses']['Problem415'];
        428: components['responses']['Problem428'];
        429: components['responses']['Problem429'];
        503: components['responses']['Problem503'];
        default: components['responses']['Problem'];
      };
    };
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/staff/referrals/{id}/decline': {
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
        header: {
          'Accept-Language'?: string;
          'If-Match': string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            note?: string;
            /** @enum {string} */
            reasonCode:
              | 'not-sse'
              | 'outside-territory'
              | 'outside-scope'
              | 'no-capacity'
              | 'already-accompanied'
              | 'duplicate'
              | 'insufficient-information'
              | 'person-unreachable'
              | 'person-not-interested'
              | 'other';
          };
        };
      };
      responses: {
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** Format: uuid */
              id: string;
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
              version: number;
            };
          };
        };
        400: components['responses']['Problem400'];
        401: components['responses']['Problem401'];
        403: components['responses']['Problem403'];
        404: components['responses']['Problem404'];
        412: components['responses']['Problem412'];
        413: components['responses']['Problem413'];
        415: components['responses']['Problem415'];
        428: components['responses']['Problem428'];
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
  '/v1/staff/referrals/{id}/documents/{documentId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put: {
      parameters: {
        query?: never;
        header: {
          'Accept-Language'?: string;
          'If-Match': string;
        };
        path: {
          documentId: string;
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
              /** Format: uuid */
              id: string;
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
              version: number;
            };
          };
        };
        400: components['responses']['Problem400'];
        401: components['responses']['Problem401'];
        403: components['responses']['Problem403'];
        404: components['responses']['Problem404'];
        412: components['responses']['Problem412'];
        428: components['responses']['Problem428'];
        429: components['responses']['Problem429'];
        503: components['responses']['Problem503'];
        default: components['responses']['Problem'];
      };
    };
    post?: never;
    delete: {
      parameters: {
        query?: never;
        header: {
          'Accept-Language'?: string;
          'If-Match': string;
        };
        path: {
          documentId: string;
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
              /** Format: uuid */
              id: string;
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
              version: number;
            };
          };
        };
        400: components['responses']['Problem400'];
        401: components['responses']['Problem401'];
        403: components['responses']['Problem403'];
        404: components['responses']['Problem404'];
        412: components['responses']['Problem412'];
        428: components['responses']['Problem428'];
        429: components['responses']['Problem429'];
        503: components['responses']['Problem503'];
        default: components['responses']['Problem'];
      };
    };
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/staff/referrals/{id}/reroute': {
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
        header: {
          'Accept-Language'?: string;
          'If-Match': string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            consent?: {
              /** Format: date */
              givenOn: string;
              /** @enum {string} */
              scope: 'referral' | 'referral-and-follow-up' | 'referral-and-rerouting';
              textVersion: string;
            };
            /** Format: uuid */
            partnerId: string;
          };
        };
      };
      responses: {
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** Format: uuid */
              id: string;
              /** Format: uuid */
              reroutedTo: string;
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
              version: number;
            };
          };
        };
        400: components['responses']['Problem400'];
        401: components['responses']['Problem401'];
        403: components['responses']['Problem403'];
        404: components['responses']['Problem404'];
        412: components['responses']['Problem412'];
        413: components['responses']['Problem413'];
        415: components['responses']['Problem415'];
        428: components['responses']['Problem428'];
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
  '/v1/staff/referrals/{id}/send': {
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
        header: {
          'Accept-Language'?: string;
          'If-Match': string;
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
              /** Format: uuid */
              id: string;
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
              version: number;
            };
          };
        };
        400: components['responses']['Problem400'];
        401: components['responses']['Problem401'];
        403: components['responses']['Problem403'];
        404: components['responses']['Problem404'];
        412: components['responses']['Problem412'];
        428: components['responses']['Problem428'];
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
  '/v1/staff/referrals/{id}/withdraw': {
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
        header: {
          'Accept-Language'?: string;
          'If-Match': string;
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
              /** Format: uuid */
              id: string;
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
              version: number;
            };
          };
        };
        400: components['responses']['Problem400'];
        401: components['responses']['Problem401'];
        403: components['responses']['Problem403'];
        404: components['responses']['Problem404'];
        412: components['responses']['Problem412'];
        428: components['responses']['Problem428'];
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
  '/v1/staff/referrals/{id}/withdraw-consent': {
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
        header: {
          'Accept-Language'?: string;
          'If-Match': string;
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
              /** Format: uuid */
              id: string;
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
              version: number;
            };
          };
        };
        400: components['responses']['Problem400'];
        401: components['responses']['Problem401'];
        403: components['responses']['Problem403'];
        404: components['responses']['Problem404'];
        412: components['responses']['Problem412'];
        428: components['responses']['Problem428'];
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
  '/v1/staff/search': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: {
      parameters: {
        query: {
          limit?: number;
          q: string;
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
                /** Format: uuid */
                id: string;
                label: string;
                status: string;
                /** @enum {string} */
                type: 'project' | 'accompaniment' | 'member' | 'intake' | 'referral' | 'partner';
                within: string | null;
              }[];
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
