import { describe, expect, it } from 'vitest';

import type { DeskView } from '../../../shell/desk-page.ts';
import { textsFor } from '../../../texts/index.ts';
import { surveyPage } from './survey.view.ts';

const view = {
  language: 'ca',
  t: textsFor('ca'),
  at: (path: string) => path,
  say: (text: { ca: string }) => text.ca,
  plain: (text: { ca: string }) => text.ca,
} as unknown as DeskView;
const asked = { answered: 3, mean: null, counts: {}, texts: [], options: [] };
const survey = {
  invited: 5,
  answered: 3,
  questions: [
    {
      ...asked,
      id: 'satisfaction',
      type: 'scale' as const,
      label: { ca: 'En general' },
      mean: 4.5,
      counts: { 4: 1, 5: 2 },
    },
    {
      ...asked,
      id: 'recommend',
      type: 'yes-no' as const,
      label: { ca: 'Ho recomanaríeu?' },
      counts: { true: 2, false: 1 },
    },
    {
      ...asked,
      id: 'pace',
      type: 'choice' as const,
      label: { ca: 'El ritme' },
      counts: { slow: 1, fast: 2 },
      options: [
        { value: 'slow', label: { ca: 'Lent' } },
        { value: 'fast', label: { ca: 'Ràpid' } },
      ],
    },
    { ...asked, id: 'best', type: 'text' as const, label: { ca: 'El millor' }, texts: ['El <b>cafè</b>'] },
  ],
  startCooperative: { answered: 3, before: { no: 2, maybe: 1, yes: 0 }, after: { no: 0, maybe: 1, yes: 2 }, moved: 2 },
};
const bodyOf = (of: typeof survey): string => {
  const page = surveyPage(view, { title: { ca: 'Taller' } }, of, '/sessions/1');
  return 'body' in page ? page.body.toString().replaceAll(/\s+/g, ' ') : '';
};

describe('the results of a survey', () => {
  it('are told in words and as pictures, each with its numbers in a table', () => {
    const body = bodyOf(survey);
    for (const row of ['Sí', 'No', 'Lent', 'Ràpid', '5'])
      expect(body).toMatch(new RegExp(`<th scope="row">${row}</th> <td>[12]</td>`));
    expect(body).not.toMatch(/>(true|false|slow|fast)</);
    expect(body.match(/<svg/g)).toHaveLength(4);
    expect(body).toContain('Mitjana: 4,5');
    expect(body).toContain('El &lt;b&gt;cafè');
  });

  it('tell how many want to start a cooperative, before and after', () => {
    const body = bodyOf(survey);
    expect(body).toContain('2 persones en tenen més ganes que abans.');
    expect(body).toMatch(/<th scope="row">Sí<\/th> <td>0<\/td><td>2<\/td>/);
  });

  it('are none where nobody answered', () => {
    const body = bodyOf({ ...survey, answered: 0 });
    expect(body).toContain('Encara no ha respost ningú.');
    expect(body).not.toContain('<svg');
  });
});
