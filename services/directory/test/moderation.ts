import { expect } from 'vitest';

import type { Harness } from './harness.ts';

type Answer = Promise<Awaited<ReturnType<Harness['app']['inject']>>>;

/** What people do with the directory over HTTP, for tests that need it done. */
export interface Moderation {
  /** Hands in a proposal and leaves it unconfirmed. */
  handIn(payload: object, headers?: Record<string, string>): Answer;
  /** The path of the link that was e-mailed for a submission. */
  linkOf(submissionId: string): Promise<string>;
  /** Follows the link of a submission and confirms. */
  confirm(submissionId: string): Answer;
  /** Hands in a proposal and, where it is taken, confirms it; the answer is that to the proposal. */
  propose(payload: object, headers?: Record<string, string>): Answer;
  moderate(id: string, step: string, version: number, payload?: object): Answer;
  edit(id: string, path: string, version: number, payload: object): Answer;
  /** Proposes, reviews and publishes, and gives the id: version 3. */
  publish(name: string, extra?: object): Promise<string>;
}

let proposers = 0;

/** A complete proposal, each by another person. */
export const proposal = (name: string, extra: object = {}) => ({
  name: { ca: name },
  summary: { ca: `${name}: una iniciativa del barri.` },
  legalForm: 'cooperativa-consumidors',
  sectors: ['alimentacio'],
  neighbourhood: '7',
  proposer: { name: 'Montserrat Puig', email: `montserrat${(proposers += 1)}@example.org`, language: 'ca' },
  ...extra,
});

export function moderationOf(directory: Harness): Moderation {
  // Each from an address of its own: the limit per address is not what these tests are about.
  let callers = 0;
  const staffCall = async (method: 'POST' | 'PUT', url: string, version: number, payload?: object) =>
    directory.app.inject({
      method,
      url,
      headers: { ...(await directory.staff()), 'if-match': `"${version}"` },
      ...(payload === undefined ? {} : { payload }),
    });
  const self: Moderation = {
    handIn: async (payload, headers = {}) => {
      callers += 1;
      const remoteAddress = `10.0.${callers >> 8}.${callers & 255}`;
      return directory.app.inject({ method: 'POST', url: '/v1/initiative-proposals', payload, headers, remoteAddress });
    },
    linkOf: async (submissionId) => {
      const { rows } = await directory.database.pool.query<{ url: string }>(
        `select payload::jsonb #>> '{data,personal,confirmUrl}' as url from outbox
         where aggregate_id = $1 and type like '%.confirmation-requested.v1'`,
        [submissionId],
      );
      return new URL(rows[0]?.url ?? 'about:blank').pathname.replace('/directory', '');
    },
    confirm: async (submissionId) =>
      directory.app.inject({ method: 'POST', url: `${await self.linkOf(submissionId)}/confirm` }),
    propose: async (payload, headers = {}) => {
      const answer = await self.handIn(payload, headers);
      if (answer.statusCode === 201) {
        expect((await self.confirm(answer.json<{ id: string }>().id)).statusCode).toBe(200);
      }
      return answer;
    },
    moderate: (id, step, version, payload) =>
      staffCall('POST', `/v1/staff/initiatives/${id}/${step}`, version, payload),
    edit: (id, path, version, payload) => staffCall('PUT', `/v1/staff/initiatives/${id}${path}`, version, payload),
    publish: async (name, extra = {}) => {
      const { id } = (await self.propose(proposal(name, extra))).json<{ id: string }>();
      expect((await self.moderate(id, 'start-review', 1)).statusCode).toBe(200);
      expect((await self.moderate(id, 'publish', 2)).statusCode).toBe(200);
      return id;
    },
  };
  return self;
}
