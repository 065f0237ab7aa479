import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { type LockedPackage, problemsOf } from './licences.ts';

const integrity = 'sha512-x';

describe('the packages of the lockfile', () => {
  it('may all be shipped, and are the very ones that were locked', async () => {
    const file = join(import.meta.dirname, '../../../../package-lock.json');
    const { packages } = JSON.parse(await readFile(file, 'utf8')) as { packages: Record<string, LockedPackage> };
    expect(Object.keys(packages).length).toBeGreaterThan(400);
    expect(problemsOf(packages)).toEqual([]);
  });

  it('are refused without a licence, with one that is not allowed, without an integrity, or from a repository', () => {
    const bad: Record<string, LockedPackage> = {
      'node_modules/silent': { version: '1.0.0', integrity },
      'node_modules/viral': { version: '1.0.0', license: 'AGPL-3.0', integrity },
      'node_modules/loose': { version: '1.0.0', license: 'MIT' },
      'node_modules/raw': { version: '1.0.0', license: 'MIT', integrity, resolved: 'git+ssh://git@example.org/raw' },
    };
    expect(problemsOf(bad)).toEqual([
      'silent 1.0.0 does not say what it is licensed under.',
      'viral 1.0.0 is under AGPL-3.0.',
      'loose 1.0.0 has no integrity in the lockfile.',
      'raw comes from a repository, not a registry.',
    ]);
  });

  it('may let one choose, and developers may use what is not shipped', () => {
    expect(
      problemsOf({
        'node_modules/choice': { license: '(MIT OR EUPL-1.1+)', integrity },
        'node_modules/both': { license: 'MIT AND OFL-1.1', integrity },
        'node_modules/tool': { license: 'GPL-3.0', integrity, dev: true },
        'node_modules/@ateneu/kernel': { link: true },
        '': {},
      }),
    ).toEqual([]);
  });
});
