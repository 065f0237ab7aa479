import { describe, expect, it } from 'vitest';

import { ateneuJson, ateneuWith } from '../../test/run-ateneu.ts';
import { mayBeReal } from './demo.command.ts';

describe('ateneu demo', { timeout: 60_000 }, () => {
  it('adds nothing where there is something already', async () => {
    // The platform was filled when it started.
    expect(await ateneuJson('demo')).toEqual({ initiatives: 0, sessions: 0 });
  });

  it('wants a platform that people may be using named', async () => {
    const env = { ATENEU_ORIGIN: 'https://ateneu.example' };
    for (const words of [[], ['--into', 'another.example']]) {
      const said = await ateneuWith({ env }, 'demo', ...words);
      expect(said).toMatchObject({ code: 2, err: expect.stringContaining('--into ateneu.example') });
    }
  });

  it.each([
    ['http://localhost:4000', false],
    ['http://127.0.0.1:31000', false],
    ['http://[::1]:4000', false],
    ['https://ateneu.test', false],
    ['https://ateneu.example', true],
    ['https://127.0.0.1.example.org', true],
    ['http://10.0.0.7', true],
  ])('%s may be real: %s', (origin, real) => {
    expect(mayBeReal(origin)).toBe(real);
  });
});
