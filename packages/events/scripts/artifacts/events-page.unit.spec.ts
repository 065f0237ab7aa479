import { describe, expect, it } from 'vitest';

import { catalogue, enrolmentWaitlisted, partnerReferralDeclined } from '../../src/index.ts';
import { eventsPageOf } from './events-page.ts';

const page = eventsPageOf(catalogue);
const sectionOf = (heading: string): string => page.split(`### ${heading}\n`)[1]?.split('\n### ')[0] ?? '';

describe('the page of events', () => {
  it('has a section for each event, which its row in the overview leads to', () => {
    for (const { service, aggregate, event, version, summary, type } of catalogue) {
      const heading = `${service}.${aggregate}.${event}.v${version}`;
      expect(page).toContain(`](#${heading.replaceAll('.', '')}) | ${summary} |`);
      expect(sectionOf(heading)).toContain(`\`${type}\``);
    }
  });

  it('says who consumes an event', () => {
    expect(page).toMatch(/`delivery\.failed\.v1`\]\(.*\) \| .* \| training \|/);
    expect(page).toMatch(/`partner-referral\.closed\.v1`\]\(.*\) \| .* \| the partner \|/);
  });

  it('marks personal data, and fields that may be missing', () => {
    const section = eventsPageOf([enrolmentWaitlisted]);
    expect(section).toContain('| 🔒 `personal.email` | string |');
    expect(section).toContain('| _`venue`_ | string |');
    expect(section).toContain('| `position` | integer |');
    expect(eventsPageOf([partnerReferralDeclined]).split('## Codes')[0]?.split('\n## ')[1]).not.toContain('🔒');
  });

  it('lists every code with its labels', () => {
    expect(page).toContain(
      '| `no-capacity` | Ara mateix no hi ha disponibilitat | Ahora mismo no hay disponibilidad |',
    );
  });
});
