import { readdirSync, readFileSync } from 'node:fs';

import { catalogue, createEvent } from '@ateneu/events';
import { describe, expect, it } from 'vitest';

import { knownReferralTypes, readReferralEvent } from './index.ts';

const contracts = catalogue.filter((contract) => contract.audience === 'partner');
const eventOf = (contract: (typeof contracts)[number]) =>
  createEvent(contract, {
    aggregateId: '0198c1d2-7a10-7c3e-9f00-000000000006',
    sequence: 3,
    data: contract.example,
    time: new Date('2026-05-04T10:00:00Z'),
    correlationId: 'correlation',
  });

describe('the types of the SDK', () => {
  it('are those of the platform’s partner contracts, none more and none less', () => {
    expect(contracts.length).toBeGreaterThan(0);
    expect(knownReferralTypes.toSorted()).toEqual(contracts.map((contract) => contract.type).toSorted());
  });

  it.each(contracts.map((contract) => [contract.type, contract] as const))(
    'read the example of %s',
    (_type, contract) => {
      const event = eventOf(contract);
      expect(readReferralEvent(JSON.stringify(event))).toEqual({ ...event, kind: contract.event });
    },
  );

  it('keep the fields that a newer writer put there', () => {
    const [contract] = contracts;
    if (contract === undefined) throw new Error('There are no partner contracts.');
    const event = { ...eventOf(contract), newer: 1 };
    const read = readReferralEvent(JSON.stringify({ ...event, data: { ...event.data, newer: 2 } }));
    expect(read).toMatchObject({ newer: 1, data: { newer: 2 } });
  });

  it.each([
    ['a newer kind', '{"type":"cat.ateneulh.accompaniment.partner-referral.praised.v1","id":"x"}', 'x'],
    ['a known kind without its data', `{"type":"${knownReferralTypes[0]}","id":"y"}`, 'y'],
    ['no object', '7', undefined],
    ['no JSON', '{"half":', undefined],
  ])('make %s unknown, with its text', (_what, raw, id) => {
    expect(readReferralEvent(raw)).toMatchObject({ kind: 'unknown', raw, id });
  });
});

describe('the published source', () => {
  const files = readdirSync(import.meta.dirname).filter((file) => !file.endsWith('.spec.ts'));

  it.each(files)('%s imports nothing of the platform', (file) => {
    expect(readFileSync(`${import.meta.dirname}/${file}`, 'utf8')).not.toMatch(/['"]@ateneu\//);
  });
});
