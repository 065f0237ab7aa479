import { newId } from '@ateneu/kernel';
import { hostileBodies, hostileTexts } from '@ateneu/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type Harness, startDirectory } from './harness.ts';
import { moderationOf } from './moderation.ts';

let directory: Harness;
let initiative: string;
beforeAll(async () => {
  directory = await startDirectory();
  initiative = await moderationOf(directory).publish('Objectiu');
});
afterAll(() => directory.close());

const routes = [
  ['POST', '/v1/initiative-proposals'],
  ['POST', '/v1/initiative-proposals/duplicates'],
  ['POST', '/v1/initiatives/objectiu/corrections'],
  ['POST', '/v1/subscriptions'],
  ['POST', '/v1/staff/initiatives'],
  ['PUT', '/v1/staff/initiatives/:id'],
  ['PUT', '/v1/staff/initiatives/:id/slug'],
  ['POST', '/v1/staff/initiatives/:id/reject'],
  ['POST', '/v1/staff/corrections/:none/accept'],
  ['POST', '/v1/staff/corrections/:none/reject'],
  ['POST', '/v1/staff/good-practices'],
  ['PUT', '/v1/staff/good-practices/:none'],
  ['POST', '/v1/staff/imports'],
  ['PUT', '/v1/staff/imports/:none/file'],
  ['POST', '/v1/self-service/submissions/sub_x/confirm'],
  ['POST', '/v1/self-service/freshness/frs_x/correction'],
  ['POST', '/v1/self-service/subscriptions/nws_x/one-click'],
] as const;
const tables = [
  'initiative',
  'initiative_revision',
  'submission',
  'correction',
  'good_practice',
  'subscription',
  'import',
];
const kept = async (): Promise<string> => {
  const counts = tables.map((table) => `(select count(*) from ${table})`).join(', ');
  const { rows } = await directory.database.pool.query(`select concat_ws(' ', ${counts}) as kept`);
  return rows[0].kept;
};
let callers = 0;

describe.each(routes)('%s %s', (method, url) => {
  it('refuses whatever nobody should send, says so in one shape, and keeps nothing of it', async () => {
    const before = await kept();
    const headers = { ...(await directory.staff(['coordinator'])), 'if-match': '"3"' };
    for (const { name, body, contentType } of hostileBodies) {
      const answer = await directory.app.inject({
        method,
        url: url.replace(':id', initiative).replace(':none', newId()),
        headers: { ...headers, 'content-type': contentType },
        payload: body,
        remoteAddress: `10.7.${(callers += 1) >> 8}.${callers & 255}`,
      });
      expect([answer.statusCode >= 400 && answer.statusCode < 500, name]).toEqual([true, name]);
      expect(answer.headers['content-type'], name).toContain('application/problem+json');
    }
    expect(await kept()).toBe(before);
  });
});

describe('what is asked for in an address', () => {
  it.each(hostileTexts)('with %j is answered, and never fails', async (text) => {
    // Half a character has no place in an address.
    const value = encodeURIComponent(text.toWellFormed());
    const headers = await directory.staff(['coordinator']);
    for (const url of [
      `/v1/initiatives?q=${value}`,
      `/v1/initiatives?sector=${value}`,
      `/v1/initiatives?bbox=${value}`,
      `/v1/initiatives?near=${value}`,
      `/v1/initiatives?cursor=${value}`,
      `/v1/initiatives/facets?q=${value}`,
      `/v1/initiatives/${value}`,
      `/v1/initiatives.csv?q=${value}`,
      `/v1/initiatives.atom?q=${value}`,
      `/v1/good-practices?sector=${value}`,
      `/v1/good-practices?cursor=${value}`,
      `/v1/good-practices/${value}`,
      `/v1/staff/initiatives/${value}/revisions`,
      `/v1/staff/initiatives/${initiative}/revisions?cursor=${value}`,
      `/v1/staff/corrections?cursor=${value}`,
      `/v1/staff/overdue-initiatives?cursor=${value}`,
      `/v1/self-service/submissions/${value}`,
      `/v1/self-service/freshness/${value}`,
      `/v1/self-service/subscriptions/${value}`,
    ]) {
      const answer = await directory.app.inject({ url, headers });
      expect([answer.statusCode < 500, url]).toEqual([true, url]);
    }
  });
});
