import { runService } from '@ateneu/service-kit';

import { compose, openDirectoryDatabase } from './composition.ts';
import { readConfig } from './config.ts';
import { runRepublish } from './republish.command.ts';

// One command more than every service has.
if (process.argv[2] === 'republish') await runRepublish();
else await runService({ name: 'directory', readConfig, compose, migrate: openDirectoryDatabase });
