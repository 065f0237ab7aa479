import { html, type Html } from '../../../html.ts';
import type { DeskView } from '../../../shell/desk-page.ts';
import { type CodeNames, declineReasons, type Modality, modalityChoices } from '../../../ui/cases.ts';
import { type Choice, emptyForm, formWriter } from '../../../ui/form.ts';
import { consentFields } from '../../../ui/referral-form.ts';
import { folded, step } from '../../../ui/lists.ts';

interface Intake {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly modality: Modality | 'unknown';
}

/** What is done with a request where it stands. */
export function intakeSteps(
  view: DeskView,
  { id, version, status, modality }: Intake,
  codes: CodeNames,
  partners: readonly Choice[],
): Html {
  const { cases: t, desk: words } = view.t;
  const at = (name: string) => view.at(`/intake/${id}/${name}`);
  const form = formWriter(view, emptyForm);
  const current = form.hidden('version', String(version));
  const submit = (text: string) => html`<button class="button" type="submit">${text}</button>`;
  const initial = modality === 'unknown' ? undefined : modality;
  const which = form.radios('modality', words.modality, modalityChoices(view), { required: true, initial });
  if (status === 'received')
    return html`<div class="actions">${step(view, at('acknowledge'), t.acknowledge, { version })}</div>`;
  if (status !== 'acknowledged' && status !== 'first-meeting') return html``;
  return html`${folded(
    t.setMeeting,
    view.form(
      at('meeting'),
      current,
      form.text('startsAt', t.meetingAt, { type: 'datetime-local', required: true }),
      form.text('place', t.meetingPlace, { required: true }),
      submit(t.setMeeting),
    ),
    status === 'acknowledged',
  )}
  ${status === 'first-meeting' && folded(t.accept, view.form(at('accept'), current, which, submit(t.accept)), true)}
  ${folded(
    t.refer,
    view.form(
      at('refer'),
      current,
      form.select('partnerId', t.partner, partners, { required: true }),
      which,
      consentFields(view, form),
      submit(t.refer),
    ),
  )}
  ${folded(
    t.decline,
    view.form(
      at('decline'),
      current,
      form.radios('reasonCode', words.reason, codes.choices('declineReasons', declineReasons), { required: true }),
      form.area('note', words.note, { rows: 2 }),
      submit(t.decline),
    ),
  )}`;
}
