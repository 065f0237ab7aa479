import { expect, it } from 'vitest';

import { readPage, withDrawings } from './draw-states.ts';

it('the drawings in the docs are those of the tables (else run `node scripts/draw-states.ts`)', () => {
  const text = readPage();
  expect(text.match(/```mermaid/g)).toHaveLength(3);
  expect(withDrawings(text)).toBe(text);
});
