import { defineEntity, p } from '@mikro-orm/core';

import type { Listing, Project, ProjectContact } from './project.ts';

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
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
  },
});

/** A new project as columns. */
export function toProjectColumns(project: Project) {
  return {
    id: project.id,
    name: project.name,
    description: project.description,
    sector: project.sector ?? null,
    neighbourhood: project.neighbourhood ?? null,
    groupSize: project.groupSize ?? null,
    contact: project.contact ?? null,
  };
}
