import { describe, expect, it } from 'vitest';

import { playStory } from '../../test/play-story.ts';
import { ateneu, ateneuJson } from '../../test/run-ateneu.ts';
import { readSpans, type TracedSpan } from './read-spans.ts';
import { selectTrace } from './show-trace.ts';

describe('the trace of a referral', { timeout: 90_000 }, () => {
  it('is one, from the partner’s request to the e-mail that another service sent, and names nobody', async () => {
    await playStory();
    const path = async (): Promise<string[]> => {
      const spans = await ateneuJson<TracedSpan[]>('trace', '--name', 'process accompaniment.referral.received');
      const step = (span: TracedSpan | undefined): string[] =>
        span === undefined
          ? []
          : [...step(spans.find(({ spanId }) => spanId === span.parentSpanId)), `${span.service}: ${span.name}`];
      return step(spans.find(({ name }) => name === 'publish notifications.delivery.sent'));
    };
    await expect
      .poll(path)
      .toEqual([
        'accompaniment: POST /v1/partner/referrals',
        'accompaniment: transaction',
        'accompaniment: publish accompaniment.referral.received',
        'notifications: process accompaniment.referral.received',
        'notifications: transaction',
        'notifications: deliver message',
        'notifications: publish notifications.delivery.sent',
      ]);
    // Each service writes its spans for itself, and the newest trace may be another one by now.
    const shown = async (): Promise<string> =>
      (await ateneu('trace', '--name', 'process accompaniment.referral.received')).out;
    await expect.poll(shown).toMatch(/^trace [0-9a-f]{32}: \d+ spans, 2 services[\s\S]*POST \/v1\/partner\/referrals/);
    const everything = JSON.stringify(await ateneuJson('trace', '--name', 'POST /v1/partner/referrals'));
    expect(everything).not.toMatch(/Fàtima|example\.org/);
  });

  it('that nobody recorded is told as missing', async () => {
    expect(await ateneu('trace', 'ffff')).toMatchObject({ code: 1, out: 'No such trace.\n' });
    expect((await ateneu('trace', '--file', '/nowhere')).err).toContain('npm start -- --trace');
  });
});

describe('a file of traces', () => {
  it('is read past a line that was cut short', () => {
    const span = { traceId: 'a', spanId: 'b', name: 'n', startTimeUnixNano: '1000000', endTimeUnixNano: '2000000' };
    const line = JSON.stringify({ resourceSpans: [{ scopeSpans: [{ spans: [span] }] }] });
    expect(readSpans(`${line}\n${line.slice(0, 20)}`)).toMatchObject([{ name: 'n', startMs: 1, endMs: 2 }]);
    expect(selectTrace(readSpans(line), { name: 'other' })).toEqual([]);
  });
});
