/**
 * Writes everything that is generated from the contracts: JSON Schemas and their history, `asyncapi.yaml`, `EVENTS.md`.
 *
 * - `--check` writes nothing, and exits with 1 naming the files that differ.
 * - `--rewrite-unreleased` starts each history again from the published one (see `ATENEU_CONTRACT_BASE` in the README).
 */
import { parseArgs } from 'node:util';

import { catalogue } from '../src/index.ts';
import { artifactsOf, differingPaths } from './artifacts/artifacts.ts';
import { historyIn, packageFolder, readGenerated, writeGenerated } from './artifacts/disk.ts';
import { readBase } from './compatibility/base.ts';
import { runScript } from './run-script.ts';

runScript(() => {
  const { values: flags } = parseArgs({
    options: { check: { type: 'boolean' }, 'rewrite-unreleased': { type: 'boolean' } },
  });
  const present = readGenerated(packageFolder);
  const history =
    flags['rewrite-unreleased'] === true
      ? readBase(packageFolder, process.env.ATENEU_CONTRACT_BASE).history
      : historyIn(present);
  const { files, problems } = artifactsOf(catalogue, history);
  if (problems.length > 0) {
    console.error(problems.join('\n'));
    console.error('Nothing was written. A change that breaks a published version is a new version of the event.');
    return false;
  }
  const paths = differingPaths(files, present);
  if (flags.check !== true) {
    writeGenerated(packageFolder, files, paths);
    console.log(`generate: ${catalogue.length} contracts, ${paths.length} of ${files.size} files written`);
    return true;
  }
  if (paths.length > 0) {
    console.error(`Not what the contracts say; run \`npm run generate -w packages/events\`:\n  ${paths.join('\n  ')}`);
    return false;
  }
  console.log(`generate --check: ${files.size} files are what the ${catalogue.length} contracts say`);
  return true;
});
