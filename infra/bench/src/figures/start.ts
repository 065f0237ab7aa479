import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

import { bundleService } from '@ateneu/local/containers/service-bundle';
import { thinSourceMaps } from '@ateneu/local/containers/thin-source-map';
import type { Figure, Sample } from '../figure.ts';
import { runScript } from '../rig/run-script.ts';
import { directoryWith } from '../rig/directory.ts';
import { cpuSeconds, ownScript, serviceEnvironment, startServer } from '../rig/server.ts';

const root = resolve(import.meta.dirname, '../../../..');
/** Below `node_modules`, so that what is not bundled is found from there. */
const bundles = join(root, 'node_modules/.cache/ateneu-bench');

/** How long a service takes until it answers from its database, and what it weighs then. */
export const start: Figure = {
  name: 'start',
  title: 'Start and memory of a service',
  description:
    'The directory as its image has it: in one file with the libraries that it starts with, and with the options for Node. From ' +
    'the start of the process to the first search answered from its database, and the CPU time of the process until then, which ' +
    'other work on the machine hardly changes; then its proportional share of memory (PSS) after ten more. Beside it, made ' +
    'likewise, the least that starts with the same libraries.',
  metrics: [
    { name: 'start', unit: 'ms', goal: { kind: 'ratio', atMost: 1.3 } },
    { name: 'start, CPU', unit: 'ms' },
    { name: 'memory', unit: 'MB', goal: { kind: 'ratio', atMost: 1.3 } },
  ],
  prepare: async (bench) => {
    await runScript(join(root, 'infra/local/src/containers/bundle.ts'), [bundles]);
    await bundleService(ownScript('bare-service.ts'), join(bundles, 'bare'));
    await thinSourceMaps(join(bundles, 'bare'));
    const bare = join(bundles, 'bare/main.js');
    const url = await directoryWith(bench, 10_000);
    // No compile cache: no image has one.
    const env = {
      ...(await serviceEnvironment(bench, 'directory', url)),
      NODE_COMPILE_CACHE: undefined,
      NODE_OPTIONS: await imageOptions(),
    };
    const ours = join(bundles, 'services/directory/dist/main.js');
    const measured = (script: string, path: string): Promise<Sample> => startAndWeigh(script, path, env);
    return {
      ours: { name: 'the directory', run: () => measured(ours, '/v1/initiatives?limit=1') },
      beside: [{ name: 'bare, the same libraries', run: () => measured(bare, '/v1/things') }],
      close: async () => {},
    };
  },
};

/** What the image tells Node, which the bare one is told too. */
async function imageOptions(): Promise<string> {
  const file = await readFile(join(root, 'infra/images/Dockerfile'), 'utf8');
  const options = /^ENV NODE_OPTIONS="?([^"\n]+)"?$/m.exec(file)?.[1];
  if (options === undefined) throw new Error('The image tells Node nothing any more.');
  return options;
}

async function startAndWeigh(script: string, path: string, env: NodeJS.ProcessEnv): Promise<Sample> {
  const begun = performance.now();
  const server = await startServer(script, { env, readyPath: path });
  const startMs = performance.now() - begun;
  try {
    const startCpu = await cpuSeconds(server.pid);
    for (let time = 0; time < 10; time += 1) await (await fetch(server.url + path)).arrayBuffer();
    return { start: startMs, 'start, CPU': startCpu * 1_000, memory: await proportionalMegabytes(server.pid) };
  } finally {
    await server.stop();
  }
}

/** What a process keeps in memory, what it shares counted by its share. Linux alone tells. */
async function proportionalMegabytes(pid: number): Promise<number> {
  const text = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
  return Number(/^Pss:\s+(\d+) kB/m.exec(text)?.[1]) / 1_024;
}
