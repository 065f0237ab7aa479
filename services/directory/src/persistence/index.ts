import { platformMigrations } from '@ateneu/persistence';

import { InitiativeEntity } from '../features/initiative/index.ts';
import { initiatives } from './migrations/202611240100_initiatives.ts';
import { positions } from './migrations/202611240400_positions.ts';
import { formerSlugs } from './migrations/202611240410_former_slugs.ts';
import { storageCosts } from './migrations/202611240430_storage_costs.ts';
import { revisions } from './migrations/202611251000_revisions.ts';
import { intake } from './migrations/202611251010_intake.ts';
import { fullerModel } from './migrations/202611251020_fuller_model.ts';
import { imports } from './migrations/202611251030_imports.ts';
import { news } from './migrations/202611251040_news.ts';
import { facetCounts } from './migrations/202611251050_facet_counts.ts';
import { entityCorrections } from './migrations/202611251600_entity_corrections.ts';
import { entityWords } from './migrations/202611260150_entity_words.ts';
import { exports } from './migrations/202611260700_exports.ts';
import { finder } from './migrations/202611260130_finder.ts';
import { publicChanges } from './migrations/202611240420_public_changes.ts';

/** Every table of the service that the ORM maps. */
export const entities = [InitiativeEntity];

/** Every migration of the service, oldest first. */
export const migrations = [
  ...platformMigrations,
  initiatives,
  positions,
  formerSlugs,
  publicChanges,
  storageCosts,
  revisions,
  intake,
  fullerModel,
  imports,
  news,
  facetCounts,
  entityCorrections,
  finder,
  entityWords,
  exports,
];
