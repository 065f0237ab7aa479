import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { serviceNames } from '@ateneu/local/settings';
import { describe, expect, it } from 'vitest';

import { projectRoot, variablesOf } from '../../test/service-source.ts';
import {
  composeVariables,
  kustomizeVariables,
  leftOut,
  leftToDefaults,
  sharedVariables,
} from '../../test/variables.ts';

const read = (path: string): Promise<string> => readFile(join(projectRoot, path), 'utf8');
const all = [...serviceNames, 'web'] as const;

const compose = composeVariables(await read('docker-compose.yml'));
const shared = sharedVariables(await read('infra/kubernetes/overlays/example/kustomization.yaml'));
const deployment = await read('infra/kubernetes/base/service/deployment.yaml');
const job = await read('infra/kubernetes/base/migration/job.yaml');
const inKubernetes = async (base: string, folder: string): Promise<string[]> => [
  ...kustomizeVariables(base, await read(`infra/kubernetes/services/${folder}/kustomization.yaml`)),
  ...shared,
];

/** What is read and neither set nor left to its default, and what is set and not read. */
const compare = (reads: readonly string[], set: readonly string[], left: readonly string[]) => ({
  forgotten: reads.filter((name) => !set.includes(name) && !left.includes(name)),
  unread: set.filter((name) => !reads.includes(name)),
});

describe.each(all)('every variable that %s reads', { timeout: 60_000 }, (service) => {
  it('is set or knowingly left to its default in the Compose file', async () => {
    const reads = await variablesOf(service);
    const set = compose.get(service) ?? [];
    expect(compare(reads.all, set, [...leftToDefaults, ...leftOut.compose])).toEqual({ forgotten: [], unread: [] });
    expect(reads.required.filter((name) => !set.includes(name))).toEqual([]);
  });

  it('is set or knowingly left to its default in Kubernetes', async () => {
    const reads = await variablesOf(service);
    const set = await inKubernetes(deployment, service);
    const { forgotten, unread } = compare(reads.all, set, [...leftToDefaults, ...leftOut.kubernetes]);
    expect(forgotten).toEqual([]);
    // The config map is everybody's, and nobody reads all of it.
    expect(unread.filter((name) => !shared.includes(name))).toEqual([]);
    expect(reads.required.filter((name) => !set.includes(name))).toEqual([]);
  });

  it.skipIf(service === 'web')('is there for its migrations, where it cannot be left out', async () => {
    const { required } = await variablesOf(service);
    const inCompose = compose.get(`${service}-migrate`) ?? [];
    const inJob = await inKubernetes(job, `${service}/migration`);
    expect(required.filter((name) => !inCompose.includes(name))).toEqual([]);
    expect(required.filter((name) => !inJob.includes(name))).toEqual([]);
  });
});

it('what all share is read by some service, and nothing is left to defaults that nobody reads', async () => {
  const reads = new Set((await Promise.all(all.map(variablesOf))).flatMap(({ all: names }) => names));
  expect(shared.filter((name) => !reads.has(name))).toEqual([]);
  const left = [...leftToDefaults, ...leftOut.compose, ...leftOut.kubernetes];
  expect(left.filter((name) => !reads.has(name))).toEqual([]);
});
