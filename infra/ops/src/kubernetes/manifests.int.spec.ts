import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { glob, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';

import { describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';

const run = promisify(execFile);
const root = join(import.meta.dirname, '../../../..');
const folder = join(root, 'infra/kubernetes');
const kustomize = await findKustomize();

interface Resource {
  apiVersion: string;
  kind: string;
  metadata: { name: string; namespace?: string };
  spec: Record<string, unknown>;
}
interface Kustomization {
  resources: string[];
  images: { newName: string }[];
}

async function findKustomize(): Promise<readonly [string, ...string[]] | undefined> {
  const candidates = [
    ['kustomize', 'build'],
    ['kubectl', 'kustomize'],
  ] as const;
  for (const [command, verb] of candidates) {
    const works = await run(command, [verb, join(folder, 'services/training')]).then(
      () => true,
      () => false,
    );
    if (works) return [command, verb];
  }
  return undefined;
}

function documentsOf(text: string): Resource[] {
  return parseAllDocuments(text)
    .map((document) => document.toJS() as Resource | null)
    .filter((resource) => resource !== null);
}

/** @throws Error with what the API's own schema says against a resource */
async function validate(resource: Resource): Promise<void> {
  const [group = '', version = ''] = resource.apiVersion.includes('/')
    ? resource.apiVersion.split('/')
    : ['', resource.apiVersion];
  const library = group === 'keda.sh' ? '@kubernetes-models/keda' : 'kubernetes-models';
  // The library shortens the groups that Kubernetes itself had from the start.
  const path = [library, group, version, resource.kind].filter((part) => part !== '').join('/');
  const module = (await import(path)) as Record<string, new (data: Resource) => { validate(): void }>;
  const Model = module[resource.kind];
  if (Model === undefined) throw new Error(`No schema of ${resource.apiVersion} ${resource.kind}`);
  new Model(resource).validate();
}

async function files(): Promise<string[]> {
  const found: string[] = [];
  for await (const file of glob('**/*.yaml', { cwd: folder })) {
    if (!['kustomization.yaml', 'name-references.yaml'].includes(basename(file))) found.push(file);
  }
  return found;
}

describe('the manifests', { timeout: 60_000 }, () => {
  it('are what the API’s schemas allow', async () => {
    let checked = 0;
    for (const file of await files()) {
      for (const resource of documentsOf(await readFile(join(folder, file), 'utf8'))) {
        await validate(resource).catch((error: unknown) => expect.fail(`${file}: ${String(error)}`));
        checked += 1;
      }
    }
    expect(checked).toBeGreaterThan(12);
    const wrong = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'x' }, spec: { ports: [{ port: 'http' }] } };
    await expect(validate(wrong)).rejects.toThrow(/port must be/);
  });

  it('name only files that are there', async () => {
    for await (const file of glob('**/kustomization.yaml', { cwd: folder })) {
      const { resources } = parse(await readFile(join(folder, file), 'utf8')) as Kustomization;
      for (const resource of resources)
        expect(existsSync(join(folder, dirname(file), resource)), `${file}: ${resource}`).toBe(true);
    }
  });

  it('have every service, each with its own image, and a migration for whoever has a database', async () => {
    const routes = JSON.parse(await readFile(join(root, 'infra/proxy/routes.json'), 'utf8')) as {
      name: string;
      service: boolean;
    }[];
    for (const { name } of routes.filter(({ service }) => service)) {
      const own = parse(await readFile(join(folder, 'services', name, 'kustomization.yaml'), 'utf8')) as Kustomization;
      expect(own.images[0]?.newName).toBe(`ateneu/${name}`);
      expect(existsSync(join(folder, 'services', name, 'migration'))).toBe(name !== 'web');
      const all = parse(await readFile(join(folder, 'overlays/example/kustomization.yaml'), 'utf8')) as Kustomization;
      expect(all.resources).toContain(`../../services/${name}`);
    }
  });

  it.skipIf(kustomize === undefined)(
    'hold together when they are rendered: names, selectors and scalers agree',
    async () => {
      const [command = '', ...args] = kustomize ?? [];
      const { stdout } = await run(command, [...args, join(folder, 'overlays/example')], {
        maxBuffer: 8 * 1024 * 1024,
      });
      const resources = documentsOf(stdout);
      for (const resource of resources) await validate(resource);
      const named = (kind: string): Resource[] => resources.filter((resource) => resource.kind === kind);
      const deployments = named('Deployment').map(({ metadata }) => metadata.name);
      expect(deployments).toHaveLength(5);
      for (const { metadata, spec } of named('ScaledObject')) {
        expect(spec['scaleTargetRef']).toEqual({ name: metadata.name });
        expect(deployments).toContain(metadata.name);
        const [trigger] = spec['triggers'] as { type: string; metadata: { query?: string } }[];
        const asksOf = [...(trigger?.metadata.query ?? '').matchAll(/service="([a-z]+)"/g)].map(([, name]) => name);
        const own = metadata.name.replace('ateneu-', '');
        expect(asksOf).toEqual(own === 'web' ? [] : [own, own]);
      }
      for (const { metadata, spec } of named('PodDisruptionBudget')) {
        const name = metadata.name.replace('ateneu-', '');
        expect(spec['selector']).toMatchObject({ matchLabels: { 'app.kubernetes.io/name': name } });
      }
      for (const { spec } of [...named('Service'), ...named('PodDisruptionBudget')])
        expect(JSON.stringify(spec['selector'])).toContain('"app.kubernetes.io/component":"service"');
      const outgoing = named('NetworkPolicy').filter(({ metadata }) => metadata.name === 'ateneu-web');
      expect(JSON.stringify(outgoing)).not.toMatch(/"postgres"|"nats"/);
      for (const { spec } of named('Deployment')) {
        expect(JSON.stringify(spec)).toContain('"readOnlyRootFilesystem":true');
        expect(JSON.stringify(spec)).not.toMatch(/password|BEGIN|"image":"ateneu\/service/i);
      }
    },
  );
});
