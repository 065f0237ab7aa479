import specification from '@asyncapi/specs/schemas/3.0.0.json' with { type: 'json' };
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

import { catalogue } from '../../src/index.ts';
import { asyncapiOf } from './asyncapi.ts';

interface Document {
  channels: Record<string, { address: string; servers: { $ref: string }[]; parameters?: object; description?: string }>;
  operations: Record<string, { action: string; channel: { $ref: string }; security?: object[]; bindings?: object }>;
  components: {
    messages: Record<string, { payload: object; examples: { payload: unknown }[] }>;
    schemas: Record<string, object>;
  };
}

const document: Document = parse(asyncapiOf(catalogue));

describe('the AsyncAPI document', () => {
  it('is one, by the AsyncAPI 3.0 schema', () => {
    // The specification brings the meta-schema of draft 07 itself.
    const ajv = new Ajv({ strict: false, allErrors: true, meta: false, validateSchema: false });
    addFormats.default(ajv);
    const accepts = ajv.compile(specification);
    accepts(document);
    expect(accepts.errors ?? []).toEqual([]);
    expect(accepts({ ...document, channels: [] })).toBe(false);
  });

  it('points at nothing that is not in it', () => {
    const targets = [...JSON.stringify(document).matchAll(/"\$ref":"#([^"]+)"/g)].map(([, pointer = '']) => pointer);
    const resolve = (pointer: string): unknown =>
      pointer
        .split('/')
        .slice(1)
        .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], document);
    expect(targets.length).toBeGreaterThan(catalogue.length);
    expect(targets.filter((pointer) => resolve(pointer) === undefined)).toEqual([]);
  });

  it('has one channel for each contract, at its subject', () => {
    const addresses = Object.values(document.channels).map(({ address }) => address);
    expect(addresses).toEqual(catalogue.map((contract) => contract.subject.replace('*', '{partnerAccount}')));
  });

  it('has one operation for each service that sends or receives', () => {
    const sent = catalogue.map(
      ({ service, aggregate, event, version }) => `${service}.send.${aggregate}.${event}.v${version}`,
    );
    expect(Object.keys(document.operations)).toEqual(expect.arrayContaining(sent));
    expect(document.operations['notifications.receive.training.enrolment.promoted.v1']).toMatchObject({
      action: 'receive',
      bindings: { nats: { queue: 'notifications' } },
    });
  });

  it('asks a partner for its credentials, and nobody else receives a partner’s copy', () => {
    const forPartners = Object.entries(document.operations).filter(
      ([, { action, channel }]) => action === 'receive' && channel.$ref.includes('partner-referral'),
    );
    expect(forPartners).toHaveLength(catalogue.filter(({ audience }) => audience === 'partner').length);
    for (const [name, { security }] of forPartners) {
      expect(name).toMatch(/^partner\.receive\./);
      expect(security).toEqual([{ $ref: '#/components/securitySchemes/partnerCredentials' }]);
    }
  });

  it('shows an example of each message that fits its own schema', () => {
    const ajv = new Ajv({ strict: false });
    addFormats.default(ajv);
    ajv.addSchema({ $id: 'https://ateneu.example/document', components: { schemas: document.components.schemas } });
    for (const [type, { payload, examples }] of Object.entries(document.components.messages)) {
      const schema = JSON.parse(
        JSON.stringify(payload).replaceAll('"#/', '"https://ateneu.example/document#/'),
      ) as object;
      const [example] = examples;
      expect(ajv.validate(schema, example?.payload), `${type}: ${ajv.errorsText()}`).toBe(true);
      expect(ajv.validate(schema, { ...(example?.payload as object), type: 'other' })).toBe(false);
    }
  });
});
