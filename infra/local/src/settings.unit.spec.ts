import { describe, expect, it } from 'vitest';

import { namedPorts, readSettings } from './settings.ts';

describe('the settings', () => {
  it('put every part on a port of its own, in one block that can be moved', () => {
    for (const base of [undefined, '5000', '20000']) {
      const ports = namedPorts(readSettings({ ATENEU_PORT_BASE: base }).ports).map(([, port]) => port);
      expect(new Set(ports).size).toBe(ports.length);
      expect(Math.min(...ports)).toBe(Number(base ?? 4000));
    }
  });

  it.each(['many', '80', '70000', '4000.5'])('refuse the port base %s', (base) => {
    expect(() => readSettings({ ATENEU_PORT_BASE: base })).toThrow('between 1024 and 65000');
  });

  it.each(['6000', '5055', '10080'])('refuse the port base %s, where a browser would not open a part', (base) => {
    expect(() => readSettings({ ATENEU_PORT_BASE: base })).toThrow('browsers refuse');
  });
});
