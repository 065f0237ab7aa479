import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, it } from 'vitest';

it('every suite is played, in one file', () => {
  const names = readdirSync(import.meta.dirname);
  const files = names.filter((name) => name.endsWith('.int.spec.ts'));
  const played = files.flatMap((file) => {
    const text = readFileSync(join(import.meta.dirname, file), 'utf8');
    return Array.from(text.matchAll(/^import '\.\/(.+)';$/gm), ([, name = '']) => name);
  });
  expect(played.toSorted()).toEqual(names.filter((name) => name.endsWith('.suite.ts')).toSorted());
});
