import type { Transaction } from '@ateneu/persistence';

import { createProject, lockProject } from '../project/index.ts';
import { decideReferral, type ReferralStore } from '../referral/index.ts';
import { modalityMismatch } from './accompaniment.errors.ts';
import type { OpenAccompaniment } from './accompaniment.store.ts';
import type { ExistingAccompaniment, Modality } from './accompaniment.ts';

/** What accompaniments need of referrals. */
export type ReferralUpdates = Pick<ReferralStore, 'updateIn'>;

/** Finds or makes the project that an accompaniment is for. A referral is started on the way, and gives its contents. */
export async function resolveOrigin(
  tx: Transaction,
  referrals: ReferralUpdates,
  origin: OpenAccompaniment['origin'],
  asked: Modality | undefined,
  at: Date,
): Promise<{ projectId: string; modality: Modality; referralId?: string }> {
  switch (origin.kind) {
    case 'new':
      return { projectId: await createProject(tx, origin.project, at), modality: asked ?? 'creation' };
    case 'project':
      return { projectId: await existingProject(tx, origin.projectId), modality: asked ?? 'creation' };
    case 'referral': {
      const { referralId } = origin;
      const { state: referral } = await referrals.updateIn(tx, referralId, (state) =>
        decideReferral({ type: 'start', by: 'ateneu', at }, state),
      );
      const { modality, project, person } = referral;
      if (asked !== undefined && asked !== modality) throw modalityMismatch({ expected: modality });
      const projectId =
        origin.projectId === undefined
          ? await createProject(tx, { ...project, contact: person }, at)
          : await existingProject(tx, origin.projectId);
      return { projectId, modality, referralId };
    }
  }
}

/** A referral ends with the accompaniment it led to, and its partner learns the outcome. */
export async function closeLinkedReferral(
  tx: Transaction,
  referrals: ReferralUpdates,
  state: ExistingAccompaniment,
  at: Date,
): Promise<void> {
  if (state.referralId === undefined || (state.status !== 'completed' && state.status !== 'abandoned')) return;
  const outcome = state.status === 'completed' ? state.outcome.kind : 'none';
  await referrals.updateIn(tx, state.referralId, (referral) =>
    decideReferral({ type: 'close', by: 'ateneu', outcome, at }, referral),
  );
}

/** Under its lock, so that it is not merged away meanwhile. */
async function existingProject(tx: Transaction, id: string): Promise<string> {
  return (await lockProject(tx, id)).id;
}
