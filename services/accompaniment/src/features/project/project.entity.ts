import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

import type { Listing, Project, ProjectContact, ProjectProfile, ProjectStatus } from './project.ts';

/** The row of a project. */
export const ProjectEntity = defineEntity({
  name: 'Project',
  tableName: 'project',
  properties: {
    id: p.uuid().primary(),
    version: p.integer(),
    name: p.string(),
    description: p.string(),
    sector: p.string().nullable(),
    neighbourhood: p.string().nullable(),
    groupSize: p.integer().nullable(),
    contact: p.json<ProjectContact>().nullable(),
    listing: p.json<Listing>().nullable(),
    status: p.string().$type<ProjectStatus>(),
    profile: p.json<ProjectProfile>(),
    tags: p.array(),
    mergedInto: p.uuid().nullable(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
  },
});

export type ProjectRow = InferEntity<typeof ProjectEntity>;

/** A project as columns. */
export function toProjectColumns(project: Project) {
  return {
    id: project.id,
    name: project.name,
    description: project.description,
    sector: project.sector ?? null,
    neighbourhood: project.neighbourhood ?? null,
    groupSize: project.groupSize ?? null,
    contact: project.contact ?? null,
    status: project.status ?? 'active',
    profile: project.profile ?? {},
    tags: [...(project.tags ?? [])],
  };
}
