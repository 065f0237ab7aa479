import { catalogue } from '@ateneu/events';
import { serviceNames } from '@ateneu/local/settings';
import { describe, expect, it } from 'vitest';

import { consumedBy } from '../../test/service-source.ts';

describe('the catalogue of events', { timeout: 60_000 }, () => {
  it('names as consumers exactly the services that subscribe', async () => {
    const heard = new Map<string, Set<string>>();
    for (const service of serviceNames) {
      // What a service hears of itself is nobody else's business.
      const others = (await consumedBy(service)).filter((contract) => contract.service !== service);
      for (const { type } of others) heard.set(type, (heard.get(type) ?? new Set()).add(service));
    }
    expect(heard.size).toBeGreaterThan(40);
    const said = catalogue.map(({ type, consumers }) => `${type}: ${consumers.toSorted().join(', ')}`);
    const done = catalogue.map(({ type }) => `${type}: ${[...(heard.get(type) ?? [])].toSorted().join(', ')}`);
    expect(said).toEqual(done);
  });
});
