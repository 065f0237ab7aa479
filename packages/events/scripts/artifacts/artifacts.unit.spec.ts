import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

import { catalogue, defineEvent, parseEvent } from '../../src/index.ts';
import { artifactsOf, differingPaths } from './artifacts.ts';
import { exampleEventOf } from './example-event.ts';
import { readHistory, withForm, writeHistory } from './history-file.ts';
import { jsonSchemaOf } from './json-schema.ts';

const define = <const Data extends z.ZodObject>(data: Data, example: z.input<Data>) =>
  defineEvent({
    service: 'training',
    aggregate: 'visit',
    event: 'made',
    version: 1,
    summary: 'A visit.',
    data,
    example,
  });
const type = 'cat.ateneulh.training.visit.made.v1';
const historyPath = `schemas/history/${type}.json`;
const before = define(z.object({ visitId: z.uuid() }), { visitId: '0198c1d2-7a10-7c3e-9f00-000000000001' });
const generated = artifactsOf([before], new Map());
const history = new Map([[type, readHistory(generated.files.get(historyPath) ?? '')]]);

describe('a JSON Schema', () => {
  const ajv = new Ajv2020({ strict: true, allErrors: true });
  addFormats.default(ajv);

  it.each(catalogue.map((contract) => [contract.type, contract] as const))(
    'of %s says what the contract says',
    (_type, contract) => {
      const accepts = ajv.compile(jsonSchemaOf(contract));
      const event = exampleEventOf(contract);
      expect(accepts(event), ajv.errorsText(accepts.errors)).toBe(true);
      expect(parseEvent(contract, event)).toEqual(event);
      const wrong: object[] = [
        { ...event, type: 'x' },
        { ...event, time: '2026-03-02T09:30:00+01:00' },
        { ...event, id: '1' },
        { ...event, sequence: 0 },
        { ...event, data: {} },
      ];
      for (const value of wrong) {
        expect(accepts(value)).toBe(false);
        expect(() => parseEvent(contract, value)).toThrow();
      }
      expect(accepts({ ...event, newer: 1, data: { ...event.data, newer: 1 } })).toBe(true);
    },
  );

  it('names no identifier and no dialect of its own, so that it can stand inside another document', () => {
    expect(jsonSchemaOf(before)).not.toHaveProperty('$id');
    expect(jsonSchemaOf(before)).not.toHaveProperty('$schema');
  });
});

describe('generating', () => {
  it('makes the same files every time', () => {
    expect(artifactsOf(catalogue, new Map())).toEqual(artifactsOf(catalogue, new Map()));
  });

  it('makes a schema and a history for each contract, and one page and one document for all', () => {
    expect([...generated.files.keys()]).toEqual([`schemas/${type}.json`, historyPath, 'asyncapi.yaml', 'EVENTS.md']);
    expect(generated.problems).toEqual([]);
  });

  it('adds a form to the history when a contract gains an optional field', () => {
    const after = define(z.object({ visitId: z.uuid(), note: z.string().optional() }), before.example);
    const { files, problems } = artifactsOf([after], history);
    expect(problems).toEqual([]);
    expect(readHistory(files.get(historyPath) ?? '')).toHaveLength(2);
  });

  it('adds none when only the words changed', () => {
    const after = define(z.object({ visitId: z.uuid().describe('The visit.') }), before.example);
    const { files } = artifactsOf([after], history);
    expect(files.get(historyPath)).toBe(generated.files.get(historyPath));
    expect(files.get(`schemas/${type}.json`)).not.toBe(generated.files.get(`schemas/${type}.json`));
  });

  it('refuses a form that breaks its version', () => {
    const after = define(z.object({ visitId: z.string() }), before.example);
    expect(artifactsOf([after], history).problems).toEqual([expect.stringContaining('data.visitId (format-changed)')]);
  });

  it('refuses an example that does not fit', () => {
    const { problems, files } = artifactsOf([define(z.object({ visitId: z.uuid() }), { visitId: '1' })], new Map());
    expect(problems).toEqual([expect.stringMatching(/^Its example: .*data\.visitId/)]);
    expect(files.size).toBe(0);
  });

  it('refuses to forget a contract', () => {
    const other = defineEvent({ ...before, data: before.dataSchema, event: 'left' });
    expect(artifactsOf([other], history).problems).toEqual([`${type}: was published and is gone.`]);
  });
});

describe('the drift check', () => {
  it('names the files that changed, are missing, or stand for nothing', () => {
    const wanted = new Map([
      ['same', '1'],
      ['changed', '2'],
      ['missing', '3'],
    ]);
    const present = new Map([
      ['same', '1'],
      ['changed', '0'],
      ['stray', '4'],
    ]);
    expect(differingPaths(wanted, present)).toEqual(['changed', 'missing', 'stray']);
    expect(differingPaths(wanted, wanted)).toEqual([]);
  });
});

describe('a history file', () => {
  it('keeps one form a line, so that adding one changes no other', () => {
    const text = writeHistory([{ type: 'object' }, { type: 'string' }]);
    expect(text.split('\n')).toEqual(['[', '{"type":"object"},', '{"type":"string"}', ']', '']);
    expect(writeHistory(readHistory(text))).toBe(text);
  });

  it('keeps what refuses, and not the words', () => {
    expect(withForm([], { type: 'string', description: 'A text.', title: 'T' })).toEqual([{ type: 'string' }]);
  });

  it('must be a list of schemas', () => {
    expect(() => readHistory('{}')).toThrow(TypeError);
    expect(() => readHistory('[1]')).toThrow(TypeError);
  });
});
