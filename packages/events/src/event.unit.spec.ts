import { describe, expect, expectTypeOf, it } from 'vitest';
import { z } from 'zod';

import {
  createEvent,
  type DataOf,
  defineEvent,
  enrolmentWaitlisted,
  type EventOf,
  EventSchemaError,
  parseEvent,
  partnerReferralAccepted,
  referralAccepted,
} from './index.ts';

const recorded = defineEvent({
  service: 'accompaniment',
  aggregate: 'visit',
  event: 'recorded',
  version: 1,
  summary: 'A visit was recorded.',
  data: z.object({
    visitId: z.uuid(),
    minutes: z.int().min(1),
    title: z.object({ ca: z.string(), es: z.string().optional() }),
    people: z.array(z.object({ role: z.string() })),
  }),
  example: {
    visitId: '0198c1d2-7a10-7c3e-9f00-000000000001',
    minutes: 90,
    title: { ca: 'Visita' },
    people: [{ role: 'sòcia' }],
  },
});

const fields = {
  aggregateId: '0198c1d2-7a10-7c3e-9f00-000000000001',
  sequence: 4,
  time: new Date('2026-03-12T09:00:00Z'),
  correlationId: 'request-1',
  data: recorded.example,
};

const issuesOf = (work: () => unknown): readonly z.core.$ZodIssue[] => {
  try {
    work();
  } catch (error) {
    if (error instanceof EventSchemaError) return error.issues;
    throw error;
  }
  return [];
};

describe('creating an event', () => {
  it('puts the data into a CloudEvents envelope', () => {
    const event = createEvent(recorded, {
      ...fields,
      id: '0198c1d2-7a10-7c3e-9f00-00000000000f',
      causationId: 'e0',
      traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
    });
    expect(event).toEqual({
      specversion: '1.0',
      id: '0198c1d2-7a10-7c3e-9f00-00000000000f',
      type: 'cat.ateneulh.accompaniment.visit.recorded.v1',
      source: '/services/accompaniment',
      subject: fields.aggregateId,
      time: '2026-03-12T09:00:00.000Z',
      datacontenttype: 'application/json',
      sequence: 4,
      correlationid: 'request-1',
      causationid: 'e0',
      traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
      data: recorded.example,
    });
  });

  it('leaves out what is not known, and gives each event a UUID version 7 of its own', () => {
    const [first, second] = [createEvent(recorded, fields), createEvent(recorded, fields)];
    expect(first).not.toHaveProperty('causationid');
    expect(first).not.toHaveProperty('traceparent');
    expect(first.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
    expect(first.id).not.toBe(second.id);
  });

  it('writes what the contract declares and nothing else, at any depth', () => {
    const careless = {
      ...recorded.example,
      personal: { name: 'Fàtima' },
      title: { ca: 'Visita', note: 'Fàtima' },
      people: [{ role: 'sòcia', email: 'fatima@example.org' }],
    };
    expect(createEvent(recorded, { ...fields, data: careless }).data).toEqual(recorded.example);
  });

  it('never lets personal data slip into a partner’s copy', () => {
    const data = { ...referralAccepted.example, status: 'accepted' };
    const event = createEvent(partnerReferralAccepted, { ...fields, data });
    expect(JSON.stringify(event)).not.toMatch(/personal|fatima|example\.org/i);
  });

  it.each([
    ['data of the wrong type', { data: { ...recorded.example, minutes: '90' } }, 'data.minutes'],
    ['a missing field', { data: { ...recorded.example, title: undefined } }, 'data.title'],
    ['a value out of bounds', { data: { ...recorded.example, minutes: 0 } }, 'data.minutes'],
    ['a sequence below 1', { sequence: 0 }, 'sequence'],
    ['no aggregate', { aggregateId: '' }, 'subject'],
    ['no correlation', { correlationId: '' }, 'correlationid'],
    ['an id that is no UUID', { id: '7' }, 'id'],
    ['a time that is none', { time: new Date('soon') }, 'time'],
  ])('is refused with %s, and says where', (_what, wrong, path) => {
    const attempt = () => createEvent(recorded, { ...fields, ...(wrong as object) });
    expect(issuesOf(attempt).map((issue) => issue.path.join('.'))).toEqual([path]);
    expect(attempt).toThrow(path);
  });

  it('says what is wrong without repeating anybody’s data', () => {
    const data = { ...enrolmentWaitlisted.example, personal: { name: 'Núria Vidal', email: 5, language: 'ca' } };
    expect(() => createEvent(enrolmentWaitlisted, { ...fields, data: data as never })).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('Vidal') as string }),
    );
  });
});

describe('reading an event', () => {
  const written = (): Record<string, unknown> => JSON.parse(JSON.stringify(createEvent(recorded, fields)));

  it('gives back what was written', () => {
    const event = createEvent(recorded, fields);
    expect(parseEvent(recorded, JSON.parse(JSON.stringify(event)))).toEqual(event);
  });

  it('keeps the fields it does not know, at any depth', () => {
    const newer = {
      ...written(),
      dataschema: 'x',
      data: {
        ...recorded.example,
        mood: 'good',
        title: { ca: 'Visita', fr: 'Visite' },
        people: [{ role: 'x', age: 1 }],
      },
    };
    expect(parseEvent(recorded, newer)).toEqual(newer);
  });

  it.each([
    ['another type', { type: 'cat.ateneulh.accompaniment.visit.recorded.v2' }, 'type'],
    ['another source', { source: '/services/training' }, 'source'],
    ['another version of CloudEvents', { specversion: '0.3' }, 'specversion'],
    ['a time with an offset', { time: '2026-03-12T10:00:00+01:00' }, 'time'],
    ['a time that does not exist', { time: '2026-02-30T10:00:00Z' }, 'time'],
    ['no data', { data: undefined }, 'data'],
  ])('refuses %s', (_what, wrong, path) => {
    const issues = issuesOf(() => parseEvent(recorded, { ...written(), ...wrong }));
    expect(issues.map((issue) => issue.path.join('.'))).toEqual([path]);
  });

  it.each([undefined, null, 'text', 7, []])('refuses %j, which is no event at all', (value) => {
    expect(() => parseEvent(recorded, value)).toThrow(EventSchemaError);
  });
});

describe('the types', () => {
  it('know the data of each contract', () => {
    expectTypeOf<DataOf<typeof recorded>['minutes']>().toEqualTypeOf<number>();
    expectTypeOf<EventOf<typeof enrolmentWaitlisted>['data']['position']>().toEqualTypeOf<number>();
    expectTypeOf<DataOf<typeof partnerReferralAccepted>>().not.toHaveProperty('personal');
    expectTypeOf<DataOf<typeof referralAccepted>['direction']>().toEqualTypeOf<'inbound' | 'outbound'>();
  });
});
