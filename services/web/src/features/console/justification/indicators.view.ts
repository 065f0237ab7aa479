import { html, type Html } from '../../../html.ts';
import type { DeskView } from '../../../shell/desk-page.ts';
import { bars } from '../../../ui/charts.ts';
import { table } from '../../../ui/lists.ts';

interface Indicator {
  readonly label: Parameters<DeskView['say']>[0];
  readonly value: number;
  readonly target: number | null;
  readonly percent: number | null;
}

/** How a call goes against what was promised: each indicator as a share of its target, and in numbers. */
export function indicatorChart(view: DeskView, items: readonly Indicator[]): Html {
  const t = view.t.consolePartners;
  const promised = items.filter(({ percent }) => percent !== null);
  return html`${
    promised.length > 0 &&
    bars(
      t.indicatorsPicture,
      promised.map(({ label, percent }) => ({
        label: view.plain(label),
        value: Math.min(percent ?? 0, 120),
        text: `${percent ?? 0} %`,
      })),
      { most: 120, mark: 100 },
    )
  }
  ${table(view, t.indicators, {
    headings: [t.indicator, t.reached, t.target, '%'],
    rows: items.map(({ label, value, target, percent }) => [view.say(label), value, target ?? '—', percent ?? '—']),
  })}`;
}
