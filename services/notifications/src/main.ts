import { runService } from '@ateneu/service-kit';

import { compose, openNotificationsDatabase } from './composition.ts';
import { readConfig } from './config.ts';

await runService({ name: 'notifications', readConfig, compose, migrate: openNotificationsDatabase });
