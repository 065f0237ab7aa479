import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

import type { AccompanimentStatus } from './accompaniment-transitions.ts';
import type { AbandonReason, ExistingAccompaniment, Modality, Technician } from './accompaniment.ts';
import type { Outcome } from './outcome.ts';

/** The row of an accompaniment. Its consultancy sessions are in a table of their own. */
export const AccompanimentEntity = defineEntity({
  name: 'Accompaniment',
  tableName: 'accompaniment',
  properties: {
    id: p.uuid().primary(),
    version: p.integer(),
    status: p.string().$type<AccompanimentStatus>(),
    projectId: p.uuid(),
    modality: p.string().$type<Modality>(),
    itineraryVersion: p.integer(),
    technician: p.json<Technician>(),
    referralId: p.uuid().nullable(),
    minutes: p.integer(),
    completedPhases: p.array(),
    actuacio: p.string().nullable(),
    outcome: p.json<Outcome>().nullable(),
    reason: p.string().$type<AbandonReason>().nullable(),
    note: p.string().nullable(),
    startedAt: p.datetime().nullable(),
    endedAt: p.datetime().nullable(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
  },
});

export type AccompanimentRow = InferEntity<typeof AccompanimentEntity>;

/** The state as columns. */
export function toColumns(state: ExistingAccompaniment) {
  return {
    status: state.status,
    projectId: state.projectId,
    modality: state.modality,
    itineraryVersion: state.itineraryVersion,
    technician: state.technician,
    referralId: state.referralId ?? null,
    minutes: state.minutes,
    completedPhases: [...state.completedPhases],
    actuacio: state.actuacio ?? null,
    outcome: state.status === 'completed' ? state.outcome : null,
    reason: state.status === 'abandoned' ? state.reason : null,
    note: state.status === 'abandoned' ? (state.note ?? null) : null,
  };
}

/** The state that a row holds. */
export function toState(row: AccompanimentRow): ExistingAccompaniment {
  const common = {
    id: row.id,
    projectId: row.projectId,
    modality: row.modality,
    itineraryVersion: row.itineraryVersion,
    technician: row.technician,
    referralId: row.referralId ?? undefined,
    minutes: row.minutes,
    completedPhases: row.completedPhases,
    actuacio: row.actuacio ?? undefined,
  };
  switch (row.status) {
    case 'completed':
      if (row.outcome === null || row.outcome === undefined) {
        throw new TypeError(`Accompaniment ${row.id} has no outcome.`);
      }
      return { status: row.status, ...common, outcome: row.outcome };
    case 'abandoned':
      return { status: row.status, ...common, reason: row.reason ?? 'other', note: row.note ?? undefined };
    default:
      return { status: row.status, ...common };
  }
}
