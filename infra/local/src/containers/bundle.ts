/**
 * Makes what the container images run: `node infra/local/src/containers/bundle.ts <folder>` writes one file per service
 * (`services/<name>/dist/main.js`, beside its `package.json` and the third-party packages that it needs, no others) and one
 * per local tool (`tools/<name>.js`, with everything in it).
 */
import { existsSync } from 'node:fs';
import { copyFile, cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import { join, resolve } from 'node:path';

import { build, type BuildOptions, type Plugin } from 'esbuild';

import { readSettings, serviceNames } from '../settings.ts';
import { billOfMaterials } from './bill-of-materials.ts';
import { thinSourceMap } from './thin-source-map.ts';
import { copyPackages, usedPackages } from './used-packages.ts';

const [out] = process.argv.slice(2);
if (out === undefined) {
  console.error('Say where to: node infra/local/src/containers/bundle.ts <folder>');
  process.exit(1);
}
const { root } = readSettings(process.env).paths;

const shared: BuildOptions = {
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node24',
  sourcemap: 'linked',
  logLevel: 'warning',
};

/** Packages of ours become part of the file; all others are installed in the image. */
const othersStayOutside: Plugin = {
  name: 'others-stay-outside',
  setup(plugins) {
    plugins.onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
      kind === 'entry-point' || path.startsWith('@ateneu/') ? undefined : { path, external: true },
    );
  },
};

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
    const { metafile } = await build({
      ...shared,
      entryPoints: [join(root, 'services', name, 'src/main.ts')],
      outfile: join(folder, 'dist/main.js'),
      metafile: true,
      plugins: [othersStayOutside],
    });
    await thinSourceMap(join(folder, 'dist/main.js.map'));
    await copyFile(join(root, 'services', name, 'package.json'), join(folder, 'package.json'));
    const imports = Object.values(metafile.outputs).flatMap((output) =>
      output.imports.flatMap(({ path, external }) => (external === true ? [path] : [])),
    );
    const used = [...imports.filter((path) => !isBuiltin(path)), ...(servedPackages[name] ?? [])];
    const manifest = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as {
      version: string;
      dependencies: object;
    };
    const declared = new Set(Object.keys(manifest.dependencies));
    const packages = await usedPackages(root, used, declared);
    await copyPackages(root, packages, folder);
    await writeFile(
      join(folder, billFile),
      await billOfMaterials({ title: `ateneu/${name}`, version: manifest.version, root, packages }),
    );
    const assets = join(root, 'services', name, 'src/assets');
    if (existsSync(assets)) await cp(assets, join(folder, 'assets'), { recursive: true });
  }),
]);
await mkdir(join(out, 'tools'), { recursive: true });
await writeFile(join(out, 'tools/package.json'), '{ "type": "module" }\n');
const places = Object.keys(metafile.inputs).flatMap((path) => {
  const found = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path);
  return found === null ? [] : [resolve(found[0])];
});
await writeFile(
  join(out, 'tools', billFile),
  await billOfMaterials({
    title: 'ateneu/local',
    version: '0.0.0',
    root,
    packages: new Set(places),
  }),
);

/** Local tools have everything in one file each. */
function bundleTools(outdir: string) {
  return build({
    ...shared,
    metafile: true,
    entryPoints: Object.fromEntries(
      Object.entries(tools).map(([name, file]) => [name, join(root, 'infra/local/src', file)]),
    ),
    outdir,
    // Some of what the tools use is CommonJS and asks for `require`.
    banner: {
      // Under a name of its own: a bundled package may import `createRequire` too.
      js: "import { createRequire as createRequireHere } from 'node:module'; const require = createRequireHere(import.meta.url);",
    },
  });
}
