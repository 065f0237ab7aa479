import { createEvent, type EventContract, type EventOf } from '../../src/index.ts';

/** The whole event that a contract's example stands in; the same on every run. */
export function exampleEventOf(contract: EventContract): EventOf<EventContract> {
  const { example } = contract;
  // Every data begins with the id of what it happened to.
  const [aggregateId] = Object.values(example);
  return createEvent(contract, {
    id: '0198c1d2-8b20-7d4f-8a00-0000000000e1',
    aggregateId: String(aggregateId),
    sequence: 3,
    time: new Date('2026-03-02T09:30:00.000Z'),
    correlationId: '0198c1d2-8b20-7d4f-8a00-0000000000c1',
    data: example,
  });
}
