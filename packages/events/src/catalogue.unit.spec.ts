import { describe, expect, it } from 'vitest';
import { z } from 'zod';

import * as exported from './index.ts';
import { catalogue, createEvent, type EventContract, findContract, parseEvent } from './index.ts';

interface Field {
  path: string;
  schema: z.core.JSONSchema.BaseSchema;
}

/** Every field of an event's data, at any depth. */
const fieldsOf = (contract: EventContract): Field[] => {
  const walk = (schema: z.core.JSONSchema.BaseSchema, prefix: string): Field[] =>
    Object.entries(schema.properties ?? {}).flatMap(([name, child]) => {
      const field = child as z.core.JSONSchema.BaseSchema;
      const items = field.items as z.core.JSONSchema.BaseSchema | undefined;
      return [{ path: prefix + name, schema: field }].concat(
        walk(field, `${prefix}${name}.`),
        walk(items ?? {}, `${prefix}${name}[].`),
      );
    });
  return walk(z.toJSONSchema(contract.dataSchema), '');
};

/** Words that name something of a person. */
const personal =
  /personal|person|e-?mail|phone|mobile|contact|address|birth|gender|\bdni\b|\bnie\b|surname|recipient|language|manageUrl/i;
const services = ['directory', 'training', 'accompaniment', 'notifications'];
const contracts = catalogue.map((contract) => [contract.type, contract] as const);
const forPartners = contracts.filter(([, { audience }]) => audience === 'partner');
const internal = contracts.filter(([, { audience }]) => audience === 'internal');

describe('the catalogue', () => {
  it('lists every contract that the package exports, each once', () => {
    const isContract = (value: unknown): value is EventContract =>
      typeof value === 'object' && value !== null && 'envelopeSchema' in value;
    const all = Object.values(exported as Record<string, unknown>).filter(isContract);
    expect(all.length).toBeGreaterThan(0);
    expect(new Set(catalogue)).toEqual(new Set(all));
    expect(new Set(catalogue.map(({ type }) => type)).size).toBe(catalogue.length);
    expect(new Set(catalogue.map(({ subject }) => subject)).size).toBe(catalogue.length);
  });

  it('finds a contract by its type, and nothing for a type that is not ours', () => {
    for (const contract of catalogue) expect(findContract(contract.type)).toBe(contract);
    expect(findContract('com.example.thing.v1')).toBeUndefined();
    expect(findContract('constructor')).toBeUndefined();
  });

  it('names services that exist', () => {
    for (const { service, consumers } of catalogue) {
      expect(services).toEqual(expect.arrayContaining([service, ...consumers]));
      expect(consumers).not.toContain(service);
    }
  });
});

describe.each(contracts)('%s', (_type, contract) => {
  it('has an example that is written whole and read back', () => {
    const event = createEvent(contract, {
      aggregateId: 'a1',
      sequence: 1,
      time: new Date(0),
      correlationId: 'c1',
      data: contract.example,
    });
    expect(event.data).toEqual(contract.example);
    expect(parseEvent(contract, JSON.parse(JSON.stringify(event)))).toEqual(event);
  });

  it('begins with the id of what it happened to', () => {
    const [first] = fieldsOf(contract);
    expect(first?.path).toMatch(/Id$/);
    expect(first?.schema.format).toBe('uuid');
  });

  it('says what each field means', () => {
    const silent = fieldsOf(contract).filter(({ schema, path }) => !schema.description && !/\.(ca|es|en)$/.test(path));
    expect(silent.map(({ path }) => path)).toEqual([]);
  });

  it('is open to newer fields at every depth', () => {
    const closed = fieldsOf(contract).filter(({ schema }) =>
      JSON.stringify(schema).includes('"additionalProperties":false'),
    );
    expect(closed.map(({ path }) => path)).toEqual([]);
  });

  it('is told in one sentence', () => {
    expect(contract.summary).toMatch(/^[A-Z].*\.$/);
  });
});

describe('the search for personal data', () => {
  it('sees it where it is', () => {
    const found = fieldsOf(exported.referralAccepted).filter(({ path }) => personal.test(path));
    expect(found.map(({ path }) => path)).toContain('personal.email');
  });
});

describe.each(forPartners)('the partner’s %s', (_type, contract) => {
  it('has no field that could hold personal data, at any depth', () => {
    const suspicious = fieldsOf(contract).filter(
      ({ path }) => personal.test(path) || /name|title|note|text|url/i.test(path),
    );
    expect(suspicious.map(({ path }) => path)).toEqual([]);
  });
});

describe.each(internal)('the internal %s', (_type, contract) => {
  it('names a person in the block `personal` and nowhere else', () => {
    const outside = fieldsOf(contract).filter(({ path }) => !/^personal(\.|$)/.test(path) && personal.test(path));
    expect(outside.map(({ path }) => path)).toEqual([]);
  });
});
