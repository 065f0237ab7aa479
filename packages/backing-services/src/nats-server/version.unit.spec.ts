import { describe, expect, it } from 'vitest';

import { isRecentEnough, versionIn } from './version.ts';

describe('a nats-server version', () => {
  it('is read from what the server says of itself', () => {
    expect(versionIn('nats-server: v2.15.1\n')).toBe('2.15.1');
    expect(() => versionIn('command not found')).toThrow(/no version/);
  });

  it.each(['2.12.0', '2.12.12', '2.14.3', '2.15.1', '3.0.0', '10.0.0'])('%s has atomic batches', (version) => {
    expect(isRecentEnough(version)).toBe(true);
  });

  it.each(['1.99.99', '2.9.10', '2.10.27', '2.11.99'])('%s has none', (version) => {
    expect(isRecentEnough(version)).toBe(false);
  });
});
