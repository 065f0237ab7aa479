import { newId } from '@ateneu/kernel';
import type { Transaction } from '@ateneu/persistence';

import { decideReferral, type ReferralStore } from '../referral/index.ts';
import { modalityMismatch, projectNotFound } from './accompaniment.errors.ts';
import type { OpenAccompaniment } from './accompaniment.store.ts';
import type { ExistingAccompaniment, Modality } from './accompaniment.ts';
import { ProjectEntity, toProjectColumns } from './project.entity.ts';
import type { Project } from './project.ts';

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

/** Makes a project in a transaction that is already open, and gives its id. */
export async function createProject(
  tx: Transaction,
  project: Omit<Project, 'id'>,
  at: Date,
  id: string = newId(),
): Promise<string> {
  tx.em.create(
    ProjectEntity,
    { ...toProjectColumns({ id, ...project }), version: 1, listing: null, createdAt: at, updatedAt: at },
    { persist: true },
  );
  // The ORM knows of no relation between the two, and might write the accompaniment first.
  await tx.em.flush();
  return id;
}

async function existingProject(tx: Transaction, id: string): Promise<string> {
  const found = await tx.em.findOne(ProjectEntity, { id });
  if (found === null) throw projectNotFound();
  return id;
}
