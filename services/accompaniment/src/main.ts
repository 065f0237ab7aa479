import { runService } from '@ateneu/service-kit';

import { compose, openAccompanimentDatabase } from './composition.ts';
import { readConfig } from './config.ts';

await runService({ name: 'accompaniment', readConfig, compose, migrate: openAccompanimentDatabase });
