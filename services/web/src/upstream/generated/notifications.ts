/* oxlint-disable */
// Made by `npm run generate -w services/web`: what this service calls of notifications.

export interface paths {
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
  '/v1/partner/webhook-endpoints': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: {
      parameters: {
        query?: {
          status?: 'active' | 'paused' | 'disabled';
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
                concurrency: number;
                /** Format: date-time */
                createdAt: string;
                description: string;
                eventTypes: string[] | null;
                failingSince: string | null;
                failuresInARow: number;
                /** Format: uuid */
                id: string;
                /** Format: uuid */
                partnerId: string;
                partnerName: string;
                previousSecretUntil: string | null;
                restingUntil: string | null;
                /** @enum {string} */
                status: 'active' | 'paused' | 'disabled';
                statusBy: string | null;
                statusReason: string | null;
                /** Format: date-time */
                updatedAt: string;
                url: string;
                version: number;
                waiting: number;
              }[];
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
            /** @default 4 */
            concurrency?: number;
            /** @default  */
            description?: string;
            eventTypes?: (
              | 'cat.ateneulh.accompaniment.partner-referral.sent.v1'
              | 'cat.ateneulh.accompaniment.partner-referral.received.v1'
              | 'cat.ateneulh.accompaniment.partner-referral.accepted.v1'
              | 'cat.ateneulh.accompaniment.partner-referral.declined.v1'
              | 'cat.ateneulh.accompaniment.partner-referral.rerouted.v1'
              | 'cat.ateneulh.accompaniment.partner-referral.started.v1'
              | 'cat.ateneulh.accompaniment.partner-referral.closed.v1'
              | 'cat.ateneulh.accompaniment.partner-referral.withdrawn.v1'
              | 'cat.ateneulh.accompaniment.partner-referral.expired.v1'
              | 'cat.ateneulh.accompaniment.partner-referral.consent-withdrawn.v1'
              | 'cat.ateneulh.accompaniment.partner-referral.document-shared.v1'
              | 'cat.ateneulh.accompaniment.partner-referral.document-unshared.v1'
            )[];
            /** Format: uri */
            url: string;
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
              concurrency: number;
              /** Format: date-time */
              createdAt: string;
              description: string;
              eventTypes: string[] | null;
              failingSince: string | null;
              failuresInARow: number;
              /** Format: uuid */
              id: string;
              /** Format: uuid */
              partnerId: string;
              previousSecretUntil: string | null;
              restingUntil: string | null;
              secret: string;
              /** @enum {string} */
              status: 'active' | 'paused' | 'disabled';
              statusBy: string | null;
              statusReason: string | null;
              /** Format: date-time */
              updatedAt: string;
              url: string;
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
  '/v1/partner/webhook-endpoints/{id}': {
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
              concurrency: number;
              /** Format: date-time */
              createdAt: string;
              description: string;
              eventTypes: string[] | null;
              failingSince: string | null;
              failuresInARow: number;
              /** Format: uuid */
              id: string;
              /** Format: uuid */
              partnerId: string;
              partnerName: string;
              previousSecretUntil: string | null;
              restingUntil: string | null;
              /** @enum {string} */
              status: 'active' | 'paused' | 'disabled';
              statusBy: string | null;
              statusReason: string | null;
              /** Format: date-time */
              updatedAt: string;
              url: string;
              version: number;
              waiting: number;
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
    delete: {
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
        204: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
        400: components['responses']['Problem400'];
        401: components['responses']['Problem401'];
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
  '/v1/partner/webhook-endpoints/{id}/messages': {
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
          status?: 'pending' | 'delivered' | 'failed';
        };
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
              items: components['schemas']['WebhookMessage'][];
              next: string | null;
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
  '/v1/partner/webhook-endpoints/{id}/messages/{message}/resend': {
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
          message: string;
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
              waiting: number;
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
  '/v1/partner/webhook-endpoints/{id}/pause': {
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
            'application/json': components['schemas']['WebhookEndpoint'];
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
  '/v1/partner/webhook-endpoints/{id}/resume': {
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
            'application/json': components['schemas']['WebhookEndpoint'];
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
  '/v1/partner/webhook-endpoints/{id}/rotate-secret': {
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
            /** @default 24 */
            overlapHours?: number;
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
              concurrency: number;
              /** Format: date-time */
              createdAt: string;
              description: string;
              eventTypes: string[] | null;
              failingSince: string | null;
              failuresInARow: number;
              /** Format: uuid */
              id: string;
              /** Format: uuid */
              partnerId: string;
              previousSecretUntil: string | null;
              restingUntil: string | null;
              secret: string;
              /** @enum {string} */
              status: 'active' | 'paused' | 'disabled';
              statusBy: string | null;
              statusReason: string | null;
              /** Format: date-time */
              updatedAt: string;
              url: string;
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
  '/v1/partner/webhook-endpoints/{id}/test': {
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
              /** Format: date-time */
              at: string;
              delivered: boolean;
              durationMs: number;
              error: string | null;
              payload: string;
              request: {
                headers: {
                  [key: string]: string;
                };
                url: string;
              };
              response: {
                body: string;
                headers: {
                  [key: string]: string;
                };
                status: number;
                truncated: boolean;
              } | null;
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
          eventType?: string;
          kind?: string;
          limit?: number;
          recipient?: string;
          reported?: 'bounced' | 'complained';
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
                bouncedAt: string | null;
                /** @enum {string} */
                channel: 'email';
                complainedAt: string | null;
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
  '/v1/staff/deliveries/{id}': {
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
              attempts: number;
              bouncedAt: string | null;
              /** @enum {string} */
              channel: 'email';
              complainedAt: string | null;
              correlationId: string;
              /** Format: date-time */
              createdAt: string;
              /** Format: uuid */
              eventId: string;
              eventType: string;
              html: string;
              /** Format: uuid */
              id: string;
              kind: string;
              /** @enum {string} */
              language: 'ca' | 'es' | 'en';
              lastError: string | null;
              messageId: string;
              providerResponse: string | null;
              recipient: string;
              recipientName: string;
              sentAt: string | null;
              /** @enum {string} */
              status: 'pending' | 'sending' | 'sent' | 'possibly-sent' | 'failed' | 'suppressed';
              subject: string;
              text: string;
              topic: ('reminders' | 'surveys' | 'news' | 'digests') | null;
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
  '/v1/staff/deliveries/{id}/resend': {
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
      requestBody?: never;
      responses: {
        202: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** Format: uuid */
              id: string;
              /** @enum {string} */
              status: 'pending' | 'sending' | 'sent' | 'possibly-sent' | 'failed' | 'suppressed';
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
              digests: {
                [key: string]: unknown;
              }[];
              messages: {
                [key: string]: unknown;
              }[];
              optOuts: {
                [key: string]: unknown;
              }[];
              suppressions: {
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
  '/v1/staff/suppressions': {
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
            address: string;
            detail: string;
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
              added: boolean;
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
  '/v1/staff/suppressions/lift': {
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
            address: string;
            detail: string;
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
              lifted: boolean;
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
  '/v1/staff/suppressions/search': {
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
            address?: string;
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
              items: {
                address: string;
                /** Format: date-time */
                createdAt: string;
                detail: string;
                /** @enum {string} */
                reason: 'bounce' | 'staff';
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
  '/v1/staff/templates': {
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
                event: string;
                kind: string;
                languages: ('ca' | 'es' | 'en')[];
                title: string;
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
  '/v1/staff/templates/{kind}/preview': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: {
      parameters: {
        query?: {
          language?: 'ca' | 'es' | 'en';
          part?: 'html' | 'text';
        };
        header?: {
          'Accept-Language'?: string;
        };
        path: {
          kind: string;
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
            'application/json': string;
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
  '/v1/staff/templates/{kind}/texts/{language}': {
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
          kind: string;
          language: 'ca' | 'es' | 'en';
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
              builtIn: {
                /** @default [] */
                closing: string[];
                paragraphs: string[];
                subject: string;
              };
              fields: string[];
              filters: string[];
              text: {
                /** @default [] */
                closing: string[];
                paragraphs: string[];
                subject: string;
              } | null;
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
          kind: string;
          language: 'ca' | 'es' | 'en';
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            /** @default [] */
            closing?: string[];
            /** @default  */
            comment?: string;
            paragraphs: string[];
            subject: string;
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
              edited: boolean;
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
  '/v1/staff/templates/{kind}/texts/{language}/history': {
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
          kind: string;
          language: 'ca' | 'es' | 'en';
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
                author: string;
                comment: string;
                /** Format: date-time */
                createdAt: string;
                text: {
                  /** @default [] */
                  closing: string[];
                  paragraphs: string[];
                  subject: string;
                } | null;
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
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/staff/templates/{kind}/texts/{language}/preview': {
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
          kind: string;
          language: 'ca' | 'es' | 'en';
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            /** @default [] */
            closing?: string[];
            paragraphs: string[];
            subject: string;
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
              html: string;
              subject: string;
              text: string;
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
  '/v1/staff/templates/{kind}/texts/{language}/revert': {
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
          kind: string;
          language: 'ca' | 'es' | 'en';
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            /** @default  */
            comment?: string;
            to: number;
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
              edited: boolean;
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
    WebhookAttempt: {
      /** Format: date-time */
      at: string;
      durationMs: number;
      error: string | null;
      request: {
        headers: {
          [key: string]: string;
        };
        url: string;
      };
      response: {
        body: string;
        headers: {
          [key: string]: string;
        };
        status: number;
        truncated: boolean;
      } | null;
    };
    WebhookEndpoint: {
      concurrency: number;
      /** Format: date-time */
      createdAt: string;
      description: string;
      eventTypes: string[] | null;
      failingSince: string | null;
      failuresInARow: number;
      /** Format: uuid */
      id: string;
      /** Format: uuid */
      partnerId: string;
      previousSecretUntil: string | null;
      restingUntil: string | null;
      /** @enum {string} */
      status: 'active' | 'paused' | 'disabled';
      statusBy: string | null;
      statusReason: string | null;
      /** Format: date-time */
      updatedAt: string;
      url: string;
      version: number;
    };
    WebhookMessage: {
      attempts: number;
      deliveredAt: string | null;
      dueAt: string | null;
      /** Format: uuid */
      eventId: string;
      /** Format: uuid */
      id: string;
      /** Format: date-time */
      occurredAt: string;
      /** @enum {string} */
      status: 'pending' | 'delivered' | 'failed';
      subject: string;
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
