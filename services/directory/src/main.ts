import { runService } from '@ateneu/service-kit';

import { compose, openDirectoryDatabase } from './composition.ts';
import { readConfig } from './config.ts';

await runService({ name: 'directory', readConfig, compose, migrate: openDirectoryDatabase });
