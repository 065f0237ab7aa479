import { html, type Html } from '../html.ts';

/** One bar: what it is called, how long it is, and what stands beside it. */
export interface Bar {
  readonly label: string;
  readonly value: number;
  readonly text: string;
  /** Of how it was before, beside one of how it is: drawn in the colour of what is past. */
  readonly past?: boolean;
}

// As wide as a telephone, so that its words stay legible there: each label stands above its bar.
const [width, rowHeight, left, right] = [440, 50, 0, 70];

/**
 * Horizontal bars, as a drawing without any style of its own. The numbers belong in a table beside it: the drawing says
 * nothing that is not said there.
 */
export function bars(name: string, items: readonly Bar[], { most, mark }: { most: number; mark?: number }): Html {
  const unit = (width - left - right) / Math.max(most, 1);
  const height = items.length * rowHeight;
  return html`<figure class="picture picture-bars">
    <svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${name}">
      ${items.map(({ label, value, text, past = false }, index) => {
        const y = index * rowHeight + 6;
        const length = Math.max(0, value * unit);
        return html`<text x="0" y="${y + 12}">${label}</text>
          <rect
            class="${past ? 'bar-before' : 'bar-after'}"
            x="${left}"
            y="${y + 18}"
            width="${length}"
            height="18"
            rx="2"
          ></rect>
          <text class="bar-value" x="${left + length + 6}" y="${y + 32}">${text}</text>`;
      })}
      ${
        mark !== undefined &&
        html`<line class="bar-mark" x1="${left + mark * unit}" x2="${left + mark * unit}" y1="0" y2="${height}"></line>`
      }
    </svg>
  </figure>`;
}
