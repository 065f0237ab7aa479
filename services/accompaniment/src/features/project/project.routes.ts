import type { Clock } from '@ateneu/kernel';
import type { Database } from '@ateneu/persistence';
import type { App } from '@ateneu/service-kit';

import { editProjects } from './edit-projects.route.ts';
import { manageMembers } from './manage-members.route.ts';
import type { MemberStore } from './member.store.ts';
import { ownInvitation } from './own-invitation.route.ts';
import type { ProjectStore } from './project.store.ts';
import { readProjects } from './read-projects.route.ts';

/** What the feature's routes work with. */
export interface RouteContext {
  app: App;
  store: ProjectStore;
  members: MemberStore;
  database: Database;
  clock: Clock;
}

/** Every use case of projects and their groups over HTTP. */
export function projectRoutes(context: RouteContext): void {
  readProjects(context);
  editProjects(context);
  manageMembers(context);
  ownInvitation(context);
}
