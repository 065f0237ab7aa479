import { platformMigrations } from '@ateneu/persistence';
import { keptWorkbooks } from '@ateneu/service-kit/kept-workbooks';

import { AccompanimentEntity } from '../features/accompaniment/index.ts';
import { IntakeEntity } from '../features/intake/index.ts';
import { PartnerEntity } from '../features/partner/index.ts';
import { ProjectEntity } from '../features/project/index.ts';
import { ReferralEntity } from '../features/referral/index.ts';
import { partners } from './migrations/202611240100_partners.ts';
import { referrals } from './migrations/202611240110_referrals.ts';
import { accompaniments } from './migrations/202611240120_accompaniments.ts';
import { referralChains } from './migrations/202611240130_referral_chains.ts';
import { partnerFeed } from './migrations/202611240140_partner_feed.ts';
import { intake } from './migrations/202611240150_intake.ts';
import { partnerAnnouncements } from './migrations/202611251600_partner_announcements.ts';
import { accessLinks } from './migrations/202611251610_access_links.ts';
import { partnerUsage } from './migrations/202611251620_partner_usage.ts';
import { projects } from './migrations/202611251630_projects.ts';
import { conduct } from './migrations/202611251640_conduct.ts';
import { leads } from './migrations/202611251650_leads.ts';
import { jobInsertions } from './migrations/202611251700_job_insertions.ts';
import { privacy } from './migrations/202611251710_privacy.ts';
import { targets } from './migrations/202611251720_targets.ts';
import { partnerSignIn } from './migrations/202611260110_partner_sign_in.ts';
import { refusals } from './migrations/202611260120_refusals.ts';
import { sessionCorrections } from './migrations/202611260130_session_corrections.ts';
import { targetVersions } from './migrations/202611260510_target_versions.ts';

/** Every table of the service that the ORM maps. */
export const entities = [PartnerEntity, ReferralEntity, ProjectEntity, AccompanimentEntity, IntakeEntity];

/** Every migration of the service, oldest first. */
export const migrations = [
  ...platformMigrations,
  partners,
  referrals,
  accompaniments,
  referralChains,
  partnerFeed,
  intake,
  partnerAnnouncements,
  accessLinks,
  partnerUsage,
  projects,
  conduct,
  leads,
  jobInsertions,
  privacy,
  targets,
  partnerSignIn,
  refusals,
  sessionCorrections,
  targetVersions,
  keptWorkbooks,
];
