import { randomUUID } from 'node:crypto';

import { type Api, createApi } from './api.ts';
import { createMail, type Mail } from './mail.ts';
import type { PartnerClient, PartnerCredentials } from './partner.ts';

/** Where the platform is and who plays on it. */
export interface Stage {
  origin: string;
  mailUrl: string;
  /** A coordinator's and a technician's access tokens. */
  coordinatorToken: string;
  technicianToken: string;
}

/** Everybody in the story. */
export interface Cast extends Stage {
  coordinator: Api;
  technician: Api;
  anybody: Api;
  mail: Mail;
  /** Makes names and addresses of this run its own, so that the story can be played again and again. */
  run: string;
}

/** A partner entity, with what it was handed. */
export interface Partner {
  id: string;
  api: Api;
  client: PartnerClient;
  credentials: PartnerCredentials;
}

/** What a change answers with. */
export interface Versioned {
  id: string;
  version: number;
  status: string;
}

/** Gathers the cast of one run. */
export function gather(stage: Stage): Cast {
  return {
    ...stage,
    coordinator: createApi(stage.origin, stage.coordinatorToken),
    technician: createApi(stage.origin, stage.technicianToken),
    anybody: createApi(stage.origin),
    mail: createMail(stage.mailUrl),
    run: randomUUID().slice(0, 8),
  };
}
