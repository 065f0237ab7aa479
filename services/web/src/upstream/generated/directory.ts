/* oxlint-disable */
// Made by `npm run generate -w services/web`: what this service calls of directory.

export interface paths {
  '/v1/initiative-proposals': {
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
            address?: string;
            description?: {
              ca: string;
              en?: string;
              es?: string;
            };
            legalForm: string;
            name: {
              ca: string;
              en?: string;
              es?: string;
            };
            neighbourhood?: string;
            position?: {
              latitude: number;
              longitude: number;
            };
            proposer: {
              /** Format: email */
              email: string;
              /**
               * @default ca
               * @enum {string}
               */
              language?: 'ca' | 'es' | 'en';
              name: string;
            };
            sectors: string[];
            summary?: {
              ca: string;
              en?: string;
              es?: string;
            };
            taxId?: string;
            /** Format: uri */
            website?: string;
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
              status: 'proposed';
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
  '/v1/initiatives': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: {
      parameters: {
        query?: {
          bbox?: string;
          cooperative?: 'yes' | 'no';
          cursor?: string;
          district?: string[];
          legalForm?: string[];
          limit?: number;
          near?: string;
          neighbourhood?: string[];
          q?: string;
          sector?: string[];
          sort?: 'relevance' | 'name' | 'newest' | 'distance';
          within?: number;
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
                distance: number | null;
                /** Format: uuid */
                id: string;
                legalForm: string;
                name: {
                  ca: string;
                  en?: string;
                  es?: string;
                };
                neighbourhood: string | null;
                position: {
                  latitude: number;
                  longitude: number;
                } | null;
                sectors: string[];
                slug: string;
                summary: {
                  ca: string;
                  en?: string;
                  es?: string;
                };
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
  '/v1/initiatives/{slug}': {
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
          slug: string;
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
              address: string | null;
              description: {
                ca: string;
                en?: string;
                es?: string;
              } | null;
              /** Format: uuid */
              id: string;
              legalForm: string;
              name: {
                ca: string;
                en?: string;
                es?: string;
              };
              neighbourhood: string | null;
              position: {
                latitude: number;
                longitude: number;
              } | null;
              /** Format: date-time */
              publishedAt: string;
              sectors: string[];
              slug: string;
              summary: {
                ca: string;
                en?: string;
                es?: string;
              };
              /** Format: date-time */
              updatedAt: string;
              website: string | null;
            };
          };
        };
        301: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
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
  '/v1/initiatives/{slug}.jsonld': {
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
          slug: string;
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
            'application/ld+json': {
              [key: string]: unknown;
            };
          };
        };
        301: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
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
  '/v1/initiatives/facets': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: {
      parameters: {
        query?: {
          bbox?: string;
          cooperative?: 'yes' | 'no';
          district?: string[];
          legalForm?: string[];
          near?: string;
          neighbourhood?: string[];
          q?: string;
          sector?: string[];
          within?: number;
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
              cooperative: {
                code: string;
                count: number;
              }[];
              districts: {
                code: string;
                count: number;
              }[];
              legalForms: {
                code: string;
                count: number;
              }[];
              neighbourhoods: {
                code: string;
                count: number;
              }[];
              sectors: {
                code: string;
                count: number;
              }[];
              total: number;
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
