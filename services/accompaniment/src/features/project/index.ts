export { createMemberStore } from './member.store.ts';
export { onInitiativePublished } from './on-initiative-published.subscriber.ts';
export { ProjectEntity } from './project.entity.ts';
export { projectNotFound } from './project.errors.ts';
export { projectRoutes } from './project.routes.ts';
export { projectFrom, projectSchema, projectViewSchema } from './project.schemas.ts';
export { createProject, createProjectStore, lockProject } from './project.store.ts';
export type { Project, ProjectContact } from './project.ts';
export { type ProjectView, readProject } from './read-projects.query.ts';
