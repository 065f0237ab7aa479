import { runService } from '@ateneu/service-kit';

import { compose, openTrainingDatabase } from './composition.ts';
import { readConfig } from './config.ts';

await runService({ name: 'training', readConfig, compose, migrate: openTrainingDatabase });
