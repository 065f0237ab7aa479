import { describe, expect, it } from 'vitest';

import { closeRanks, rowCount } from './rows.ts';

describe('the rows of a form', () => {
  const values = {
    title: 'Curs',
    'questions.0.label': 'Per què?',
    'questions.1.label': ' ',
    'questions.1.type': 'text',
    'questions.2.label': 'Quan?',
    'questions.2.type': 'date',
  };

  it('are counted by their highest index', () => {
    expect(rowCount(values, 'questions')).toBe(3);
    expect(rowCount(values, 'materials')).toBe(0);
    expect(rowCount({ 'questions.x.label': 'a', questions: 'b' }, 'questions')).toBe(0);
  });

  it('close ranks where one says nothing, and keep what belongs together', () => {
    expect(closeRanks(values, 'questions', ['label'])).toEqual({
      title: 'Curs',
      'questions.0.label': 'Per què?',
      'questions.1.label': 'Quan?',
      'questions.1.type': 'date',
    });
  });
});
