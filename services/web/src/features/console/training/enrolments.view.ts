import { html, type Html } from '../../../html.ts';
import type { DeskView } from '../../../shell/desk-page.ts';
import { time } from '../../../ui/dates.ts';
import { badge } from '../../../ui/parts.ts';
import { step, table } from '../../../ui/lists.ts';

/** The states of an enrolment. */
export type EnrolmentStatus = 'confirmed' | 'waiting' | 'attended' | 'absent' | 'cancelled' | 'offered';

interface Enrolment {
  readonly id: string;
  readonly version: number;
  readonly status: EnrolmentStatus;
  readonly name: string;
  readonly email: string;
  readonly phone: string | null;
  readonly enrolledAt: string;
  readonly walkIn: boolean;
  readonly emailBouncedAt: string | null;
}

/** What a state of an enrolment is called. */
export function enrolmentStatusName(
  { t: { consoleSessions: t, consoleCourses: c } }: DeskView,
  status: EnrolmentStatus,
): string {
  const names: Record<EnrolmentStatus, string> = {
    confirmed: t.confirmed,
    waiting: t.waiting,
    offered: c.offered,
    attended: t.attended,
    absent: t.absent,
    cancelled: t.cancelled,
  };
  return names[status];
}

/** Who is enrolled, in the order they came. */
export function enrolmentTable(view: DeskView, sessionId: string, items: readonly Enrolment[]): Html {
  const { consoleSessions: t, desk: words, training } = view.t;
  return table(view, t.enrolments, {
    headings: [words.person, words.status, training.phone, training.email, words.created, words.actions],
    rows: items.map(({ id, version, status, name, email, phone, enrolledAt, walkIn, emailBouncedAt }) => [
      html`<a href="${view.at(`/sessions/${sessionId}/enrolments/${id}`)}">${name}</a>`,
      html`${badge(status === 'confirmed' || status === 'attended' ? 'good' : status === 'waiting' ? 'attention' : 'neutral', enrolmentStatusName(view, status))}
      ${walkIn && badge('neutral', t.walkInBadge)}`,
      phone !== null && html`<a href="tel:${phone}">${phone}</a>`,
      html`<a href="mailto:${email}">${email}</a> ${emailBouncedAt !== null && badge('bad', t.bounced)}`,
      time(view.language, 'short', enrolledAt),
      (status === 'confirmed' || status === 'waiting' || status === 'offered') &&
        step(view, view.at(`/sessions/${sessionId}/enrolments/${id}/cancel`), t.cancelEnrolment, {
          version,
          sure: true,
        }),
    ]),
  });
}
