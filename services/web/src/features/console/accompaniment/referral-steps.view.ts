import { html, type Html } from '../../../html.ts';
import type { DeskView } from '../../../shell/desk-page.ts';
import { type CodeNames, declineReasons, outcomes } from '../../../ui/cases.ts';
import { type Choice, emptyForm, formWriter } from '../../../ui/form.ts';
import { consentFields } from '../../../ui/referral-form.ts';
import { folded, step } from '../../../ui/lists.ts';

interface Referral {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly direction: 'inbound' | 'outbound';
  readonly consent: object | null;
}

/** What the ateneu may do with a referral where it stands: as its sender, or as its receiver. */
export function referralSteps(view: DeskView, referral: Referral, codes: CodeNames, partners: readonly Choice[]): Html {
  const { cases: t, desk: words } = view.t;
  const { id, version, status, direction, consent } = referral;
  const at = (name: string) => view.at(`/referrals/${id}/${name}`);
  const form = formWriter(view, emptyForm);
  const current = form.hidden('version', String(version));
  const submit = (text: string) => html`<button class="button" type="submit">${text}</button>`;
  const open = ['draft', 'sent', 'received', 'accepted', 'in-progress'].includes(status);
  const mine = direction === 'outbound';
  const toAnswer = !mine && (status === 'sent' || status === 'received');
  const parts: (Html | false)[] = [
    mine && status === 'draft' && consent !== null && step(view, at('send'), t.send, { version }),
    toAnswer && step(view, at('accept'), t.accept, { version }),
    !mine &&
      status === 'accepted' &&
      view.form(view.at('/accompaniments/new'), form.hidden('referralId', id), submit(t.openAccompaniment)),
    mine &&
      ['draft', 'sent', 'received', 'accepted'].includes(status) &&
      step(view, at('withdraw'), t.withdraw, { version, sure: true }),
    open && consent !== null && step(view, at('withdraw-consent'), t.withdrawConsent, { version, sure: true }),
  ];
  const declining = folded(
    t.decline,
    view.form(
      at('decline'),
      current,
      form.radios('reasonCode', words.reason, codes.choices('declineReasons', declineReasons), { required: true }),
      form.area('note', words.note, { rows: 2 }),
      submit(t.decline),
    ),
  );
  const closing = folded(
    t.close,
    view.form(
      at('close'),
      current,
      form.radios('outcome', t.outcome, codes.choices('outcomes', outcomes), { required: true }),
      submit(t.close),
    ),
  );
  const rerouting = folded(
    t.reroute,
    view.form(
      at('reroute'),
      current,
      form.select('partnerId', t.partner, partners, { required: true }),
      consentFields(view, form),
      submit(t.reroute),
    ),
  );
  const consenting = folded(
    t.recordConsent,
    view.form(at('consent'), current, consentFields(view, form), submit(t.recordConsent)),
    true,
  );
  return html`<div class="actions">${parts}</div>
    ${mine && status === 'draft' && consent === null && consenting} ${toAnswer && declining} ${toAnswer && rerouting}
    ${!mine && (status === 'accepted' || status === 'in-progress') && closing}`;
}
