/**
 * Writes `src/upstream/generated`: `npm run generate -w services/web`. The services' documents come from a platform that
 * is started for it, or from one that runs: `npm run generate -w services/web -- http://localhost:4000`.
 */
import { writeFile } from 'node:fs/promises';

import { startPlatform } from '../test/e2e/platform.ts';
import { clientTypes, format, readDocuments, typesFile } from './client-types.ts';

const [origin] = process.argv.slice(2);
const platform = origin === undefined ? await startPlatform() : undefined;
try {
  const files = await clientTypes(await readDocuments(platform?.origin ?? origin ?? ''));
  for (const [service, text] of files) await writeFile(typesFile(service), format(text));
  console.log(`Written: ${[...files.keys()].join(', ')}.`);
} finally {
  await platform?.stop();
}
