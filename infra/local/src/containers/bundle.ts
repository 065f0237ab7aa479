/**
 * Makes what the container images run: `node infra/local/src/containers/bundle.ts <folder>` writes a folder per service
 * (`services/<name>/dist/main.js` with the libraries that it starts with, beside its `package.json`, the packages that it
 * loads later, and the manifests and licences of those within) and a file per local tool (`tools/<name>.js`, with everything
 * in it).
 */
import { existsSync } from 'node:fs';
import { copyFile, cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { build } from 'esbuild';

import { readSettings, serviceNames } from '../settings.ts';
import { billOfMaterials } from './bill-of-materials.ts';
import { bundleService, oneProgram, packagesOf } from './service-bundle.ts';
import { thinSourceMaps } from './thin-source-map.ts';
import { copyLicences, copyPackages, usedPackages } from './used-packages.ts';

const [out] = process.argv.slice(2);
if (out === undefined) {
  console.error('Say where to: node infra/local/src/containers/bundle.ts <folder>');
  process.exit(1);
}
const { root } = readSettings(process.env).paths;

const tools = {
  issuer: 'issuer/main.ts',
  'mail-catcher': 'mail-catcher/main.ts',
  origin: 'proxy/main.ts',
  prepare: 'containers/prepare.ts',
  topology: 'containers/topology.ts',
};

/** Packages that a service finds by itself, past `import`: it serves their files. */
const servedPackages: Partial<Record<string, readonly string[]>> = { web: ['leaflet'] };

/** What is in an image is said beside it. */
const billFile = 'sbom.cdx.json';

const [{ metafile }] = await Promise.all([
  bundleTools(join(out, 'tools')),
  ...[...serviceNames, 'web'].map(async (name) => {
    const folder = join(out, 'services', name);
    const { inside, outside } = await bundleService(join(root, 'services', name, 'src/main.ts'), join(folder, 'dist'));
    await thinSourceMaps(join(folder, 'dist'));
    await copyFile(join(root, 'services', name, 'package.json'), join(folder, 'package.json'));
    const manifest = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as {
      version: string;
      dependencies: object;
    };
    const declared = new Set(Object.keys(manifest.dependencies));
    const beside = new Set(await usedPackages(root, [...outside, ...(servedPackages[name] ?? [])], declared));
    const within = [...inside].filter((folder) => !beside.has(folder));
    await copyPackages(root, [...beside], folder);
    await copyLicences(root, within, folder);
    await writeFile(
      join(folder, billFile),
      await billOfMaterials({
        title: `ateneu/${name}`,
        version: manifest.version,
        root,
        packages: [...beside, ...within],
      }),
    );
    const assets = join(root, 'services', name, 'src/assets');
    if (existsSync(assets)) await cp(assets, join(folder, 'assets'), { recursive: true });
  }),
]);
await mkdir(join(out, 'tools'), { recursive: true });
await writeFile(join(out, 'tools/package.json'), '{ "type": "module" }\n');
await writeFile(
  join(out, 'tools', billFile),
  await billOfMaterials({
    title: 'ateneu/local',
    version: '0.0.0',
    root,
    packages: packagesOf(Object.keys(metafile.inputs)),
  }),
);

/** Local tools have everything in one file each. */
function bundleTools(outdir: string) {
  return build({
    ...oneProgram,
    metafile: true,
    entryPoints: Object.fromEntries(
      Object.entries(tools).map(([name, file]) => [name, join(root, 'infra/local/src', file)]),
    ),
    outdir,
  });
}
