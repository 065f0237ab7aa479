/* oxlint-disable */
// Made by `npm run generate -w services/web`: what this service calls of directory.

export interface paths {
  '/v1/good-practices': {
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
          initiative?: string;
          limit?: number;
          sector?: string[];
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
                initiatives: {
                  /** Format: uuid */
                  id: string;
                  name: {
                    ca: string;
                    en?: string;
                    es?: string;
                  };
                  slug: string;
                }[];
                localized: {
                  summary: {
                    /** @enum {string} */
                    language: 'ca' | 'es' | 'en';
                    text: string;
                  };
                  title: {
                    /** @enum {string} */
                    language: 'ca' | 'es' | 'en';
                    text: string;
                  };
                };
                /** Format: date-time */
                publishedAt: string;
                sectors: string[];
                slug: string;
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
                /** Format: date-time */
                updatedAt: string;
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
  '/v1/good-practices/{slug}': {
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
              body: {
                ca: string;
                en?: string;
                es?: string;
              };
              /** Format: uuid */
              id: string;
              initiatives: {
                /** Format: uuid */
                id: string;
                name: {
                  ca: string;
                  en?: string;
                  es?: string;
                };
                slug: string;
              }[];
              localized: {
                body: {
                  /** @enum {string} */
                  language: 'ca' | 'es' | 'en';
                  text: string;
                };
                summary: {
                  /** @enum {string} */
                  language: 'ca' | 'es' | 'en';
                  text: string;
                };
                title: {
                  /** @enum {string} */
                  language: 'ca' | 'es' | 'en';
                  text: string;
                };
              };
              /** Format: date-time */
              publishedAt: string;
              sectors: string[];
              slug: string;
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
              /** Format: date-time */
              updatedAt: string;
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
            contact?: {
              email?: {
                consent?: {
                  /** Format: date-time */
                  givenAt?: string;
                  givenBy?: string;
                  textVersion: string;
                };
                /** Format: email */
                value: string;
              };
              person?: {
                consent?: {
                  /** Format: date-time */
                  givenAt?: string;
                  givenBy?: string;
                  textVersion: string;
                };
                value: string;
              };
              phone?: {
                consent?: {
                  /** Format: date-time */
                  givenAt?: string;
                  givenBy?: string;
                  textVersion: string;
                };
                value: string;
              };
            };
            cooperatesWith?: string[];
            criteria?: {
              met: {
                code: string;
                evidence: {
                  ca: string;
                  en?: string;
                  es?: string;
                };
                /** Format: uri */
                url?: string;
              }[];
              version: string;
            };
            description?: {
              ca: string;
              en?: string;
              es?: string;
            };
            foundedIn?: number;
            homepage?: string;
            legalForm: string;
            links?: {
              kind: string;
              /** Format: uri */
              url: string;
            }[];
            name: {
              ca: string;
              en?: string;
              es?: string;
            };
            needs?: string[];
            neighbourhood?: string;
            networks?: string[];
            offers?: {
              /** @enum {string} */
              kind: 'product' | 'service';
              name: {
                ca: string;
                en?: string;
                es?: string;
              };
            }[];
            openingHours?: {
              note?: {
                ca: string;
                en?: string;
                es?: string;
              };
              weekly: {
                closes: string;
                days: string[];
                opens: string;
              }[];
            };
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
              /** Format: date-time */
              expiresAt: string;
              /** Format: uuid */
              id: string;
              possibleDuplicates: {
                distance: number | null;
                /** Format: uuid */
                id: string;
                name: {
                  ca: string;
                  en?: string;
                  es?: string;
                };
                reasons: ('name' | 'tax-id' | 'website' | 'address' | 'distance')[];
                similarity: number;
                slug: string;
              }[];
              /** @enum {string} */
              status: 'unconfirmed';
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
          need?: string[];
          neighbourhood?: string[];
          network?: string[];
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
                localized: {
                  name: {
                    /** @enum {string} */
                    language: 'ca' | 'es' | 'en';
                    text: string;
                  };
                  summary: {
                    /** @enum {string} */
                    language: 'ca' | 'es' | 'en';
                    text: string;
                  };
                };
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
              /** Format: date-time */
              confirmedAt: string;
              contact: {
                email?: string;
                person?: string;
                phone?: string;
              };
              cooperatesWith: {
                /** Format: uuid */
                id: string;
                name: {
                  ca: string;
                  en?: string;
                  es?: string;
                };
                slug: string;
              }[];
              criteria: {
                met: {
                  code: string;
                  evidence: {
                    ca: string;
                    en?: string;
                    es?: string;
                  };
                  /** Format: uri */
                  url?: string;
                }[];
                version: string;
              } | null;
              description: {
                ca: string;
                en?: string;
                es?: string;
              } | null;
              foundedIn: number | null;
              goodPractices: {
                /** Format: uuid */
                id: string;
                slug: string;
                title: {
                  ca: string;
                  en?: string;
                  es?: string;
                };
              }[];
              /** Format: uuid */
              id: string;
              legalForm: string;
              links: {
                kind: string;
                /** Format: uri */
                url: string;
              }[];
              localized: {
                description: {
                  /** @enum {string} */
                  language: 'ca' | 'es' | 'en';
                  text: string;
                } | null;
                name: {
                  /** @enum {string} */
                  language: 'ca' | 'es' | 'en';
                  text: string;
                };
                summary: {
                  /** @enum {string} */
                  language: 'ca' | 'es' | 'en';
                  text: string;
                };
              };
              name: {
                ca: string;
                en?: string;
                es?: string;
              };
              needs: string[];
              neighbourhood: string | null;
              networks: string[];
              offers: {
                /** @enum {string} */
                kind: 'product' | 'service';
                name: {
                  ca: string;
                  en?: string;
                  es?: string;
                };
              }[];
              openingHours: {
                note?: {
                  ca: string;
                  en?: string;
                  es?: string;
                };
                weekly: {
                  closes: string;
                  days: string[];
                  opens: string;
                }[];
              } | null;
              overdue: boolean;
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
  '/v1/initiatives/{slug}/corrections': {
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
          slug: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            author: {
              /** Format: email */
              email: string;
              /**
               * @default ca
               * @enum {string}
               */
              language?: 'ca' | 'es' | 'en';
              name: string;
            };
            changes: {
              address?: string | null;
              contact?: {
                email?: {
                  consent?: {
                    /** Format: date-time */
                    givenAt?: string;
                    givenBy?: string;
                    textVersion: string;
                  };
                  /** Format: email */
                  value: string;
                };
                person?: {
                  consent?: {
                    /** Format: date-time */
                    givenAt?: string;
                    givenBy?: string;
                    textVersion: string;
                  };
                  value: string;
                };
                phone?: {
                  consent?: {
                    /** Format: date-time */
                    givenAt?: string;
                    givenBy?: string;
                    textVersion: string;
                  };
                  value: string;
                };
              } | null;
              cooperatesWith?: string[] | null;
              criteria?: {
                met: {
                  code: string;
                  evidence: {
                    ca: string;
                    en?: string;
                    es?: string;
                  };
                  /** Format: uri */
                  url?: string;
                }[];
                version: string;
              } | null;
              description?: {
                ca: string;
                en?: string;
                es?: string;
              } | null;
              foundedIn?: number | null;
              legalForm?: string;
              links?:
                | {
                    kind: string;
                    /** Format: uri */
                    url: string;
                  }[]
                | null;
              name?: {
                ca: string;
                en?: string;
                es?: string;
              };
              needs?: string[] | null;
              neighbourhood?: string | null;
              networks?: string[] | null;
              offers?:
                | {
                    /** @enum {string} */
                    kind: 'product' | 'service';
                    name: {
                      ca: string;
                      en?: string;
                      es?: string;
                    };
                  }[]
                | null;
              openingHours?: {
                note?: {
                  ca: string;
                  en?: string;
                  es?: string;
                };
                weekly: {
                  closes: string;
                  days: string[];
                  opens: string;
                }[];
              } | null;
              position?: {
                latitude: number;
                longitude: number;
              } | null;
              sectors?: string[];
              summary?: {
                ca: string;
                en?: string;
                es?: string;
              };
              taxId?: string | null;
              website?: string | null;
            };
            comment?: string;
            homepage?: string;
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
              /** Format: date-time */
              expiresAt: string;
              /** Format: uuid */
              id: string;
              /** @enum {string} */
              status: 'unconfirmed';
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
          need?: string[];
          neighbourhood?: string[];
          network?: string[];
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
  '/v1/staff/corrections': {
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
          initiative?: string;
          limit?: number;
          status?: 'open' | 'accepted' | 'partly-accepted' | 'rejected';
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
                fields: string[];
                /** Format: uuid */
                id: string;
                initiative: {
                  /** Format: uuid */
                  id: string;
                  name: string;
                  slug: string | null;
                };
                /** @enum {string} */
                status: 'open' | 'accepted' | 'partly-accepted' | 'rejected';
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
  '/v1/staff/corrections/{id}': {
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
              accepted: string[];
              author: {
                email: string;
                language: string;
                name: string;
              } | null;
              baseVersion: number;
              changes: {
                conflicts: boolean;
                current: unknown;
                field: string;
                from: unknown;
                to: unknown;
              }[];
              comment: string | null;
              /** Format: date-time */
              createdAt: string;
              decidedAt: string | null;
              decidedBy: string | null;
              /** Format: uuid */
              id: string;
              initiative: {
                /** Format: uuid */
                id: string;
                name: string;
                slug: string | null;
                status: string;
                version: number;
              };
              note: string | null;
              reasonCode: string | null;
              /** @enum {string} */
              status: 'open' | 'accepted' | 'partly-accepted' | 'rejected';
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
  '/v1/staff/corrections/{id}/accept': {
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
            fields?: string[];
            note?: string;
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
              accepted: string[];
              author: {
                email: string;
                language: string;
                name: string;
              } | null;
              baseVersion: number;
              changes: {
                conflicts: boolean;
                current: unknown;
                field: string;
                from: unknown;
                to: unknown;
              }[];
              comment: string | null;
              /** Format: date-time */
              createdAt: string;
              decidedAt: string | null;
              decidedBy: string | null;
              /** Format: uuid */
              id: string;
              initiative: {
                /** Format: uuid */
                id: string;
                name: string;
                slug: string | null;
                status: string;
                version: number;
              };
              note: string | null;
              reasonCode: string | null;
              /** @enum {string} */
              status: 'open' | 'accepted' | 'partly-accepted' | 'rejected';
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
  '/v1/staff/corrections/{id}/reject': {
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
            reasonCode: 'not-verifiable' | 'incorrect' | 'already-applied' | 'outside-scope' | 'other';
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
              accepted: string[];
              author: {
                email: string;
                language: string;
                name: string;
              } | null;
              baseVersion: number;
              changes: {
                conflicts: boolean;
                current: unknown;
                field: string;
                from: unknown;
                to: unknown;
              }[];
              comment: string | null;
              /** Format: date-time */
              createdAt: string;
              decidedAt: string | null;
              decidedBy: string | null;
              /** Format: uuid */
              id: string;
              initiative: {
                /** Format: uuid */
                id: string;
                name: string;
                slug: string | null;
                status: string;
                version: number;
              };
              note: string | null;
              reasonCode: string | null;
              /** @enum {string} */
              status: 'open' | 'accepted' | 'partly-accepted' | 'rejected';
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
  '/v1/staff/exports': {
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
                asOf: string | null;
                /** Format: date-time */
                createdAt: string;
                createdBy: string;
                expiresAt: string | null;
                failure: ('interrupted' | 'unwritable') | null;
                filters: {
                  district?: string[];
                  legalForm?: string[];
                  need?: string[];
                  neighbourhood?: string[];
                  network?: string[];
                  sector?: string[];
                  status?: ('proposed' | 'in-review' | 'rejected' | 'published' | 'unpublished' | 'archived')[];
                };
                /** @enum {string} */
                format: 'csv' | 'geojson';
                /** Format: uuid */
                id: string;
                own: boolean;
                processed: number;
                size: number;
                /** @enum {string} */
                status: 'waiting' | 'writing' | 'ready' | 'failed' | 'expired';
                takenAway: ('age' | 'erasure') | null;
                total: number | null;
                /** Format: date-time */
                updatedAt: string;
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
            filters?: {
              district?: string[];
              legalForm?: string[];
              need?: string[];
              neighbourhood?: string[];
              network?: string[];
              sector?: string[];
              status?: ('proposed' | 'in-review' | 'rejected' | 'published' | 'unpublished' | 'archived')[];
            };
            /** @enum {string} */
            format: 'csv' | 'geojson';
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
              asOf: string | null;
              /** Format: date-time */
              createdAt: string;
              createdBy: string;
              expiresAt: string | null;
              failure: ('interrupted' | 'unwritable') | null;
              filters: {
                district?: string[];
                legalForm?: string[];
                need?: string[];
                neighbourhood?: string[];
                network?: string[];
                sector?: string[];
                status?: ('proposed' | 'in-review' | 'rejected' | 'published' | 'unpublished' | 'archived')[];
              };
              /** @enum {string} */
              format: 'csv' | 'geojson';
              /** Format: uuid */
              id: string;
              own: boolean;
              processed: number;
              size: number;
              /** @enum {string} */
              status: 'waiting' | 'writing' | 'ready' | 'failed' | 'expired';
              takenAway: ('age' | 'erasure') | null;
              total: number | null;
              /** Format: date-time */
              updatedAt: string;
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
  '/v1/staff/exports/{id}': {
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
              asOf: string | null;
              /** Format: date-time */
              createdAt: string;
              createdBy: string;
              expiresAt: string | null;
              failure: ('interrupted' | 'unwritable') | null;
              filters: {
                district?: string[];
                legalForm?: string[];
                need?: string[];
                neighbourhood?: string[];
                network?: string[];
                sector?: string[];
                status?: ('proposed' | 'in-review' | 'rejected' | 'published' | 'unpublished' | 'archived')[];
              };
              /** @enum {string} */
              format: 'csv' | 'geojson';
              /** Format: uuid */
              id: string;
              own: boolean;
              processed: number;
              size: number;
              /** @enum {string} */
              status: 'waiting' | 'writing' | 'ready' | 'failed' | 'expired';
              takenAway: ('age' | 'erasure') | null;
              total: number | null;
              /** Format: date-time */
              updatedAt: string;
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
  '/v1/staff/exports/{id}/file': {
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
            'application/geo+json': string;
            'text/csv': string;
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
  '/v1/staff/exports/{id}/restart': {
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
        202: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              asOf: string | null;
              /** Format: date-time */
              createdAt: string;
              createdBy: string;
              expiresAt: string | null;
              failure: ('interrupted' | 'unwritable') | null;
              filters: {
                district?: string[];
                legalForm?: string[];
                need?: string[];
                neighbourhood?: string[];
                network?: string[];
                sector?: string[];
                status?: ('proposed' | 'in-review' | 'rejected' | 'published' | 'unpublished' | 'archived')[];
              };
              /** @enum {string} */
              format: 'csv' | 'geojson';
              /** Format: uuid */
              id: string;
              own: boolean;
              processed: number;
              size: number;
              /** @enum {string} */
              status: 'waiting' | 'writing' | 'ready' | 'failed' | 'expired';
              takenAway: ('age' | 'erasure') | null;
              total: number | null;
              /** Format: date-time */
              updatedAt: string;
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
  '/v1/staff/good-practices': {
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
                body: {
                  ca: string;
                  en?: string;
                  es?: string;
                };
                /** Format: date-time */
                createdAt: string;
                /** Format: uuid */
                id: string;
                initiativeIds: string[];
                sectors: string[];
                slug: string | null;
                /** @enum {string} */
                status: 'draft' | 'published' | 'unpublished';
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
                /** Format: date-time */
                updatedAt: string;
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
            body: {
              ca: string;
              en?: string;
              es?: string;
            };
            initiativeIds: string[];
            /** @default [] */
            sectors?: string[];
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
              slug: string | null;
              /** @enum {string} */
              status: 'draft' | 'published' | 'unpublished';
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
  '/v1/staff/good-practices/{id}': {
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
              body: {
                ca: string;
                en?: string;
                es?: string;
              };
              /** Format: date-time */
              createdAt: string;
              /** Format: uuid */
              id: string;
              initiativeIds: string[];
              sectors: string[];
              slug: string | null;
              /** @enum {string} */
              status: 'draft' | 'published' | 'unpublished';
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
            body: {
              ca: string;
              en?: string;
              es?: string;
            };
            initiativeIds: string[];
            /** @default [] */
            sectors?: string[];
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
              slug: string | null;
              /** @enum {string} */
              status: 'draft' | 'published' | 'unpublished';
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
  '/v1/staff/good-practices/{id}/publish': {
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
              slug: string | null;
              /** @enum {string} */
              status: 'draft' | 'published' | 'unpublished';
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
  '/v1/staff/good-practices/{id}/unpublish': {
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
              slug: string | null;
              /** @enum {string} */
              status: 'draft' | 'published' | 'unpublished';
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
  '/v1/staff/imports': {
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
                /** Format: date-time */
                createdAt: string;
                createdBy: string;
                format: string;
                /** Format: uuid */
                id: string;
                lines: number;
                mode: string;
                outcomes: {
                  create: number;
                  refused: number;
                  unchanged: number;
                  update: number;
                };
                processed: number;
                publish: boolean;
                source: string;
                /** @enum {string} */
                status: 'awaiting-file' | 'receiving' | 'checking' | 'checked' | 'applying' | 'refused' | 'done';
                /** Format: date-time */
                updatedAt: string;
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
            /**
             * @default ,
             * @enum {string}
             */
            delimiter?: ',' | ';' | '\t';
            /** @enum {string} */
            format: 'csv' | 'geojson';
            /** @default {} */
            mapping?: {
              columns?: {
                [key: string]: string;
              };
              defaults?: {
                [key: string]: string;
              };
              values?: {
                [key: string]: {
                  [key: string]: string;
                };
              };
            };
            /**
             * @default all-or-nothing
             * @enum {string}
             */
            mode?: 'all-or-nothing' | 'best-effort';
            /** @default false */
            publish?: boolean;
            source: string;
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
              /** Format: date-time */
              createdAt: string;
              createdBy: string;
              format: string;
              /** Format: uuid */
              id: string;
              lines: number;
              mode: string;
              outcomes: {
                create: number;
                refused: number;
                unchanged: number;
                update: number;
              };
              processed: number;
              publish: boolean;
              source: string;
              /** @enum {string} */
              status: 'awaiting-file' | 'receiving' | 'checking' | 'checked' | 'applying' | 'refused' | 'done';
              /** Format: date-time */
              updatedAt: string;
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
  '/v1/staff/imports/{id}': {
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
              /** Format: date-time */
              createdAt: string;
              createdBy: string;
              format: string;
              /** Format: uuid */
              id: string;
              lines: number;
              mode: string;
              outcomes: {
                create: number;
                refused: number;
                unchanged: number;
                update: number;
              };
              processed: number;
              publish: boolean;
              source: string;
              /** @enum {string} */
              status: 'awaiting-file' | 'receiving' | 'checking' | 'checked' | 'applying' | 'refused' | 'done';
              /** Format: date-time */
              updatedAt: string;
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
  '/v1/staff/imports/{id}/apply': {
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
        202: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** Format: date-time */
              createdAt: string;
              createdBy: string;
              format: string;
              /** Format: uuid */
              id: string;
              lines: number;
              mode: string;
              outcomes: {
                create: number;
                refused: number;
                unchanged: number;
                update: number;
              };
              processed: number;
              publish: boolean;
              source: string;
              /** @enum {string} */
              status: 'awaiting-file' | 'receiving' | 'checking' | 'checked' | 'applying' | 'refused' | 'done';
              /** Format: date-time */
              updatedAt: string;
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
  '/v1/staff/imports/{id}/file': {
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
              createdAt: string;
              createdBy: string;
              format: string;
              /** Format: uuid */
              id: string;
              lines: number;
              mode: string;
              outcomes: {
                create: number;
                refused: number;
                unchanged: number;
                update: number;
              };
              processed: number;
              publish: boolean;
              source: string;
              /** @enum {string} */
              status: 'awaiting-file' | 'receiving' | 'checking' | 'checked' | 'applying' | 'refused' | 'done';
              /** Format: date-time */
              updatedAt: string;
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
  '/v1/staff/imports/{id}/lines': {
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
          outcome?: 'create' | 'update' | 'unchanged' | 'refused';
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
              items: {
                applied: boolean;
                initiativeId: string | null;
                line: number;
                outcome: ('create' | 'update' | 'unchanged' | 'refused') | null;
                problems: {
                  code: string;
                  message: string;
                  pointer: string;
                }[];
              }[];
              next: string | null;
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
  '/v1/staff/initiatives': {
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
          status?: 'proposed' | 'in-review' | 'rejected' | 'published' | 'unpublished' | 'archived';
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
                address?: string;
                contact?: {
                  email?: {
                    consent?: {
                      /** Format: date-time */
                      givenAt?: string;
                      givenBy?: string;
                      textVersion: string;
                    };
                    /** Format: email */
                    value: string;
                  };
                  person?: {
                    consent?: {
                      /** Format: date-time */
                      givenAt?: string;
                      givenBy?: string;
                      textVersion: string;
                    };
                    value: string;
                  };
                  phone?: {
                    consent?: {
                      /** Format: date-time */
                      givenAt?: string;
                      givenBy?: string;
                      textVersion: string;
                    };
                    value: string;
                  };
                };
                cooperatesWith?: string[];
                /** Format: date-time */
                createdAt: string;
                criteria?: {
                  met: {
                    code: string;
                    evidence: {
                      ca: string;
                      en?: string;
                      es?: string;
                    };
                    /** Format: uri */
                    url?: string;
                  }[];
                  version: string;
                };
                description?: {
                  ca: string;
                  en?: string;
                  es?: string;
                };
                foundedIn?: number;
                /** Format: uuid */
                id: string;
                legalForm: string;
                links?: {
                  kind: string;
                  /** Format: uri */
                  url: string;
                }[];
                name: {
                  ca: string;
                  en?: string;
                  es?: string;
                };
                needs?: string[];
                neighbourhood?: string;
                networks?: string[];
                offers?: {
                  /** @enum {string} */
                  kind: 'product' | 'service';
                  name: {
                    ca: string;
                    en?: string;
                    es?: string;
                  };
                }[];
                openingHours?: {
                  note?: {
                    ca: string;
                    en?: string;
                    es?: string;
                  };
                  weekly: {
                    closes: string;
                    days: string[];
                    opens: string;
                  }[];
                };
                origin: {
                  externalId?: string;
                  /** @enum {string} */
                  kind: 'public' | 'staff' | 'entity-created' | 'import';
                  /** Format: uuid */
                  projectId?: string;
                  source?: string;
                };
                position?: {
                  latitude: number;
                  longitude: number;
                };
                proposer: {
                  email: string;
                  language: string;
                  name: string;
                } | null;
                rejection: {
                  note?: string;
                  /** @enum {string} */
                  reasonCode: 'not-sse' | 'outside-territory' | 'duplicate' | 'insufficient-information' | 'other';
                } | null;
                sectors: string[];
                slug: string | null;
                /** @enum {string} */
                status: 'proposed' | 'in-review' | 'rejected' | 'published' | 'unpublished' | 'archived';
                summary?: {
                  ca: string;
                  en?: string;
                  es?: string;
                };
                taxId?: string;
                /** Format: date-time */
                updatedAt: string;
                version: number;
                /** Format: uri */
                website?: string;
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
            address?: string;
            contact?: {
              email?: {
                consent?: {
                  /** Format: date-time */
                  givenAt?: string;
                  givenBy?: string;
                  textVersion: string;
                };
                /** Format: email */
                value: string;
              };
              person?: {
                consent?: {
                  /** Format: date-time */
                  givenAt?: string;
                  givenBy?: string;
                  textVersion: string;
                };
                value: string;
              };
              phone?: {
                consent?: {
                  /** Format: date-time */
                  givenAt?: string;
                  givenBy?: string;
                  textVersion: string;
                };
                value: string;
              };
            };
            cooperatesWith?: string[];
            criteria?: {
              met: {
                code: string;
                evidence: {
                  ca: string;
                  en?: string;
                  es?: string;
                };
                /** Format: uri */
                url?: string;
              }[];
              version: string;
            };
            description?: {
              ca: string;
              en?: string;
              es?: string;
            };
            foundedIn?: number;
            legalForm: string;
            links?: {
              kind: string;
              /** Format: uri */
              url: string;
            }[];
            name: {
              ca: string;
              en?: string;
              es?: string;
            };
            needs?: string[];
            neighbourhood?: string;
            networks?: string[];
            offers?: {
              /** @enum {string} */
              kind: 'product' | 'service';
              name: {
                ca: string;
                en?: string;
                es?: string;
              };
            }[];
            openingHours?: {
              note?: {
                ca: string;
                en?: string;
                es?: string;
              };
              weekly: {
                closes: string;
                days: string[];
                opens: string;
              }[];
            };
            position?: {
              latitude: number;
              longitude: number;
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
              slug: string | null;
              /** @enum {string} */
              status: 'proposed' | 'in-review' | 'rejected' | 'published' | 'unpublished' | 'archived';
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
  '/v1/staff/initiatives/{id}': {
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
              address?: string;
              contact?: {
                email?: {
                  consent?: {
                    /** Format: date-time */
                    givenAt?: string;
                    givenBy?: string;
                    textVersion: string;
                  };
                  /** Format: email */
                  value: string;
                };
                person?: {
                  consent?: {
                    /** Format: date-time */
                    givenAt?: string;
                    givenBy?: string;
                    textVersion: string;
                  };
                  value: string;
                };
                phone?: {
                  consent?: {
                    /** Format: date-time */
                    givenAt?: string;
                    givenBy?: string;
                    textVersion: string;
                  };
                  value: string;
                };
              };
              cooperatesWith?: string[];
              /** Format: date-time */
              createdAt: string;
              criteria?: {
                met: {
                  code: string;
                  evidence: {
                    ca: string;
                    en?: string;
                    es?: string;
                  };
                  /** Format: uri */
                  url?: string;
                }[];
                version: string;
              };
              description?: {
                ca: string;
                en?: string;
                es?: string;
              };
              foundedIn?: number;
              /** Format: uuid */
              id: string;
              legalForm: string;
              links?: {
                kind: string;
                /** Format: uri */
                url: string;
              }[];
              name: {
                ca: string;
                en?: string;
                es?: string;
              };
              needs?: string[];
              neighbourhood?: string;
              networks?: string[];
              offers?: {
                /** @enum {string} */
                kind: 'product' | 'service';
                name: {
                  ca: string;
                  en?: string;
                  es?: string;
                };
              }[];
              openingHours?: {
                note?: {
                  ca: string;
                  en?: string;
                  es?: string;
                };
                weekly: {
                  closes: string;
                  days: string[];
                  opens: string;
                }[];
              };
              origin: {
                externalId?: string;
                /** @enum {string} */
                kind: 'public' | 'staff' | 'entity-created' | 'import';
                /** Format: uuid */
                projectId?: string;
                source?: string;
              };
              position?: {
                latitude: number;
                longitude: number;
              };
              proposer: {
                email: string;
                language: string;
                name: string;
              } | null;
              rejection: {
                note?: string;
                /** @enum {string} */
                reasonCode: 'not-sse' | 'outside-territory' | 'duplicate' | 'insufficient-information' | 'other';
              } | null;
              sectors: string[];
              slug: string | null;
              /** @enum {string} */
              status: 'proposed' | 'in-review' | 'rejected' | 'published' | 'unpublished' | 'archived';
              summary?: {
                ca: string;
                en?: string;
                es?: string;
              };
              taxId?: string;
              /** Format: date-time */
              updatedAt: string;
              version: number;
              /** Format: uri */
              website?: string;
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
            address?: string;
            contact?: {
              email?: {
                consent?: {
                  /** Format: date-time */
                  givenAt?: string;
                  givenBy?: string;
                  textVersion: string;
                };
                /** Format: email */
                value: string;
              };
              person?: {
                consent?: {
                  /** Format: date-time */
                  givenAt?: string;
                  givenBy?: string;
                  textVersion: string;
                };
                value: string;
              };
              phone?: {
                consent?: {
                  /** Format: date-time */
                  givenAt?: string;
                  givenBy?: string;
                  textVersion: string;
                };
                value: string;
              };
            };
            cooperatesWith?: string[];
            criteria?: {
              met: {
                code: string;
                evidence: {
                  ca: string;
                  en?: string;
                  es?: string;
                };
                /** Format: uri */
                url?: string;
              }[];
              version: string;
            };
            description?: {
              ca: string;
              en?: string;
              es?: string;
            };
            foundedIn?: number;
            legalForm: string;
            links?: {
              kind: string;
              /** Format: uri */
              url: string;
            }[];
            name: {
              ca: string;
              en?: string;
              es?: string;
            };
            needs?: string[];
            neighbourhood?: string;
            networks?: string[];
            offers?: {
              /** @enum {string} */
              kind: 'product' | 'service';
              name: {
                ca: string;
                en?: string;
                es?: string;
              };
            }[];
            openingHours?: {
              note?: {
                ca: string;
                en?: string;
                es?: string;
              };
              weekly: {
                closes: string;
                days: string[];
                opens: string;
              }[];
            };
            position?: {
              latitude: number;
              longitude: number;
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
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** Format: uuid */
              id: string;
              slug: string | null;
              /** @enum {string} */
              status: 'proposed' | 'in-review' | 'rejected' | 'published' | 'unpublished' | 'archived';
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
  '/v1/staff/initiatives/{id}/archive': {
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
              slug: string | null;
              /** @enum {string} */
              status: 'proposed' | 'in-review' | 'rejected' | 'published' | 'unpublished' | 'archived';
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
  '/v1/staff/initiatives/{id}/confirm-freshness': {
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
        204: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
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
  '/v1/staff/initiatives/{id}/duplicates': {
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
                distance: number | null;
                /** Format: uuid */
                id: string;
                name: {
                  ca: string;
                  en?: string;
                  es?: string;
                };
                reasons: ('name' | 'tax-id' | 'website' | 'address' | 'distance')[];
                similarity: number;
                slug: string | null;
                status: string;
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
  '/v1/staff/initiatives/{id}/publish': {
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
              slug: string | null;
              /** @enum {string} */
              status: 'proposed' | 'in-review' | 'rejected' | 'published' | 'unpublished' | 'archived';
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
  '/v1/staff/initiatives/{id}/reject': {
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
            reasonCode: 'not-sse' | 'outside-territory' | 'duplicate' | 'insufficient-information' | 'other';
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
              slug: string | null;
              /** @enum {string} */
              status: 'proposed' | 'in-review' | 'rejected' | 'published' | 'unpublished' | 'archived';
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
  '/v1/staff/initiatives/{id}/revisions': {
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
                actions: string[];
                /** Format: date-time */
                at: string;
                author: {
                  id: string;
                  kind: string;
                  name: string | null;
                };
                changes: {
                  field: string;
                  from: unknown;
                  to: unknown;
                }[];
                correctionId: string | null;
                /** @enum {string} */
                status: 'proposed' | 'in-review' | 'rejected' | 'published' | 'unpublished' | 'archived';
                version: number;
              }[];
              next: string | null;
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
  '/v1/staff/initiatives/{id}/slug': {
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
            slug: string;
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
              slug: string | null;
              /** @enum {string} */
              status: 'proposed' | 'in-review' | 'rejected' | 'published' | 'unpublished' | 'archived';
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
  '/v1/staff/initiatives/{id}/start-review': {
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
              slug: string | null;
              /** @enum {string} */
              status: 'proposed' | 'in-review' | 'rejected' | 'published' | 'unpublished' | 'archived';
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
  '/v1/staff/initiatives/{id}/unpublish': {
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
              slug: string | null;
              /** @enum {string} */
              status: 'proposed' | 'in-review' | 'rejected' | 'published' | 'unpublished' | 'archived';
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
  '/v1/staff/overdue-initiatives': {
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
                /** Format: uuid */
                id: string;
                name: string;
                /** Format: date-time */
                overdueSince: string;
                slug: string;
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
              asked: {
                [key: string]: unknown;
              }[];
              contactOf: {
                [key: string]: unknown;
              }[];
              corrected: {
                [key: string]: unknown;
              }[];
              proposed: {
                [key: string]: unknown;
              }[];
              submissions: {
                [key: string]: unknown;
              }[];
              subscriptions: {
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
                type: 'initiative' | 'correction' | 'good-practice';
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
