import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, it } from 'vitest';

it('every suite is played, in one file', () => {
  const names = readdirSync(import.meta.dirname);
  const files = names.filter((name) => name.endsWith('.int.spec.ts'));
  const played = files.flatMap((file) =>
    [...readFileSync(join(import.meta.dirname, file), 'utf8').matchAll(/^import '\.\/(.+)';$/gm)].map(
      ([, name]) => name,
    ),
  );
  expect(played.toSorted()).toEqual(names.filter((name) => name.endsWith('.suite.ts')).toSorted());
});
