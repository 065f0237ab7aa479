import { randomUUID } from 'node:crypto';

import { createCaller, everyItem } from './call.ts';
import type { DeclineReason, ReferralOutcome, ReferralStatus } from './events.ts';
import type { NewReferral, PartnerReferral, ReferralLine, SharedDocument, StepResult } from './referral.ts';

/** What the client of the partner API needs. */
export interface PartnerClientOptions {
  /** Where the accompaniment service is, such as `http://localhost:4000/accompaniment`. */
  baseUrl: string;
  /** The API key that you were given; a secret. */
  apiKey: string;
  /** The language in which problems are explained. */
  language?: 'ca' | 'es' | 'en';
  /** For one attempt; 10 seconds by default. */
  timeoutMs?: number;
  /** How often in all a call is tried when the network or the service fails it; 4 by default. */
  attempts?: number;
  /** A longer wait than this is not waited for; 30 seconds by default. */
  longestWaitMs?: number;
}

/**
 * The partner API. Every method throws `PartnerApiError` where the API refuses, and `PartnerUnreachableError` where no
 * answer came. All of its calls may be repeated without harm, so they are, a bounded number of times.
 */
export interface PartnerClient {
  /**
   * Refers a project to the ateneu. Give an `idempotencyKey` of your own (your case’s id, say) to be able to repeat the
   * call after a crash: the same key with the same referral makes one referral.
   */
  refer(referral: NewReferral, options?: { idempotencyKey?: string }): Promise<StepResult>;
  /** Your referrals in both directions, newest first, page after page as you read on. */
  list(filter?: { status?: ReferralStatus; pageSize?: number }): AsyncIterableIterator<ReferralLine>;
  /** One referral, with what you may see now. Reading one that was sent to you receives it. */
  get(id: string): Promise<PartnerReferral>;
  /** You take the project on, and may read the person’s contact from now on. */
  accept(id: string): Promise<StepResult>;
  /** You do not. The `note` is told to the person, word for word. */
  decline(id: string, answer: { reasonCode: DeclineReason; note?: string }): Promise<StepResult>;
  /** Work with the project began. */
  start(id: string): Promise<StepResult>;
  /** The work ended. */
  close(id: string, result: { outcome: ReferralOutcome }): Promise<StepResult>;
  /** You take back a referral that you made. */
  withdraw(id: string): Promise<StepResult>;
  /** The documents of the project that the ateneu shares with you; empty before you accept, and after the end. */
  documents(id: string): Promise<SharedDocument[]>;
  /** The contents of one of them, byte for byte. */
  download(id: string, documentId: string): Promise<Uint8Array>;
  /** The person told you that they take their consent back. */
  withdrawConsent(id: string): Promise<StepResult>;
}

const path = '/v1/partner/referrals';

/** Makes a client of the partner API. */
export function createPartnerClient(options: PartnerClientOptions): PartnerClient {
  const call = createCaller(options);
  const step = (id: string, name: string, body?: object): Promise<StepResult> =>
    call('POST', `${path}/${encodeURIComponent(id)}/${name}`, { body });

  return {
    refer: (referral, { idempotencyKey = randomUUID() } = {}) =>
      call('POST', path, { body: referral, headers: { 'idempotency-key': idempotencyKey } }),
    list: (query = {}) => everyItem<ReferralLine>(call, path, query),
    get: (id) => call('GET', `${path}/${encodeURIComponent(id)}`),
    accept: (id) => step(id, 'accept'),
    decline: (id, answer) => step(id, 'decline', answer),
    start: (id) => step(id, 'start'),
    close: (id, result) => step(id, 'close', result),
    withdraw: (id) => step(id, 'withdraw'),
    documents: async (id) =>
      (await call<{ items: SharedDocument[] }>('GET', `${path}/${encodeURIComponent(id)}/documents`)).items,
    download: (id, documentId) =>
      call('GET', `${path}/${encodeURIComponent(id)}/documents/${encodeURIComponent(documentId)}/content`, {
        bytes: true,
      }),
    withdrawConsent: (id) => step(id, 'withdraw-consent'),
  };
}
