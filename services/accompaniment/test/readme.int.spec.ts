import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { issueSecret } from '@ateneu/kernel';
import type { InjectOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { aReferral, type Harness, startHarness } from './harness.ts';

interface Use {
  line: string;
  method: NonNullable<InjectOptions['method']>;
  path: string;
  token: string;
  ifMatch: string | undefined;
  body: string | undefined;
}

const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8');
/** The lines of the README that call the service. */
const uses: Use[] = [...readme.matchAll(/^(?:as \$(\w+)|anybody) (\S+)(.*)$/gm)].map(
  ([line, token = '', path = '', rest = '']) => {
    const body = /-d '([^']*)'/.exec(rest)?.[1] ?? /-d "(.*)"$/.exec(rest)?.[1]?.replaceAll('\\"', '"');
    return {
      line,
      token,
      path,
      body,
      method: /-X (\w+)/.exec(rest)?.[1] ?? (body === undefined ? 'GET' : 'POST'),
      ifMatch: /-H 'if-match: ([^']*)'/.exec(rest)?.[1],
    };
  },
);

let harness: Harness;
let operations: { id: string; method: string; path: RegExp }[];
const values: Record<string, string> = {};

beforeAll(async () => {
  harness = await startHarness();
  const partner = await harness.onboard('Entitat del README');
  const made = await harness.ask('POST', '/v1/partner/referrals', { token: partner.apiKey, body: aReferral });
  Object.assign(values, {
    TECHNICIAN: harness.tokens.technician,
    COORDINATOR: harness.tokens.coordinator,
    API_KEY: partner.apiKey,
    PARTNER: partner.id,
    ID: made.body.id,
    SECRET: issueSecret('x').secret,
  });
  const document = (await harness.raw({ url: '/openapi.json' })).json<{
    paths: Record<string, Record<string, { operationId?: string }>>;
  }>();
  operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId: id = '' }]) => ({
      id,
      method: method.toUpperCase(),
      path: new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`),
    })),
  );
});
afterAll(() => harness.stop());

const filled = (text: string): string =>
  text.replaceAll(/\$([A-Z_]+)/g, (_, name: string) => values[name] ?? '0198c1d2-7a10-7c3e-9f00-0000000000ff');
const operationsOf = ({ method, path }: Pick<Use, 'method' | 'path'>): string[] => {
  const url = `/v1/${filled(path).split('?')[0] ?? ''}`;
  return operations.filter((operation) => operation.method === method && operation.path.test(url)).map(({ id }) => id);
};

describe('the README', () => {
  it('shows every use of the service, and none that there is not', () => {
    for (const use of uses) expect(operationsOf(use), use.line).not.toEqual([]);
    // A form with a file, and what the service kit documents of itself.
    const elsewhere = ['uploadDocument', 'listDeadLetters', 'getDeadLetter', 'replayDeadLetter', 'dropDeadLetter'];
    const shown = new Set([...uses.flatMap(operationsOf), ...elsewhere]);
    expect(operations.map(({ id }) => id).filter((id) => !shown.has(id))).toEqual([]);
  });

  it('calls each as it may be called: who, with what version, and with a body that is understood', async () => {
    const wrong: string[] = [];
    for (const { line, method, path, token, ifMatch, body } of uses) {
      const response = await harness.raw({
        method,
        url: `/v1/${filled(path)}`,
        headers: {
          ...(token === '' ? {} : { authorization: `Bearer ${values[token]}` }),
          ...(ifMatch === undefined ? {} : { 'if-match': ifMatch }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { payload: filled(body) }),
      });
      if (response.statusCode < 300) continue;
      // Whatever the state of what is there: that the service itself refuses is an answer to a call that is right.
      const { code } = response.json<{ code: string }>();
      const right = /^accompaniment\.|^kit\.record\.changed$/.test(code) && !code.endsWith('code-unknown');
      if (!right) wrong.push(`${line}: ${response.body}`);
    }
    expect(wrong).toEqual([]);
  });
});
