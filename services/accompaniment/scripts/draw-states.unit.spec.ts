import { expect, it } from 'vitest';

import { readReadme, withDrawings } from './draw-states.ts';

it('the drawings in the README are those of the tables (else run `node scripts/draw-states.ts`)', () => {
  const text = readReadme();
  expect(text.match(/```mermaid/g)).toHaveLength(3);
  expect(withDrawings(text)).toBe(text);
});
