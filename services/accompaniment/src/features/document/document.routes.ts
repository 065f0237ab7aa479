import type { Clock } from '@ateneu/kernel';
import type { Database } from '@ateneu/persistence';
import type { App } from '@ateneu/service-kit';

import type { ReferralStore } from '../referral/index.ts';
import type { DocumentStorage } from './document.storage.ts';
import type { DocumentStore } from './document.store.ts';
import { manageDocuments } from './manage-documents.route.ts';
import { shareDocuments } from './share-documents.route.ts';

/** What the feature's routes work with. */
export interface RouteContext {
  app: App;
  database: Database;
  clock: Clock;
  documents: DocumentStore;
  storage: DocumentStorage;
  referrals: ReferralStore;
}

/** Every use case of documents over HTTP. */
export function documentRoutes(context: RouteContext): void {
  manageDocuments(context);
  shareDocuments(context);
}
