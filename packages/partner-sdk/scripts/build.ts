/**
 * Makes what partners install, in `dist/`: JavaScript, types that know nothing of the platform, and a manifest of its
 * own. `npm pack ./dist` is the tarball, and `npm publish ./dist` would publish it.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '..');

interface Manifest {
  name: string;
  version: string;
  license: string;
  dependencies: Record<string, string>;
}

/** Builds the package into a folder, empty before. */
export function build(folder = join(root, 'dist')): void {
  rmSync(folder, { recursive: true, force: true });
  const typescript = createRequire(import.meta.url).resolve('typescript/package.json');
  const compiler = join(dirname(typescript), 'bin/tsc');
  execFileSync(process.execPath, [compiler, '-p', join(root, 'tsconfig.build.json'), '--outDir', folder], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const { name, version, license, dependencies } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  ) as Manifest;
  const manifest = {
    name,
    version,
    license,
    description: 'For partners of the Ateneu Cooperatiu de L’Hospitalet: referrals, their events, and webhooks.',
    type: 'module',
    engines: { node: '>=22' },
    exports: { '.': { types: './index.d.ts', default: './index.js' } },
    sideEffects: false,
    dependencies,
  };
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  copyFileSync(join(root, 'README.md'), join(folder, 'README.md'));
  copyFileSync(join(root, '../../LICENSE'), join(folder, 'LICENSE'));
}

if (import.meta.main) build();
