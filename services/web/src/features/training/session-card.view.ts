import type { LocalizedText } from '@ateneu/kernel';

import { html, type Html } from '../../html.ts';
import type { View } from '../../shell/view.ts';
import { period } from '../../ui/dates.ts';
import { badge } from '../../ui/parts.ts';

/** As much of a session as a list shows. */
export interface ListedSession {
  readonly id: string;
  readonly title: LocalizedText;
  readonly summary: LocalizedText | null;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly status: 'published' | 'in-progress' | 'held' | 'cancelled';
  readonly mode: 'in-person' | 'online' | 'hybrid';
  readonly venue: string | null;
  readonly placesLeft: number;
  readonly waiting: number;
  readonly availability: string;
}

/** How a session is attended. */
export function modeName(view: Pick<View, 't'>, mode: ListedSession['mode']): string {
  const { inPerson, online, hybrid } = view.t.training;
  return { 'in-person': inPerson, online, hybrid }[mode];
}

/** Whether there is a place, in a few words. */
export function availabilityBadge(
  view: Pick<View, 't'>,
  session: Pick<ListedSession, 'availability' | 'status' | 'placesLeft' | 'waiting'>,
): Html {
  const t = view.t.training;
  switch (session.availability) {
    case 'open':
      return badge('good', t.placesLeft(session.placesLeft));
    case 'waiting-list':
      return badge('attention', session.waiting === 0 ? t.waitingList : t.waitingCount(session.waiting));
    case 'full':
      return badge('attention', t.full);
    case 'not-yet-open':
      return badge('neutral', t.notYetOpen);
    case 'cancelled':
      return badge('bad', t.cancelled);
    case 'started':
      return badge('neutral', session.status === 'held' ? t.held : t.started);
    default:
      return badge('neutral', t.closed);
  }
}

/** A session in a list. */
export function sessionCard(view: View, session: ListedSession): Html {
  return html`<li class="card">
    <h3><a href="${view.href('session', { id: session.id })}">${view.say(session.title)}</a></h3>
    <p class="when">${period(view.language, session.startsAt, session.endsAt)}</p>
    <p>${view.say(session.summary)}</p>
    <p class="words">
      <span>${modeName(view, session.mode)}${session.venue !== null && `, ${session.venue}`}</span>
      ${availabilityBadge(view, session)}
    </p>
  </li>`;
}
