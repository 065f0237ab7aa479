import { runService } from '@ateneu/service-kit';

import { compose } from './composition.ts';
import { readConfig } from './config.ts';

await runService({ name: 'web', readConfig, compose });
