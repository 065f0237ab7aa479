/* oxlint-disable */
// Made by `npm run generate -w services/web`: what this service calls of training.

export interface paths {
  '/v1/certificates/{code}': {
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
          code: string;
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
              code: string;
              endedAt: string | null;
              issuedAt: string | null;
              minutes: number | null;
              name: string | null;
              revokedAt: string | null;
              title: {
                ca: string;
                en?: string;
                es?: string;
              } | null;
              valid: boolean;
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
          kind?: 'workshop' | 'course' | 'talk' | 'dissemination';
          limit?: number;
          q?: string;
          to?: string;
          topic?: string;
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
                course: {
                  /** Format: uuid */
                  id: string;
                  title: {
                    ca: string;
                    en?: string;
                    es?: string;
                  };
                } | null;
                /** Format: date-time */
                endsAt: string;
                enrolmentClosesAt: string | null;
                enrolmentOpensAt: string | null;
                forMinors: boolean;
                /** Format: uuid */
                id: string;
                /** @enum {string} */
                mode: 'in-person' | 'online' | 'hybrid';
                places: {
                  online: {
                    /** @enum {string} */
                    availability:
                      | 'open'
                      | 'waiting-list'
                      | 'full'
                      | 'not-yet-open'
                      | 'closed'
                      | 'started'
                      | 'cancelled';
                    capacity: number;
                    placesLeft: number;
                    waiting: number;
                  };
                  room: {
                    /** @enum {string} */
                    availability:
                      | 'open'
                      | 'waiting-list'
                      | 'full'
                      | 'not-yet-open'
                      | 'closed'
                      | 'started'
                      | 'cancelled';
                    capacity: number;
                    placesLeft: number;
                    waiting: number;
                  };
                } | null;
                placesLeft: number;
                previousStartsAt: string | null;
                programme: {
                  audience: {
                    ca: string;
                    en?: string;
                    es?: string;
                  } | null;
                  certificate: {
                    minimumPercent: number;
                  } | null;
                  kind: ('workshop' | 'course' | 'talk' | 'dissemination') | null;
                  questions: (
                    | {
                        help?: {
                          ca: string;
                          en?: string;
                          es?: string;
                        };
                        id: string;
                        label: {
                          ca: string;
                          en?: string;
                          es?: string;
                        };
                        /** @default false */
                        required: boolean;
                        /** @enum {string} */
                        type: 'text';
                      }
                    | {
                        help?: {
                          ca: string;
                          en?: string;
                          es?: string;
                        };
                        id: string;
                        label: {
                          ca: string;
                          en?: string;
                          es?: string;
                        };
                        options: {
                          label: {
                            ca: string;
                            en?: string;
                            es?: string;
                          };
                          value: string;
                        }[];
                        /** @default false */
                        required: boolean;
                        /** @enum {string} */
                        type: 'choice';
                      }
                    | {
                        help?: {
                          ca: string;
                          en?: string;
                          es?: string;
                        };
                        id: string;
                        label: {
                          ca: string;
                          en?: string;
                          es?: string;
                        };
                        options: {
                          label: {
                            ca: string;
                            en?: string;
                            es?: string;
                          };
                          value: string;
                        }[];
                        /** @default false */
                        required: boolean;
                        /** @enum {string} */
                        type: 'several';
                      }
                    | {
                        help?: {
                          ca: string;
                          en?: string;
                          es?: string;
                        };
                        id: string;
                        label: {
                          ca: string;
                          en?: string;
                          es?: string;
                        };
                        /** @default false */
                        required: boolean;
                        /** @enum {string} */
                        type: 'yes-no';
                      }
                    | {
                        help?: {
                          ca: string;
                          en?: string;
                          es?: string;
                        };
                        id: string;
                        label: {
                          ca: string;
                          en?: string;
                          es?: string;
                        };
                        max?: number;
                        min?: number;
                        /** @default false */
                        required: boolean;
                        /** @enum {string} */
                        type: 'number';
                      }
                    | {
                        help?: {
                          ca: string;
                          en?: string;
                          es?: string;
                        };
                        id: string;
                        label: {
                          ca: string;
                          en?: string;
                          es?: string;
                        };
                        /** @default false */
                        required: boolean;
                        /** @enum {string} */
                        type: 'date';
                      }
                  )[];
                  topics: string[];
                };
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
              course: {
                /** Format: uuid */
                id: string;
                title: {
                  ca: string;
                  en?: string;
                  es?: string;
                };
              } | null;
              /** Format: date-time */
              endsAt: string;
              enrolmentClosesAt: string | null;
              enrolmentOpensAt: string | null;
              forMinors: boolean;
              /** Format: uuid */
              id: string;
              /** @enum {string} */
              mode: 'in-person' | 'online' | 'hybrid';
              places: {
                online: {
                  /** @enum {string} */
                  availability: 'open' | 'waiting-list' | 'full' | 'not-yet-open' | 'closed' | 'started' | 'cancelled';
                  capacity: number;
                  placesLeft: number;
                  waiting: number;
                };
                room: {
                  /** @enum {string} */
                  availability: 'open' | 'waiting-list' | 'full' | 'not-yet-open' | 'closed' | 'started' | 'cancelled';
                  capacity: number;
                  placesLeft: number;
                  waiting: number;
                };
              } | null;
              placesLeft: number;
              previousStartsAt: string | null;
              programme: {
                audience: {
                  ca: string;
                  en?: string;
                  es?: string;
                } | null;
                certificate: {
                  minimumPercent: number;
                } | null;
                kind: ('workshop' | 'course' | 'talk' | 'dissemination') | null;
                questions: (
                  | {
                      help?: {
                        ca: string;
                        en?: string;
                        es?: string;
                      };
                      id: string;
                      label: {
                        ca: string;
                        en?: string;
                        es?: string;
                      };
                      /** @default false */
                      required: boolean;
                      /** @enum {string} */
                      type: 'text';
                    }
                  | {
                      help?: {
                        ca: string;
                        en?: string;
                        es?: string;
                      };
                      id: string;
                      label: {
                        ca: string;
                        en?: string;
                        es?: string;
                      };
                      options: {
                        label: {
                          ca: string;
                          en?: string;
                          es?: string;
                        };
                        value: string;
                      }[];
                      /** @default false */
                      required: boolean;
                      /** @enum {string} */
                      type: 'choice';
                    }
                  | {
                      help?: {
                        ca: string;
                        en?: string;
                        es?: string;
                      };
                      id: string;
                      label: {
                        ca: string;
                        en?: string;
                        es?: string;
                      };
                      options: {
                        label: {
                          ca: string;
                          en?: string;
                          es?: string;
                        };
                        value: string;
                      }[];
                      /** @default false */
                      required: boolean;
                      /** @enum {string} */
                      type: 'several';
                    }
                  | {
                      help?: {
                        ca: string;
                        en?: string;
                        es?: string;
                      };
                      id: string;
                      label: {
                        ca: string;
                        en?: string;
                        es?: string;
                      };
                      /** @default false */
                      required: boolean;
                      /** @enum {string} */
                      type: 'yes-no';
                    }
                  | {
                      help?: {
                        ca: string;
                        en?: string;
                        es?: string;
                      };
                      id: string;
                      label: {
                        ca: string;
                        en?: string;
                        es?: string;
                      };
                      max?: number;
                      min?: number;
                      /** @default false */
                      required: boolean;
                      /** @enum {string} */
                      type: 'number';
                    }
                  | {
                      help?: {
                        ca: string;
                        en?: string;
                        es?: string;
                      };
                      id: string;
                      label: {
                        ca: string;
                        en?: string;
                        es?: string;
                      };
                      /** @default false */
                      required: boolean;
                      /** @enum {string} */
                      type: 'date';
                    }
                )[];
                topics: string[];
              };
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
            accessibility?: string;
            answers?: {
              [key: string]: string | number | boolean | string[];
            };
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
            givenName?: string;
            homepage?: string;
            /**
             * @default ca
             * @enum {string}
             */
            language?: 'ca' | 'es';
            municipality?: string;
            name?: string;
            phone?: string;
            /** @enum {string} */
            place?: 'room' | 'online';
            profile?: {
              /** Format: date */
              birthDate?: string;
              discovery?: string;
              employmentSituation?: string;
              gender?: string;
              identityDocument?: string;
              identityDocumentWithheld?: boolean;
              origin?: string;
              studyLevel?: string;
            };
            surnames?: string;
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
  '/v1/staff/certificates': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: {
      parameters: {
        query?: {
          courseId?: string;
          cursor?: string;
          limit?: number;
          sessionId?: string;
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
                code: string;
                courseId: string | null;
                /** Format: uuid */
                id: string;
                /** Format: date-time */
                issuedAt: string;
                minutes: number;
                name: string;
                revocationReason: {
                  ca: string;
                  en?: string;
                  es?: string;
                } | null;
                revokedAt: string | null;
                sessionId: string | null;
                title: {
                  ca: string;
                  en?: string;
                  es?: string;
                };
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
  '/v1/staff/certificates/{id}/certificate.pdf': {
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
            'application/pdf': string;
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
  '/v1/staff/certificates/{id}/revoke': {
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
            reason: {
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
  '/v1/staff/courses': {
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
          status?: 'draft' | 'published' | 'cancelled';
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
                cancellationReason: {
                  ca: string;
                  en?: string;
                  es?: string;
                } | null;
                clonedFrom: string | null;
                /** Format: date-time */
                createdAt: string;
                /** Format: uuid */
                id: string;
                programme: {
                  audience?: {
                    ca: string;
                    en?: string;
                    es?: string;
                  };
                  certificate?: {
                    minimumPercent: number;
                  };
                  instructions?: {
                    ca: string;
                    en?: string;
                    es?: string;
                  };
                  /** Format: uri */
                  joinUrl?: string;
                  justification?: {
                    actuacio: string;
                    call: string;
                    cofundedBy?: string;
                    cofundedWithAacc?: boolean;
                    disseminationMaterial?: boolean;
                    document?: string;
                    municipality?: string;
                    organiser?: string;
                    strategicLine?: string;
                  };
                  /** @enum {string} */
                  kind?: 'workshop' | 'course' | 'talk' | 'dissemination';
                  materials?: {
                    title: {
                      ca: string;
                      en?: string;
                      es?: string;
                    };
                    /** Format: uri */
                    url: string;
                  }[];
                  questions?: (
                    | {
                        help?: {
                          ca: string;
                          en?: string;
                          es?: string;
                        };
                        id: string;
                        label: {
                          ca: string;
                          en?: string;
                          es?: string;
                        };
                        /** @default false */
                        required: boolean;
                        /** @enum {string} */
                        type: 'text';
                      }
                    | {
                        help?: {
                          ca: string;
                          en?: string;
                          es?: string;
                        };
                        id: string;
                        label: {
                          ca: string;
                          en?: string;
                          es?: string;
                        };
                        options: {
                          label: {
                            ca: string;
                            en?: string;
                            es?: string;
                          };
                          value: string;
                        }[];
                        /** @default false */
                        required: boolean;
                        /** @enum {string} */
                        type: 'choice';
                      }
                    | {
                        help?: {
                          ca: string;
                          en?: string;
                          es?: string;
                        };
                        id: string;
                        label: {
                          ca: string;
                          en?: string;
                          es?: string;
                        };
                        options: {
                          label: {
                            ca: string;
                            en?: string;
                            es?: string;
                          };
                          value: string;
                        }[];
                        /** @default false */
                        required: boolean;
                        /** @enum {string} */
                        type: 'several';
                      }
                    | {
                        help?: {
                          ca: string;
                          en?: string;
                          es?: string;
                        };
                        id: string;
                        label: {
                          ca: string;
                          en?: string;
                          es?: string;
                        };
                        /** @default false */
                        required: boolean;
                        /** @enum {string} */
                        type: 'yes-no';
                      }
                    | {
                        help?: {
                          ca: string;
                          en?: string;
                          es?: string;
                        };
                        id: string;
                        label: {
                          ca: string;
                          en?: string;
                          es?: string;
                        };
                        max?: number;
                        min?: number;
                        /** @default false */
                        required: boolean;
                        /** @enum {string} */
                        type: 'number';
                      }
                    | {
                        help?: {
                          ca: string;
                          en?: string;
                          es?: string;
                        };
                        id: string;
                        label: {
                          ca: string;
                          en?: string;
                          es?: string;
                        };
                        /** @default false */
                        required: boolean;
                        /** @enum {string} */
                        type: 'date';
                      }
                  )[];
                  responsible?: {
                    id?: string;
                    name: string;
                  };
                  survey?: {
                    /** @default true */
                    asksAboutStarting: boolean;
                    questions: (
                      | {
                          id: string;
                          label: {
                            ca: string;
                            en?: string;
                            es?: string;
                          };
                          /** @enum {string} */
                          type: 'scale';
                        }
                      | {
                          id: string;
                          label: {
                            ca: string;
                            en?: string;
                            es?: string;
                          };
                          /** @enum {string} */
                          type: 'yes-no';
                        }
                      | {
                          id: string;
                          label: {
                            ca: string;
                            en?: string;
                            es?: string;
                          };
                          /** @enum {string} */
                          type: 'text';
                        }
                      | {
                          id: string;
                          label: {
                            ca: string;
                            en?: string;
                            es?: string;
                          };
                          options: {
                            label: {
                              ca: string;
                              en?: string;
                              es?: string;
                            };
                            value: string;
                          }[];
                          /** @enum {string} */
                          type: 'choice';
                        }
                    )[];
                  };
                  topics?: string[];
                };
                publishedAt: string | null;
                sessions: {
                  capacity: number;
                  confirmed: number;
                  /** Format: date-time */
                  endsAt: string;
                  /** Format: uuid */
                  id: string;
                  /** @enum {string} */
                  mode: 'in-person' | 'online' | 'hybrid';
                  /** Format: date-time */
                  startsAt: string;
                  /** @enum {string} */
                  status: 'draft' | 'published' | 'in-progress' | 'held' | 'cancelled';
                  title: {
                    ca: string;
                    en?: string;
                    es?: string;
                  };
                  venue: string | null;
                  waiting: number;
                }[];
                /** @enum {string} */
                status: 'draft' | 'published' | 'cancelled';
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
            programme?: {
              audience?: {
                ca: string;
                en?: string;
                es?: string;
              };
              certificate?: {
                minimumPercent: number;
              };
              instructions?: {
                ca: string;
                en?: string;
                es?: string;
              };
              /** Format: uri */
              joinUrl?: string;
              justification?: {
                actuacio: string;
                call: string;
                cofundedBy?: string;
                cofundedWithAacc?: boolean;
                disseminationMaterial?: boolean;
                document?: string;
                municipality?: string;
                organiser?: string;
                strategicLine?: string;
              };
              /** @enum {string} */
              kind?: 'workshop' | 'course' | 'talk' | 'dissemination';
              materials?: {
                title: {
                  ca: string;
                  en?: string;
                  es?: string;
                };
                /** Format: uri */
                url: string;
              }[];
              questions?: (
                | {
                    help?: {
                      ca: string;
                      en?: string;
                      es?: string;
                    };
                    id: string;
                    label: {
                      ca: string;
                      en?: string;
                      es?: string;
                    };
                    /** @default false */
                    required?: boolean;
                    /** @enum {string} */
                    type: 'text';
                  }
                | {
                    help?: {
                      ca: string;
                      en?: string;
                      es?: string;
                    };
                    id: string;
                    label: {
                      ca: string;
                      en?: string;
                      es?: string;
                    };
                    options: {
                      label: {
                        ca: string;
                        en?: string;
                        es?: string;
                      };
                      value: string;
                    }[];
                    /** @default false */
                    required?: boolean;
                    /** @enum {string} */
                    type: 'choice';
                  }
                | {
                    help?: {
                      ca: string;
                      en?: string;
                      es?: string;
                    };
                    id: string;
                    label: {
                      ca: string;
                      en?: string;
                      es?: string;
                    };
                    options: {
                      label: {
                        ca: string;
                        en?: string;
                        es?: string;
                      };
                      value: string;
                    }[];
                    /** @default false */
                    required?: boolean;
                    /** @enum {string} */
                    type: 'several';
                  }
                | {
                    help?: {
                      ca: string;
                      en?: string;
                      es?: string;
                    };
                    id: string;
                    label: {
                      ca: string;
                      en?: string;
                      es?: string;
                    };
                    /** @default false */
                    required?: boolean;
                    /** @enum {string} */
                    type: 'yes-no';
                  }
                | {
                    help?: {
                      ca: string;
                      en?: string;
                      es?: string;
                    };
                    id: string;
                    label: {
                      ca: string;
                      en?: string;
                      es?: string;
                    };
                    max?: number;
                    min?: number;
                    /** @default false */
                    required?: boolean;
                    /** @enum {string} */
                    type: 'number';
                  }
                | {
                    help?: {
                      ca: string;
                      en?: string;
                      es?: string;
                    };
                    id: string;
                    label: {
                      ca: string;
                      en?: string;
                      es?: string;
                    };
                    /** @default false */
                    required?: boolean;
                    /** @enum {string} */
                    type: 'date';
                  }
              )[];
              responsible?: {
                id?: string;
                name: string;
              };
              survey?: {
                /** @default true */
                asksAboutStarting?: boolean;
                questions: (
                  | {
                      id: string;
                      label: {
                        ca: string;
                        en?: string;
                        es?: string;
                      };
                      /** @enum {string} */
                      type: 'scale';
                    }
                  | {
                      id: string;
                      label: {
                        ca: string;
                        en?: string;
                        es?: string;
                      };
                      /** @enum {string} */
                      type: 'yes-no';
                    }
                  | {
                      id: string;
                      label: {
                        ca: string;
                        en?: string;
                        es?: string;
                      };
                      /** @enum {string} */
                      type: 'text';
                    }
                  | {
                      id: string;
                      label: {
                        ca: string;
                        en?: string;
                        es?: string;
                      };
                      options: {
                        label: {
                          ca: string;
                          en?: string;
                          es?: string;
                        };
                        value: string;
                      }[];
                      /** @enum {string} */
                      type: 'choice';
                    }
                )[];
              };
              topics?: string[];
            };
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
              /** @enum {string} */
              status: 'draft' | 'published' | 'cancelled';
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
  '/v1/staff/courses/{id}': {
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
              cancellationReason: {
                ca: string;
                en?: string;
                es?: string;
              } | null;
              clonedFrom: string | null;
              /** Format: date-time */
              createdAt: string;
              /** Format: uuid */
              id: string;
              programme: {
                audience?: {
                  ca: string;
                  en?: string;
                  es?: string;
                };
                certificate?: {
                  minimumPercent: number;
                };
                instructions?: {
                  ca: string;
                  en?: string;
                  es?: string;
                };
                /** Format: uri */
                joinUrl?: string;
                justification?: {
                  actuacio: string;
                  call: string;
                  cofundedBy?: string;
                  cofundedWithAacc?: boolean;
                  disseminationMaterial?: boolean;
                  document?: string;
                  municipality?: string;
                  organiser?: string;
                  strategicLine?: string;
                };
                /** @enum {string} */
                kind?: 'workshop' | 'course' | 'talk' | 'dissemination';
                materials?: {
                  title: {
                    ca: string;
                    en?: string;
                    es?: string;
                  };
                  /** Format: uri */
                  url: string;
                }[];
                questions?: (
                  | {
                      help?: {
                        ca: string;
                        en?: string;
                        es?: string;
                      };
                      id: string;
                      label: {
                        ca: string;
                        en?: string;
                        es?: string;
                      };
                      /** @default false */
                      required: boolean;
                      /** @enum {string} */
                      type: 'text';
                    }
                  | {
                      help?: {
                        ca: string;
                        en?: string;
                        es?: string;
                      };
                      id: string;
                      label: {
                        ca: string;
                        en?: string;
                        es?: string;
                      };
                      options: {
                        label: {
                          ca: string;
                          en?: string;
                          es?: string;
                        };
                        value: string;
                      }[];
                      /** @default false */
                      required: boolean;
                      /** @enum {string} */
                      type: 'choice';
                    }
                  | {
                      help?: {
                        ca: string;
                        en?: string;
                        es?: string;
                      };
                      id: string;
                      label: {
                        ca: string;
                        en?: string;
                        es?: string;
                      };
                      options: {
                        label: {
                          ca: string;
                          en?: string;
                          es?: string;
                        };
                        value: string;
                      }[];
                      /** @default false */
                      required: boolean;
                      /** @enum {string} */
                      type: 'several';
                    }
                  | {
                      help?: {
                        ca: string;
                        en?: string;
                        es?: string;
                      };
                      id: string;
                      label: {
                        ca: string;
                        en?: string;
                        es?: string;
                      };
                      /** @default false */
                      required: boolean;
                      /** @enum {string} */
                      type: 'yes-no';
                    }
                  | {
                      help?: {
                        ca: string;
                        en?: string;
                        es?: string;
                      };
                      id: string;
                      label: {
                        ca: string;
                        en?: string;
                        es?: string;
                      };
                      max?: number;
                      min?: number;
                      /** @default false */
                      required: boolean;
                      /** @enum {string} */
                      type: 'number';
                    }
                  | {
                      help?: {
                        ca: string;
                        en?: string;
                        es?: string;
                      };
                      id: string;
                      label: {
                        ca: string;
                        en?: string;
                        es?: string;
                      };
                      /** @default false */
                      required: boolean;
                      /** @enum {string} */
                      type: 'date';
                    }
                )[];
                responsible?: {
                  id?: string;
                  name: string;
                };
                survey?: {
                  /** @default true */
                  asksAboutStarting: boolean;
                  questions: (
                    | {
                        id: string;
                        label: {
                          ca: string;
                          en?: string;
                          es?: string;
                        };
                        /** @enum {string} */
                        type: 'scale';
                      }
                    | {
                        id: string;
                        label: {
                          ca: string;
                          en?: string;
                          es?: string;
                        };
                        /** @enum {string} */
                        type: 'yes-no';
                      }
                    | {
                        id: string;
                        label: {
                          ca: string;
                          en?: string;
                          es?: string;
                        };
                        /** @enum {string} */
                        type: 'text';
                      }
                    | {
                        id: string;
                        label: {
                          ca: string;
                          en?: string;
                          es?: string;
                        };
                        options: {
                          label: {
                            ca: string;
                            en?: string;
                            es?: string;
                          };
                          value: string;
                        }[];
                        /** @enum {string} */
                        type: 'choice';
                      }
                  )[];
                };
                topics?: string[];
              };
              publishedAt: string | null;
              sessions: {
                capacity: number;
                confirmed: number;
                /** Format: date-time */
                endsAt: string;
                /** Format: uuid */
                id: string;
                /** @enum {string} */
                mode: 'in-person' | 'online' | 'hybrid';
                /** Format: date-time */
                startsAt: string;
                /** @enum {string} */
                status: 'draft' | 'published' | 'in-progress' | 'held' | 'cancelled';
                title: {
                  ca: string;
                  en?: string;
                  es?: string;
                };
                venue: string | null;
                waiting: number;
              }[];
              /** @enum {string} */
              status: 'draft' | 'published' | 'cancelled';
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
            /** @default {} */
            programme?: {
              audience?: {
                ca: string;
                en?: string;
                es?: string;
              };
              certificate?: {
                minimumPercent: number;
              };
              instructions?: {
                ca: string;
                en?: string;
                es?: string;
              };
              /** Format: uri */
              joinUrl?: string;
              justification?: {
                actuacio: string;
                call: string;
                cofundedBy?: string;
                cofundedWithAacc?: boolean;
                disseminationMaterial?: boolean;
                document?: string;
                municipality?: string;
                organiser?: string;
                strategicLine?: string;
              };
              /** @enum {string} */
              kind?: 'workshop' | 'course' | 'talk' | 'dissemination';
              materials?: {
                title: {
                  ca: string;
                  en?: string;
                  es?: string;
                };
                /** Format: uri */
                url: string;
              }[];
              questions?: (
                | {
                    help?: {
                      ca: string;
                      en?: string;
                      es?: string;
                    };
                    id: string;
                    label: {
                      ca: string;
                      en?: string;
                      es?: string;
                    };
                    /** @default false */
                    required?: boolean;
                    /** @enum {string} */
                    type: 'text';
                  }
                | {
                    help?: {
                      ca: string;
                      en?: string;
                      es?: string;
                    };
                    id: string;
                    label: {
                      ca: string;
                      en?: string;
                      es?: string;
                    };
                    options: {
                      label: {
                        ca: string;
                        en?: string;
                        es?: string;
                      };
                      value: string;
                    }[];
                    /** @default false */
                    required?: boolean;
                    /** @enum {string} */
                    type: 'choice';
                  }
                | {
                    help?: {
                      ca: string;
                      en?: string;
                      es?: string;
                    };
                    id: string;
                    label: {
                      ca: string;
                      en?: string;
                      es?: string;
                    };
                    options: {
                      label: {
                        ca: string;
                        en?: string;
                        es?: string;
                      };
                      value: string;
                    }[];
                    /** @default false */
                    required?: boolean;
                    /** @enum {string} */
                    type: 'several';
                  }
                | {
                    help?: {
                      ca: string;
                      en?: string;
                      es?: string;
                    };
                    id: string;
                    label: {
                      ca: string;
                      en?: string;
                      es?: string;
                    };
                    /** @default false */
                    required?: boolean;
                    /** @enum {string} */
                    type: 'yes-no';
                  }
                | {
                    help?: {
                      ca: string;
                      en?: string;
                      es?: string;
                    };
                    id: string;
                    label: {
                      ca: string;
                      en?: string;
                      es?: string;
                    };
                    max?: number;
                    min?: number;
                    /** @default false */
                    required?: boolean;
                    /** @enum {string} */
                    type: 'number';
                  }
                | {
                    help?: {
                      ca: string;
                      en?: string;
                      es?: string;
                    };
                    id: string;
                    label: {
                      ca: string;
                      en?: string;
                      es?: string;
                    };
                    /** @default false */
                    required?: boolean;
                    /** @enum {string} */
                    type: 'date';
                  }
              )[];
              responsible?: {
                id?: string;
                name: string;
              };
              survey?: {
                /** @default true */
                asksAboutStarting?: boolean;
                questions: (
                  | {
                      id: string;
                      label: {
                        ca: string;
                        en?: string;
                        es?: string;
                      };
                      /** @enum {string} */
                      type: 'scale';
                    }
                  | {
                      id: string;
                      label: {
                        ca: string;
                        en?: string;
                        es?: string;
                      };
                      /** @enum {string} */
                      type: 'yes-no';
                    }
                  | {
                      id: string;
                      label: {
                        ca: string;
                        en?: string;
                        es?: string;
                      };
                      /** @enum {string} */
                      type: 'text';
                    }
                  | {
                      id: string;
                      label: {
                        ca: string;
                        en?: string;
                        es?: string;
                      };
                      options: {
                        label: {
                          ca: string;
                          en?: string;
                          es?: string;
                        };
                        value: string;
                      }[];
                      /** @enum {string} */
                      type: 'choice';
                    }
                )[];
              };
              topics?: string[];
            };
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
              /** @enum {string} */
              status: 'draft' | 'published' | 'cancelled';
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
  '/v1/staff/courses/{id}/attendance': {
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
              people: {
                email: string;
                minutes: number;
                name: string;
                percent: number;
                sessions: {
                  /** Format: uuid */
                  id: string;
                  minutes: number;
                  status: string;
                }[];
              }[];
              sessions: {
                /** Format: uuid */
                id: string;
                minutes: number;
                /** Format: date-time */
                startsAt: string;
                title: {
                  ca: string;
                  en?: string;
                  es?: string;
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
  '/v1/staff/courses/{id}/cancel': {
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
            reason: {
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
              /** @enum {string} */
              status: 'draft' | 'published' | 'cancelled';
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
  '/v1/staff/courses/{id}/certificates': {
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
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              issued: number;
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
  '/v1/staff/courses/{id}/clone': {
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
              sessionIds: string[];
              /** @enum {string} */
              status: 'draft' | 'published' | 'cancelled';
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
  '/v1/staff/courses/{id}/publish': {
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
          'application/json': Record<string, never>;
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
              status: 'draft' | 'published' | 'cancelled';
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
  '/v1/staff/courses/{id}/survey': {
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
              answered: number;
              invited: number;
              questions: {
                answered: number;
                counts: {
                  [key: string]: number;
                };
                id: string;
                label: {
                  ca: string;
                  en?: string;
                  es?: string;
                };
                mean: number | null;
                options: {
                  label: {
                    ca: string;
                    en?: string;
                    es?: string;
                  };
                  value: string;
                }[];
                texts: string[];
                /** @enum {string} */
                type: 'scale' | 'yes-no' | 'text' | 'choice';
              }[];
              startCooperative: {
                after: {
                  maybe: number;
                  no: number;
                  yes: number;
                };
                answered: number;
                before: {
                  maybe: number;
                  no: number;
                  yes: number;
                };
                moved: number;
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
  '/v1/staff/enrolments/{id}': {
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
              accessibility: string | null;
              answers: {
                [key: string]: string | number | boolean | string[];
              };
              arrival: number;
              askedAgainAt: string | null;
              birthYear: number | null;
              cancellationCause:
                | ('person' | 'staff' | 'session-cancelled' | 'offer-declined' | 'offer-expired' | 'moved')
                | null;
              cancelledAt: string | null;
              confirmedAt: string | null;
              consents: {
                data: {
                  /** Format: date-time */
                  at: string;
                  given: boolean;
                  textVersion: string;
                };
                images: {
                  /** Format: date-time */
                  at: string;
                  given: boolean;
                  textVersion: string;
                };
                news: {
                  /** Format: date-time */
                  at: string;
                  given: boolean;
                  textVersion: string;
                };
              };
              email: string;
              emailBouncedAt: string | null;
              /** Format: date-time */
              enrolledAt: string;
              givenName: string | null;
              /** Format: uuid */
              id: string;
              keptAt: string | null;
              /** @enum {string} */
              language: 'ca' | 'es';
              minutesAttended: number | null;
              movedToSessionId: string | null;
              municipality: string | null;
              name: string;
              offerExpiresAt: string | null;
              partyId: string | null;
              phone: string | null;
              place: ('room' | 'online') | null;
              profile: {
                /** Format: date */
                birthDate?: string;
                discovery?: string;
                employmentSituation?: string;
                gender?: string;
                identityDocument?: string;
                identityDocumentWithheld?: boolean;
                origin?: string;
                studyLevel?: string;
              };
              /** Format: uuid */
              sessionId: string;
              /** @enum {string} */
              status: 'confirmed' | 'waiting' | 'offered' | 'attended' | 'absent' | 'cancelled';
              surnames: string | null;
              version: number;
              walkIn: boolean;
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
  '/v1/staff/enrolments/{id}/cancel': {
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
          'application/json': Record<string, never>;
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
              status: 'confirmed' | 'waiting' | 'offered' | 'attended' | 'absent' | 'cancelled';
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
  '/v1/staff/enrolments/{id}/explanation': {
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
              ahead: number;
              history: {
                /** Format: date-time */
                at: string;
                by: {
                  id: string;
                  kind: string;
                  name: string | null;
                };
                detail: {
                  [key: string]: unknown;
                } | null;
                type: string;
              }[];
              offerExpiresAt: string | null;
              places: {
                capacity: number;
                held: number;
                offered: number;
                pool: ('room' | 'online') | null;
                waiting: number;
              };
              /** @enum {string} */
              reason:
                | 'had-free-place'
                | 'was-promoted'
                | 'took-offer'
                | 'offer-pending'
                | 'no-free-place'
                | 'offers-pending'
                | 'people-ahead'
                | 'session-started'
                | 'session-cancelled'
                | 'on-record'
                | 'cancelled-by-person'
                | 'cancelled-by-staff'
                | 'offer-declined'
                | 'offer-expired'
                | 'moved';
              sentence: string;
              /** @enum {string} */
              status: 'confirmed' | 'waiting' | 'offered' | 'attended' | 'absent' | 'cancelled';
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
  '/v1/staff/enrolments/{id}/move': {
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
            place?: 'room' | 'online';
            /** Format: uuid */
            sessionId: string;
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
              status: 'confirmed' | 'waiting' | 'offered' | 'attended' | 'absent' | 'cancelled';
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
  '/v1/staff/enrolments/{id}/person': {
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
            accessibility?: string;
            answers?: {
              [key: string]: string | number | boolean | string[];
            };
            birthYear?: number;
            givenName?: string;
            municipality?: string;
            name?: string;
            phone?: string;
            profile?: {
              /** Format: date */
              birthDate?: string;
              discovery?: string;
              employmentSituation?: string;
              gender?: string;
              identityDocument?: string;
              identityDocumentWithheld?: boolean;
              origin?: string;
              studyLevel?: string;
            };
            surnames?: string;
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
              status: 'confirmed' | 'waiting' | 'offered' | 'attended' | 'absent' | 'cancelled';
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
  '/v1/staff/funder-calls': {
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
                code: string;
                /** Format: date */
                endsOn: string;
                name: string;
                serveis: {
                  actuacions: {
                    code: string;
                    eix: string;
                    name: string;
                  }[];
                  code: string;
                  name: string;
                }[];
                /** Format: date */
                startsOn: string;
              }[];
              sheets: {
                headings: string[];
                name: string;
                rows: string;
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
                /** @enum {string} */
                sheet:
                  | 'Actuacions'
                  | 'Participants'
                  | 'Menors'
                  | 'InsercionsLaborals'
                  | 'EntitatCreada'
                  | 'Acompanyaments';
                subject: {
                  /** Format: uuid */
                  id: string;
                  /** @enum {string} */
                  kind: 'session' | 'enrolment';
                  label: string;
                };
              }[];
              sheets: {
                columns: {
                  heading: string;
                  /** @enum {string} */
                  type: 'text' | 'number' | 'date';
                }[];
                /** @enum {string} */
                name:
                  | 'Actuacions'
                  | 'Participants'
                  | 'Menors'
                  | 'InsercionsLaborals'
                  | 'EntitatCreada'
                  | 'Acompanyaments';
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
              certificates: {
                [key: string]: unknown;
              }[];
              enrolments: {
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
  '/v1/staff/rooms': {
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
                accessible: boolean;
                address: string | null;
                capacity: number;
                equipment: string | null;
                /** Format: uuid */
                id: string;
                name: string;
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
            /** @default true */
            accessible?: boolean;
            address?: string;
            capacity: number;
            equipment?: string;
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
  '/v1/staff/rooms/{id}': {
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
              accessible: boolean;
              address: string | null;
              capacity: number;
              equipment: string | null;
              /** Format: uuid */
              id: string;
              name: string;
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
            /** @default true */
            accessible?: boolean;
            address?: string;
            capacity: number;
            equipment?: string;
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
  '/v1/staff/rooms/{id}/bookings': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: {
      parameters: {
        query?: {
          from?: string;
          to?: string;
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
                /** Format: date-time */
                endsAt: string;
                /** Format: uuid */
                id: string;
                sessionId: string | null;
                /** Format: date-time */
                startsAt: string;
                title: string;
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
            /** Format: date-time */
            endsAt: string;
            /** Format: date-time */
            startsAt: string;
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
  '/v1/staff/rooms/{id}/bookings/{bookingId}': {
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
          bookingId: string;
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
                about: {
                  ca: string;
                  en?: string;
                  es?: string;
                } | null;
                at: string | null;
                /** Format: uuid */
                id: string;
                label: {
                  ca: string;
                  en?: string;
                  es?: string;
                };
                status: string;
                /** @enum {string} */
                type: 'course' | 'session' | 'enrolment' | 'certificate';
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
  '/v1/staff/sessions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: {
      parameters: {
        query?: {
          courseId?: string;
          cursor?: string;
          from?: string;
          limit?: number;
          status?: 'draft' | 'published' | 'in-progress' | 'held' | 'cancelled';
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
                cancellationReason: {
                  ca: string;
                  en?: string;
                  es?: string;
                } | null;
                capacity: number;
                confirmed: number;
                courseId: string | null;
                /** Format: date-time */
                createdAt: string;
                /** Format: date-time */
                endsAt: string;
                enrolmentClosesAt: string | null;
                enrolmentOpensAt: string | null;
                forMinors: boolean;
                /** Format: uuid */
                id: string;
                /** @enum {string} */
                mode: 'in-person' | 'online' | 'hybrid';
                offerHours: number | null;
                online: {
                  capacity: number;
                  confirmed: number;
                  waiting: number;
                } | null;
                programme: {
                  audience?: {
                    ca: string;
                    en?: string;
                    es?: string;
                  };
                  certificate?: {
                    minimumPercent: number;
                  };
                  instructions?: {
                    ca: string;
                    en?: string;
                    es?: string;
                  };
                  /** Format: uri */
                  joinUrl?: string;
                  justification?: {
                    actuacio: string;
                    call: string;
                    cofundedBy?: string;
                    cofundedWithAacc?: boolean;
                    disseminationMaterial?: boolean;
                    document?: string;
                    municipality?: string;
                    organiser?: string;
                    strategicLine?: string;
                  };
                  /** @enum {string} */
                  kind?: 'workshop' | 'course' | 'talk' | 'dissemination';
                  materials?: {
                    title: {
                      ca: string;
                      en?: string;
                      es?: string;
                    };
                    /** Format: uri */
                    url: string;
                  }[];
                  questions?: (
                    | {
                        help?: {
                          ca: string;
                          en?: string;
                          es?: string;
                        };
                        id: string;
                        label: {
                          ca: string;
                          en?: string;
                          es?: string;
                        };
                        /** @default false */
                        required: boolean;
                        /** @enum {string} */
                        type: 'text';
                      }
                    | {
                        help?: {
                          ca: string;
                          en?: string;
                          es?: string;
                        };
                        id: string;
                        label: {
                          ca: string;
                          en?: string;
                          es?: string;
                        };
                        options: {
                          label: {
                            ca: string;
                            en?: string;
                            es?: string;
                          };
                          value: string;
                        }[];
                        /** @default false */
                        required: boolean;
                        /** @enum {string} */
                        type: 'choice';
                      }
                    | {
                        help?: {
                          ca: string;
                          en?: string;
                          es?: string;
                        };
                        id: string;
                        label: {
                          ca: string;
                          en?: string;
                          es?: string;
                        };
                        options: {
                          label: {
                            ca: string;
                            en?: string;
                            es?: string;
                          };
                          value: string;
                        }[];
                        /** @default false */
                        required: boolean;
                        /** @enum {string} */
                        type: 'several';
                      }
                    | {
                        help?: {
                          ca: string;
                          en?: string;
                          es?: string;
                        };
                        id: string;
                        label: {
                          ca: string;
                          en?: string;
                          es?: string;
                        };
                        /** @default false */
                        required: boolean;
                        /** @enum {string} */
                        type: 'yes-no';
                      }
                    | {
                        help?: {
                          ca: string;
                          en?: string;
                          es?: string;
                        };
                        id: string;
                        label: {
                          ca: string;
                          en?: string;
                          es?: string;
                        };
                        max?: number;
                        min?: number;
                        /** @default false */
                        required: boolean;
                        /** @enum {string} */
                        type: 'number';
                      }
                    | {
                        help?: {
                          ca: string;
                          en?: string;
                          es?: string;
                        };
                        id: string;
                        label: {
                          ca: string;
                          en?: string;
                          es?: string;
                        };
                        /** @default false */
                        required: boolean;
                        /** @enum {string} */
                        type: 'date';
                      }
                  )[];
                  responsible?: {
                    id?: string;
                    name: string;
                  };
                  survey?: {
                    /** @default true */
                    asksAboutStarting: boolean;
                    questions: (
                      | {
                          id: string;
                          label: {
                            ca: string;
                            en?: string;
                            es?: string;
                          };
                          /** @enum {string} */
                          type: 'scale';
                        }
                      | {
                          id: string;
                          label: {
                            ca: string;
                            en?: string;
                            es?: string;
                          };
                          /** @enum {string} */
                          type: 'yes-no';
                        }
                      | {
                          id: string;
                          label: {
                            ca: string;
                            en?: string;
                            es?: string;
                          };
                          /** @enum {string} */
                          type: 'text';
                        }
                      | {
                          id: string;
                          label: {
                            ca: string;
                            en?: string;
                            es?: string;
                          };
                          options: {
                            label: {
                              ca: string;
                              en?: string;
                              es?: string;
                            };
                            value: string;
                          }[];
                          /** @enum {string} */
                          type: 'choice';
                        }
                    )[];
                  };
                  topics?: string[];
                };
                publishedAt: string | null;
                roomId: string | null;
                /** Format: date-time */
                startsAt: string;
                /** @enum {string} */
                status: 'draft' | 'published' | 'in-progress' | 'held' | 'cancelled';
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
                venue: string | null;
                version: number;
                waiting: number;
                waitingListEnabled: boolean;
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
            capacity: number;
            /** Format: uuid */
            courseId?: string;
            /** Format: date-time */
            endsAt: string;
            /** Format: date-time */
            enrolmentClosesAt?: string;
            /** Format: date-time */
            enrolmentOpensAt?: string;
            /** @default false */
            forMinors?: boolean;
            /** @enum {string} */
            mode: 'in-person' | 'online' | 'hybrid';
            offerHours?: number;
            onlineCapacity?: number;
            /** @default {} */
            programme?: {
              audience?: {
                ca: string;
                en?: string;
                es?: string;
              };
              certificate?: {
                minimumPercent: number;
              };
              instructions?: {
                ca: string;
                en?: string;
                es?: string;
              };
              /** Format: uri */
              joinUrl?: string;
              justification?: {
                actuacio: string;
                call: string;
                cofundedBy?: string;
                cofundedWithAacc?: boolean;
                disseminationMaterial?: boolean;
                document?: string;
                municipality?: string;
                organiser?: string;
                strategicLine?: string;
              };
              /** @enum {string} */
              kind?: 'workshop' | 'course' | 'talk' | 'dissemination';
              materials?: {
                title: {
                  ca: string;
                  en?: string;
                  es?: string;
                };
                /** Format: uri */
                url: string;
              }[];
              questions?: (
                | {
                    help?: {
                      ca: string;
                      en?: string;
                      es?: string;
                    };
                    id: string;
                    label: {
                      ca: string;
                      en?: string;
                      es?: string;
                    };
                    /** @default false */
                    required?: boolean;
                    /** @enum {string} */
                    type: 'text';
                  }
                | {
                    help?: {
                      ca: string;
                      en?: string;
                      es?: string;
                    };
                    id: string;
                    label: {
                      ca: string;
                      en?: string;
                      es?: string;
                    };
                    options: {
                      label: {
                        ca: string;
                        en?: string;
                        es?: string;
                      };
                      value: string;
                    }[];
                    /** @default false */
                    required?: boolean;
                    /** @enum {string} */
                    type: 'choice';
                  }
                | {
                    help?: {
                      ca: string;
                      en?: string;
                      es?: string;
                    };
                    id: string;
                    label: {
                      ca: string;
                      en?: string;
                      es?: string;
                    };
                    options: {
                      label: {
                        ca: string;
                        en?: string;
                        es?: string;
                      };
                      value: string;
                    }[];
                    /** @default false */
                    required?: boolean;
                    /** @enum {string} */
                    type: 'several';
                  }
                | {
                    help?: {
                      ca: string;
                      en?: string;
                      es?: string;
                    };
                    id: string;
                    label: {
                      ca: string;
                      en?: string;
                      es?: string;
                    };
                    /** @default false */
                    required?: boolean;
                    /** @enum {string} */
                    type: 'yes-no';
                  }
                | {
                    help?: {
                      ca: string;
                      en?: string;
                      es?: string;
                    };
                    id: string;
                    label: {
                      ca: string;
                      en?: string;
                      es?: string;
                    };
                    max?: number;
                    min?: number;
                    /** @default false */
                    required?: boolean;
                    /** @enum {string} */
                    type: 'number';
                  }
                | {
                    help?: {
                      ca: string;
                      en?: string;
                      es?: string;
                    };
                    id: string;
                    label: {
                      ca: string;
                      en?: string;
                      es?: string;
                    };
                    /** @default false */
                    required?: boolean;
                    /** @enum {string} */
                    type: 'date';
                  }
              )[];
              responsible?: {
                id?: string;
                name: string;
              };
              survey?: {
                /** @default true */
                asksAboutStarting?: boolean;
                questions: (
                  | {
                      id: string;
                      label: {
                        ca: string;
                        en?: string;
                        es?: string;
                      };
                      /** @enum {string} */
                      type: 'scale';
                    }
                  | {
                      id: string;
                      label: {
                        ca: string;
                        en?: string;
                        es?: string;
                      };
                      /** @enum {string} */
                      type: 'yes-no';
                    }
                  | {
                      id: string;
                      label: {
                        ca: string;
                        en?: string;
                        es?: string;
                      };
                      /** @enum {string} */
                      type: 'text';
                    }
                  | {
                      id: string;
                      label: {
                        ca: string;
                        en?: string;
                        es?: string;
                      };
                      options: {
                        label: {
                          ca: string;
                          en?: string;
                          es?: string;
                        };
                        value: string;
                      }[];
                      /** @enum {string} */
                      type: 'choice';
                    }
                )[];
              };
              topics?: string[];
            };
            /** Format: uuid */
            roomId?: string;
            /** Format: date-time */
            startsAt: string;
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
            venue?: string;
            /** @default true */
            waitingListEnabled?: boolean;
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
              status: 'draft' | 'published' | 'in-progress' | 'held' | 'cancelled';
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
  '/v1/staff/sessions/{id}': {
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
              cancellationReason: {
                ca: string;
                en?: string;
                es?: string;
              } | null;
              capacity: number;
              confirmed: number;
              courseId: string | null;
              /** Format: date-time */
              createdAt: string;
              /** Format: date-time */
              endsAt: string;
              enrolmentClosesAt: string | null;
              enrolmentOpensAt: string | null;
              forMinors: boolean;
              /** Format: uuid */
              id: string;
              /** @enum {string} */
              mode: 'in-person' | 'online' | 'hybrid';
              offerHours: number | null;
              online: {
                capacity: number;
                confirmed: number;
                waiting: number;
              } | null;
              programme: {
                audience?: {
                  ca: string;
                  en?: string;
                  es?: string;
                };
                certificate?: {
                  minimumPercent: number;
                };
                instructions?: {
                  ca: string;
                  en?: string;
                  es?: string;
                };
                /** Format: uri */
                joinUrl?: string;
                justification?: {
                  actuacio: string;
                  call: string;
                  cofundedBy?: string;
                  cofundedWithAacc?: boolean;
                  disseminationMaterial?: boolean;
                  document?: string;
                  municipality?: string;
                  organiser?: string;
                  strategicLine?: string;
                };
                /** @enum {string} */
                kind?: 'workshop' | 'course' | 'talk' | 'dissemination';
                materials?: {
                  title: {
                    ca: string;
                    en?: string;
                    es?: string;
                  };
                  /** Format: uri */
                  url: string;
                }[];
                questions?: (
                  | {
                      help?: {
                        ca: string;
                        en?: string;
                        es?: string;
                      };
                      id: string;
                      label: {
                        ca: string;
                        en?: string;
                        es?: string;
                      };
                      /** @default false */
                      required: boolean;
                      /** @enum {string} */
                      type: 'text';
                    }
                  | {
                      help?: {
                        ca: string;
                        en?: string;
                        es?: string;
                      };
                      id: string;
                      label: {
                        ca: string;
                        en?: string;
                        es?: string;
                      };
                      options: {
                        label: {
                          ca: string;
                          en?: string;
                          es?: string;
                        };
                        value: string;
                      }[];
                      /** @default false */
                      required: boolean;
                      /** @enum {string} */
                      type: 'choice';
                    }
                  | {
                      help?: {
                        ca: string;
                        en?: string;
                        es?: string;
                      };
                      id: string;
                      label: {
                        ca: string;
                        en?: string;
                        es?: string;
                      };
                      options: {
                        label: {
                          ca: string;
                          en?: string;
                          es?: string;
                        };
                        value: string;
                      }[];
                      /** @default false */
                      required: boolean;
                      /** @enum {string} */
                      type: 'several';
                    }
                  | {
                      help?: {
                        ca: string;
                        en?: string;
                        es?: string;
                      };
                      id: string;
                      label: {
                        ca: string;
                        en?: string;
                        es?: string;
                      };
                      /** @default false */
                      required: boolean;
                      /** @enum {string} */
                      type: 'yes-no';
                    }
                  | {
                      help?: {
                        ca: string;
                        en?: string;
                        es?: string;
                      };
                      id: string;
                      label: {
                        ca: string;
                        en?: string;
                        es?: string;
                      };
                      max?: number;
                      min?: number;
                      /** @default false */
                      required: boolean;
                      /** @enum {string} */
                      type: 'number';
                    }
                  | {
                      help?: {
                        ca: string;
                        en?: string;
                        es?: string;
                      };
                      id: string;
                      label: {
                        ca: string;
                        en?: string;
                        es?: string;
                      };
                      /** @default false */
                      required: boolean;
                      /** @enum {string} */
                      type: 'date';
                    }
                )[];
                responsible?: {
                  id?: string;
                  name: string;
                };
                survey?: {
                  /** @default true */
                  asksAboutStarting: boolean;
                  questions: (
                    | {
                        id: string;
                        label: {
                          ca: string;
                          en?: string;
                          es?: string;
                        };
                        /** @enum {string} */
                        type: 'scale';
                      }
                    | {
                        id: string;
                        label: {
                          ca: string;
                          en?: string;
                          es?: string;
                        };
                        /** @enum {string} */
                        type: 'yes-no';
                      }
                    | {
                        id: string;
                        label: {
                          ca: string;
                          en?: string;
                          es?: string;
                        };
                        /** @enum {string} */
                        type: 'text';
                      }
                    | {
                        id: string;
                        label: {
                          ca: string;
                          en?: string;
                          es?: string;
                        };
                        options: {
                          label: {
                            ca: string;
                            en?: string;
                            es?: string;
                          };
                          value: string;
                        }[];
                        /** @enum {string} */
                        type: 'choice';
                      }
                  )[];
                };
                topics?: string[];
              };
              publishedAt: string | null;
              roomId: string | null;
              /** Format: date-time */
              startsAt: string;
              /** @enum {string} */
              status: 'draft' | 'published' | 'in-progress' | 'held' | 'cancelled';
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
              venue: string | null;
              version: number;
              waiting: number;
              waitingListEnabled: boolean;
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
            capacity: number;
            /** Format: uuid */
            courseId?: string;
            /** Format: date-time */
            endsAt: string;
            /** Format: date-time */
            enrolmentClosesAt?: string;
            /** Format: date-time */
            enrolmentOpensAt?: string;
            /** @default false */
            forMinors?: boolean;
            /** @enum {string} */
            mode: 'in-person' | 'online' | 'hybrid';
            offerHours?: number;
            onlineCapacity?: number;
            /** @default {} */
            programme?: {
              audience?: {
                ca: string;
                en?: string;
                es?: string;
              };
              certificate?: {
                minimumPercent: number;
              };
              instructions?: {
                ca: string;
                en?: string;
                es?: string;
              };
              /** Format: uri */
              joinUrl?: string;
              justification?: {
                actuacio: string;
                call: string;
                cofundedBy?: string;
                cofundedWithAacc?: boolean;
                disseminationMaterial?: boolean;
                document?: string;
                municipality?: string;
                organiser?: string;
                strategicLine?: string;
              };
              /** @enum {string} */
              kind?: 'workshop' | 'course' | 'talk' | 'dissemination';
              materials?: {
                title: {
                  ca: string;
                  en?: string;
                  es?: string;
                };
                /** Format: uri */
                url: string;
              }[];
              questions?: (
                | {
                    help?: {
                      ca: string;
                      en?: string;
                      es?: string;
                    };
                    id: string;
                    label: {
                      ca: string;
                      en?: string;
                      es?: string;
                    };
                    /** @default false */
                    required?: boolean;
                    /** @enum {string} */
                    type: 'text';
                  }
                | {
                    help?: {
                      ca: string;
                      en?: string;
                      es?: string;
                    };
                    id: string;
                    label: {
                      ca: string;
                      en?: string;
                      es?: string;
                    };
                    options: {
                      label: {
                        ca: string;
                        en?: string;
                        es?: string;
                      };
                      value: string;
                    }[];
                    /** @default false */
                    required?: boolean;
                    /** @enum {string} */
                    type: 'choice';
                  }
                | {
                    help?: {
                      ca: string;
                      en?: string;
                      es?: string;
                    };
                    id: string;
                    label: {
                      ca: string;
                      en?: string;
                      es?: string;
                    };
                    options: {
                      label: {
                        ca: string;
                        en?: string;
                        es?: string;
                      };
                      value: string;
                    }[];
                    /** @default false */
                    required?: boolean;
                    /** @enum {string} */
                    type: 'several';
                  }
                | {
                    help?: {
                      ca: string;
                      en?: string;
                      es?: string;
                    };
                    id: string;
                    label: {
                      ca: string;
                      en?: string;
                      es?: string;
                    };
                    /** @default false */
                    required?: boolean;
                    /** @enum {string} */
                    type: 'yes-no';
                  }
                | {
                    help?: {
                      ca: string;
                      en?: string;
                      es?: string;
                    };
                    id: string;
                    label: {
                      ca: string;
                      en?: string;
                      es?: string;
                    };
                    max?: number;
                    min?: number;
                    /** @default false */
                    required?: boolean;
                    /** @enum {string} */
                    type: 'number';
                  }
                | {
                    help?: {
                      ca: string;
                      en?: string;
                      es?: string;
                    };
                    id: string;
                    label: {
                      ca: string;
                      en?: string;
                      es?: string;
                    };
                    /** @default false */
                    required?: boolean;
                    /** @enum {string} */
                    type: 'date';
                  }
              )[];
              responsible?: {
                id?: string;
                name: string;
              };
              survey?: {
                /** @default true */
                asksAboutStarting?: boolean;
                questions: (
                  | {
                      id: string;
                      label: {
                        ca: string;
                        en?: string;
                        es?: string;
                      };
                      /** @enum {string} */
                      type: 'scale';
                    }
                  | {
                      id: string;
                      label: {
                        ca: string;
                        en?: string;
                        es?: string;
                      };
                      /** @enum {string} */
                      type: 'yes-no';
                    }
                  | {
                      id: string;
                      label: {
                        ca: string;
                        en?: string;
                        es?: string;
                      };
                      /** @enum {string} */
                      type: 'text';
                    }
                  | {
                      id: string;
                      label: {
                        ca: string;
                        en?: string;
                        es?: string;
                      };
                      options: {
                        label: {
                          ca: string;
                          en?: string;
                          es?: string;
                        };
                        value: string;
                      }[];
                      /** @enum {string} */
                      type: 'choice';
                    }
                )[];
              };
              topics?: string[];
            };
            /** Format: uuid */
            roomId?: string;
            /** Format: date-time */
            startsAt: string;
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
            venue?: string;
            /** @default true */
            waitingListEnabled?: boolean;
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
              status: 'draft' | 'published' | 'in-progress' | 'held' | 'cancelled';
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
  '/v1/staff/sessions/{id}/attendance': {
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
                /** Format: uuid */
                enrolmentId: string;
                imagesConsent: boolean;
                minutes: number | null;
                name: string;
                recordedAt: string | null;
                /** @enum {string} */
                status: 'confirmed' | 'attended' | 'absent';
                version: number;
                walkIn: boolean;
              }[];
              next: string | null;
              totals: {
                absent: number;
                attended: number;
                minutes: number;
                unrecorded: number;
                walkIns: number;
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
            marks: {
              /** Format: uuid */
              enrolmentId: string;
              minutes?: number;
              present: boolean;
              version: number;
            }[];
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
              recorded: {
                /** Format: uuid */
                id: string;
                minutes: number | null;
                /** @enum {string} */
                status: 'confirmed' | 'waiting' | 'offered' | 'attended' | 'absent' | 'cancelled';
                version: number;
              }[];
              totals: {
                absent: number;
                attended: number;
                minutes: number;
                unrecorded: number;
                walkIns: number;
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
  '/v1/staff/sessions/{id}/attendance.pdf': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: {
      parameters: {
        query?: {
          lang?: 'ca' | 'es' | 'en';
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
            'application/pdf': string;
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
  '/v1/staff/sessions/{id}/cancel': {
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
            reason: {
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
              /** @enum {string} */
              status: 'draft' | 'published' | 'in-progress' | 'held' | 'cancelled';
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
  '/v1/staff/sessions/{id}/capacity': {
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
            capacity: number;
            onlineCapacity?: number;
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
              status: 'draft' | 'published' | 'in-progress' | 'held' | 'cancelled';
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
  '/v1/staff/sessions/{id}/certificates': {
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
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              issued: number;
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
  '/v1/staff/sessions/{id}/check-in-desks': {
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
              /** Format: date-time */
              expiresAt: string;
              /** Format: uri */
              url: string;
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
  '/v1/staff/sessions/{id}/check-ins': {
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
          'application/json':
            | {
                code: string;
              }
            | {
                /** Format: uuid */
                enrolmentId: string;
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
              enrolmentId: string;
              minutes: number | null;
              /** @enum {string} */
              status: 'confirmed' | 'waiting' | 'offered' | 'attended' | 'absent' | 'cancelled';
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
  '/v1/staff/sessions/{id}/clone': {
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
  '/v1/staff/sessions/{id}/enrolments': {
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
          status?: 'confirmed' | 'waiting' | 'offered' | 'attended' | 'absent' | 'cancelled';
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
                accessibility: string | null;
                answers: {
                  [key: string]: string | number | boolean | string[];
                };
                arrival: number;
                askedAgainAt: string | null;
                birthYear: number | null;
                cancellationCause:
                  | ('person' | 'staff' | 'session-cancelled' | 'offer-declined' | 'offer-expired' | 'moved')
                  | null;
                cancelledAt: string | null;
                confirmedAt: string | null;
                consents: {
                  data: {
                    /** Format: date-time */
                    at: string;
                    given: boolean;
                    textVersion: string;
                  };
                  images: {
                    /** Format: date-time */
                    at: string;
                    given: boolean;
                    textVersion: string;
                  };
                  news: {
                    /** Format: date-time */
                    at: string;
                    given: boolean;
                    textVersion: string;
                  };
                };
                email: string;
                emailBouncedAt: string | null;
                /** Format: date-time */
                enrolledAt: string;
                givenName: string | null;
                /** Format: uuid */
                id: string;
                keptAt: string | null;
                /** @enum {string} */
                language: 'ca' | 'es';
                minutesAttended: number | null;
                movedToSessionId: string | null;
                municipality: string | null;
                name: string;
                offerExpiresAt: string | null;
                partyId: string | null;
                phone: string | null;
                place: ('room' | 'online') | null;
                profile: {
                  /** Format: date */
                  birthDate?: string;
                  discovery?: string;
                  employmentSituation?: string;
                  gender?: string;
                  identityDocument?: string;
                  identityDocumentWithheld?: boolean;
                  origin?: string;
                  studyLevel?: string;
                };
                /** @enum {string} */
                status: 'confirmed' | 'waiting' | 'offered' | 'attended' | 'absent' | 'cancelled';
                surnames: string | null;
                version: number;
                walkIn: boolean;
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
            accessibility?: string;
            answers?: {
              [key: string]: string | number | boolean | string[];
            };
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
            givenName?: string;
            /**
             * @default ca
             * @enum {string}
             */
            language?: 'ca' | 'es';
            municipality?: string;
            name?: string;
            phone?: string;
            /** @enum {string} */
            place?: 'room' | 'online';
            profile?: {
              /** Format: date */
              birthDate?: string;
              discovery?: string;
              employmentSituation?: string;
              gender?: string;
              identityDocument?: string;
              identityDocumentWithheld?: boolean;
              origin?: string;
              studyLevel?: string;
            };
            surnames?: string;
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
              status: 'confirmed' | 'waiting' | 'offered' | 'attended' | 'absent' | 'cancelled';
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
  '/v1/staff/sessions/{id}/head-counts': {
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
                grade: 'primary' | 'secondary' | 'baccalaureate' | 'vocational-intermediate' | 'vocational-higher';
                pupils: number;
                school: string;
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
      requestBody: {
        content: {
          'application/json': {
            items: {
              /** @enum {string} */
              grade: 'primary' | 'secondary' | 'baccalaureate' | 'vocational-intermediate' | 'vocational-higher';
              pupils: number;
              school: string;
            }[];
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
                /** @enum {string} */
                grade: 'primary' | 'secondary' | 'baccalaureate' | 'vocational-intermediate' | 'vocational-higher';
                pupils: number;
                school: string;
              }[];
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
  '/v1/staff/sessions/{id}/hold': {
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
          'application/json': Record<string, never>;
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
              status: 'draft' | 'published' | 'in-progress' | 'held' | 'cancelled';
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
  '/v1/staff/sessions/{id}/publish': {
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
          'application/json': Record<string, never>;
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
              status: 'draft' | 'published' | 'in-progress' | 'held' | 'cancelled';
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
  '/v1/staff/sessions/{id}/reschedule': {
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
            /** Format: date-time */
            endsAt: string;
            /** Format: date-time */
            enrolmentClosesAt?: string;
            /** Format: date-time */
            enrolmentOpensAt?: string;
            /** @enum {string} */
            mode?: 'in-person' | 'online' | 'hybrid';
            reason: {
              ca: string;
              en?: string;
              es?: string;
            };
            /** Format: date-time */
            startsAt: string;
            venue?: string;
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
              status: 'draft' | 'published' | 'in-progress' | 'held' | 'cancelled';
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
  '/v1/staff/sessions/{id}/start': {
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
          'application/json': Record<string, never>;
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
              status: 'draft' | 'published' | 'in-progress' | 'held' | 'cancelled';
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
  '/v1/staff/sessions/{id}/survey': {
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
              answered: number;
              invited: number;
              questions: {
                answered: number;
                counts: {
                  [key: string]: number;
                };
                id: string;
                label: {
                  ca: string;
                  en?: string;
                  es?: string;
                };
                mean: number | null;
                options: {
                  label: {
                    ca: string;
                    en?: string;
                    es?: string;
                  };
                  value: string;
                }[];
                texts: string[];
                /** @enum {string} */
                type: 'scale' | 'yes-no' | 'text' | 'choice';
              }[];
              startCooperative: {
                after: {
                  maybe: number;
                  no: number;
                  yes: number;
                };
                answered: number;
                before: {
                  maybe: number;
                  no: number;
                  yes: number;
                };
                moved: number;
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
  '/v1/staff/sessions/{id}/walk-ins': {
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
            accessibility?: string;
            answers?: {
              [key: string]: string | number | boolean | string[];
            };
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
            givenName?: string;
            /**
             * @default ca
             * @enum {string}
             */
            language?: 'ca' | 'es';
            minutes?: number;
            municipality?: string;
            name?: string;
            phone?: string;
            /** @enum {string} */
            place?: 'room' | 'online';
            profile?: {
              /** Format: date */
              birthDate?: string;
              discovery?: string;
              employmentSituation?: string;
              gender?: string;
              identityDocument?: string;
              identityDocumentWithheld?: boolean;
              origin?: string;
              studyLevel?: string;
            };
            surnames?: string;
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
              minutes: number | null;
              /** @enum {string} */
              status: 'confirmed' | 'waiting' | 'offered' | 'attended' | 'absent' | 'cancelled';
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
  '/v1/vocabularies': {
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
              discoveryChannels: {
                code: string;
                label: {
                  ca: string;
                  en?: string;
                  es?: string;
                };
              }[];
              employmentSituations: {
                code: string;
                label: {
                  ca: string;
                  en?: string;
                  es?: string;
                };
              }[];
              genders: {
                code: string;
                label: {
                  ca: string;
                  en?: string;
                  es?: string;
                };
              }[];
              studyGrades: {
                code: string;
                label: {
                  ca: string;
                  en?: string;
                  es?: string;
                };
              }[];
              studyLevels: {
                code: string;
                label: {
                  ca: string;
                  en?: string;
                  es?: string;
                };
              }[];
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
