import { expect } from 'vitest';

import type { Harness } from './harness.ts';

type Answer = Promise<Awaited<ReturnType<Harness['app']['inject']>>>;

/** What people do with the directory over HTTP, for tests that need it done. */
export interface Moderation {
  propose(payload: object, headers?: Record<string, string>): Answer;
  moderate(id: string, step: string, version: number, payload?: object): Answer;
  edit(id: string, path: string, version: number, payload: object): Answer;
  /** Proposes, reviews and publishes, and gives the id: version 3. */
  publish(name: string, extra?: object): Promise<string>;
}

/** A complete proposal. */
export const proposal = (name: string, extra: object = {}) => ({
  name: { ca: name },
  summary: { ca: `${name}: una iniciativa del barri.` },
  legalForm: 'cooperativa-consumidors',
  sectors: ['alimentacio'],
  neighbourhood: '7',
  proposer: { name: 'Montserrat Puig', email: 'montserrat@example.org', language: 'ca' },
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
    propose: async (payload, headers = {}) => {
      callers += 1;
      const remoteAddress = `10.0.${callers >> 8}.${callers & 255}`;
      return directory.app.inject({ method: 'POST', url: '/v1/initiative-proposals', payload, headers, remoteAddress });
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
