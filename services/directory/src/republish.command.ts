import { createLogger } from '@ateneu/service-kit';
import { assertSchemaUsable } from '@ateneu/persistence';

import { openDirectoryDatabase } from './composition.ts';
import { readConfig } from './config.ts';
import { republish } from './republish.ts';

/** `node src/main.ts republish`, with the service's own environment. A failure is one message and status 1. */
export async function runRepublish(): Promise<void> {
  try {
    const config = readConfig(process.env);
    const logger = createLogger({ service: 'directory', level: config.LOG_LEVEL });
    const database = await openDirectoryDatabase(config, { logger });
    try {
      await assertSchemaUsable(database);
      const count = await republish(database, new Date());
      process.stdout.write(`Republished: ${count} initiatives.\n`);
    } finally {
      await database.close();
    }
  } catch (error) {
    process.stderr.write(`directory: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
