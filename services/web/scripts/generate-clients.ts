/** Writes `src/upstream/generated` from a running platform: `npm run generate -w services/web [-- http://localhost:4000]`. */
import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { clientTypes, readDocuments, typesFile } from './client-types.ts';

const documents = await readDocuments(process.argv[2] ?? 'http://localhost:4000');
const files = await clientTypes(documents);
for (const [service, text] of files) await writeFile(typesFile(service), text);
execFileSync(join(import.meta.dirname, '../../../node_modules/.bin/oxfmt'), [...files.keys()].map(typesFile));
console.log(`Written: ${[...files.keys()].join(', ')}.`);
