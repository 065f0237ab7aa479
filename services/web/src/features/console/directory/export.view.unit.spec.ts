import { describe, expect, it } from 'vitest';

import { textsFor } from '../../../texts/index.ts';
import { type Export, exportProgress } from './export.view.ts';

const waiting: Export = {
  id: '019ac000-0000-7000-8000-000000000000',
  status: 'waiting',
  format: 'csv',
  filters: {},
  total: null,
  processed: 0,
  size: 0,
  asOf: null,
  failure: null,
  takenAway: null,
  createdBy: 'Tània Soler',
  own: true,
  createdAt: '2026-11-26T08:00:00.000Z',
  updatedAt: '2026-11-26T08:00:00.000Z',
  expiresAt: null,
};

describe.each(['ca', 'es'] as const)('where an export stands, in %s', (language) => {
  const t = textsFor(language);
  const d = t.consoleDirectory;
  const shown = (changes: Partial<Export>): string =>
    String(exportProgress({ t, language, at: (path) => path }, { ...waiting, ...changes }));

  it.each<[string, Partial<Export>, string]>([
    ['its process was interrupted again and again', { status: 'failed', failure: 'interrupted' }, d.exportInterrupted],
    ['an initiative cannot be written', { status: 'failed', failure: 'unwritable' }, d.exportUnwritable],
    ['its time is over', { status: 'expired', takenAway: 'age' }, d.exportTooOld],
    ['somebody was erased', { status: 'expired', takenAway: 'erasure' }, d.exportErased],
  ])('is said in one sentence where there is no file because %s, and nothing is at work', (_why, changes, sentence) => {
    const page = shown(changes);
    expect(page).toContain(sentence);
    expect(page.match(/class="notice/g)).toHaveLength(1);
    expect(page).not.toMatch(/data-working|<progress/);
  });

  it('is a bar that moves while it is written, and one without an end before it is known how long it is', () => {
    expect(shown({})).toMatch(/data-working[\s\S]*<progress aria-label=/);
    const page = shown({ status: 'writing', total: 12_000, processed: 1_500 });
    expect(page).toContain('<progress max="12000" value="1500"');
    expect(page).toContain(`href="/exports/${waiting.id}"`);
    expect(page).not.toContain('class="notice');
  });

  it('has nothing to add where the file is ready', () => {
    expect(shown({ status: 'ready', total: 3, processed: 3 })).not.toMatch(/data-working|<progress|class="notice/);
  });
});
