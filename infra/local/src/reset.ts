/** `npm run reset`: empties the local data folder. Refuses while the platform runs. */
import { existsSync } from 'node:fs';
import { readdir, realpath, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';

import { describeFailure, StartFailure } from './platform/failure.ts';
import { findHolder, stopLeftovers } from './platform/lock.ts';
import { readSettings } from './settings.ts';

try {
  const { paths } = readSettings(process.env);
  const holder = await findHolder(paths.run);
  if (holder !== undefined) {
    throw new StartFailure(
      `The platform is running (process ${holder}): stop it first, with Ctrl-C where it runs or \`kill ${holder}\`.`,
    );
  }
  if (!existsSync(paths.data)) {
    console.log('There is no local data.');
  } else {
    if (basename(paths.data) !== '.data' && !existsSync(paths.secretsFile)) {
      throw new StartFailure(`${paths.data} does not look like the platform's data: nothing was removed.`);
    }
    const stopped = await stopLeftovers(paths.run);
    if (stopped.length > 0) console.log(`Stopped what an earlier start had left running: ${stopped.join(', ')}.`);
    for (const entry of await readdir(paths.data)) {
      const path = join(paths.data, entry);
      // As root the databases may live in a folder of their own outside, behind a link.
      const target = await realpath(path).catch(() => path);
      if (basename(target).startsWith('ateneu-data-')) await rm(target, { recursive: true, force: true });
      await rm(path, { recursive: true, force: true });
    }
    console.log(`${paths.data} is empty. The next \`npm start\` begins anew.`);
  }
} catch (error) {
  console.error(`\n✖ ${describeFailure(error)}\n`);
  process.exitCode = 1;
}
