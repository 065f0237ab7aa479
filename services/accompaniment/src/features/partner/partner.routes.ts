import type { Clock } from '@ateneu/kernel';
import type { Broker } from '@ateneu/messaging';
import type { Database } from '@ateneu/persistence';
import type { App } from '@ateneu/service-kit';

import { adviseOnPartners } from './advise-on-partners.route.ts';
import { issueCredentials } from './issue-credentials.route.ts';
import { onboardPartner } from './onboard-partner.route.ts';
import type { CredentialsDesk } from './partner.credentials.ts';
import type { PartnerStore } from './partner.store.ts';
import type { ClaimsSync } from './partner-claims.sync.ts';
import type { SignInDesk, SignInPolicy } from './partner-sign-in.desk.ts';
import { ownCredentials } from './own-credentials.route.ts';
import { readRegistry } from './read-registry.route.ts';
import { signIn } from './sign-in.route.ts';
import { suspendPartner } from './suspend-partner.route.ts';

/** What the feature's routes work with. */
export interface RouteContext {
  app: App;
  store: PartnerStore;
  desk: CredentialsDesk;
  claims: ClaimsSync;
  broker: Broker;
  database: Database;
  clock: Clock;
  /** Where partners reach the broker. */
  servers: readonly string[];
  signInDesk: SignInDesk;
  signInPolicy: SignInPolicy;
}

/** Every use case of partners over HTTP. */
export function partnerRoutes(context: RouteContext): void {
  readRegistry(context);
  onboardPartner(context);
  issueCredentials(context);
  suspendPartner(context);
  adviseOnPartners(context);
  signIn(context);
  ownCredentials(context);
}
