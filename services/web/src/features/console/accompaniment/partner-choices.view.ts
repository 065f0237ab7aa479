import type { DeskView } from '../../../shell/desk-page.ts';
import type { Modality } from '../../../ui/cases.ts';
import type { Choice } from '../../../ui/form.ts';
import { settle } from '../../../upstream/answer.ts';

/** Partners to refer a project to, the most fitting first; one choice that is none and says so where they cannot be had. */
export async function partnerChoices(
  view: DeskView,
  project: { modality?: Modality; sector?: string; neighbourhood?: string } = {},
): Promise<Choice[]> {
  const answer = await settle(
    view.api.accompaniment.GET('/v1/staff/partner-suggestions', { params: { query: project } }),
  );
  if (answer.kind === 'ok') return answer.data.items.map(({ id, name }) => ({ value: id, text: name }));
  return [{ value: '', text: view.t.shell.partDown(view.t.consolePartners.partPartners) }];
}
