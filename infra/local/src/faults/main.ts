/**
 * Runs the real services under load, breaks what they stand on, heals it, and compares what clients were told with what
 * is there. Exits 1 where a promise was broken, naming it and the seed.
 */
import { type Options, readOptions, usage } from './options.ts';
import { run } from './run.ts';

let options: Options;
try {
  options = readOptions(process.argv.slice(2));
} catch (error) {
  console.error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
  process.exit(2);
}
process.exitCode = (await run(options)) ? 0 : 1;
