import { runService } from '@ateneu/service-kit';

import { compose, openServiceDatabase } from './composition.ts';
import { readConfig } from './config.ts';

await runService({ name: 'accompaniment', readConfig, compose, migrate: openServiceDatabase });
