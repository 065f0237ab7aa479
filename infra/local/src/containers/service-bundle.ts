import { readFile } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import { resolve } from 'node:path';

import { build, type BuildOptions, type Metafile, type Plugin } from 'esbuild';

import { packageOf } from './used-packages.ts';

/** What became of a program: what is in its files, and what they expect beside them. */
export interface ServiceBundle {
  /** The folders of the third-party packages of which something is within. */
  readonly inside: ReadonlySet<string>;
  /** What the files import of packages that are not, as they write it. */
  readonly outside: ReadonlySet<string>;
}

/** Packages that read files of their own, by where they lie, and so must lie where they are. */
const readTheirOwnFiles = new Set(['@fastify/secure-session']);
/** Not installed, and asked for by packages that do without. */
const absent = new Set(['pg-native', 'dataloader']);

/**
 * Files of packages that ask where they lie, and may be within all the same, since what they would look for there is
 * nothing that a service needs.
 */
const mayAskWhereTheyLie = new Set([
  // Workers for log transports: a service writes its log itself.
  'pino/lib/transport.js',
  'thread-stream/index.js',
  // Its own version, for a document without one.
  '@fastify/swagger/lib/util/read-package-json.js',
  // Entities found as files, and the versions of its packages, where a project has no bundler.
  '@mikro-orm/core/MikroORM.js',
  '@mikro-orm/core/utils/fs-utils.js',
  // The name of the file, if it has one, to leave it out of traces.
  'undici/index.js',
  // Templates found as packages.
  'liquidjs/dist/liquid.node.js',
]);
const asksWhereItLies = /\b__dirname\b|\b__filename\b|\bimport\.meta\b|\brequire\.resolve\b/;

const plugin: Plugin = {
  name: 'what-starts-is-inside',
  setup(plugins) {
    // Whoever imports this part of Node has it look at all that it exports, and with it load a client of HTTP that nobody
    // needs at the start (30 ms); whoever requires it does not.
    plugins.onResolve({ filter: /^(node:)?http$/ }, ({ path, kind }) =>
      kind === 'import-statement' ? { path, namespace: 'required' } : undefined,
    );
    plugins.onLoad({ filter: /./, namespace: 'required' }, ({ path }) => ({
      contents: `module.exports = require(${JSON.stringify(path)});`,
    }));
    plugins.onResolve({ filter: /^[^./]/ }, ({ path, kind }) => {
      if (kind === 'entry-point' || path.startsWith('@ateneu/')) return undefined;
      const name = packageOf(path);
      const staysOutside =
        name === undefined ||
        isBuiltin(path) ||
        absent.has(name) ||
        readTheirOwnFiles.has(name) ||
        // Who names a package so reads its files.
        path.endsWith('/package.json') ||
        // What is loaded when it is first needed; but two copies of one ORM would not know each other's classes.
        (kind === 'dynamic-import' && !name.startsWith('@mikro-orm/'));
      return staysOutside ? { path, external: true } : undefined;
    });
  },
};

/** How a program is made that finds in its own files whatever it needs to start; tools and services share it. */
export const oneProgram = {
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node24',
  sourcemap: 'linked',
  logLevel: 'warning',
  // Some of what is within is CommonJS and asks for `require`. Under a name of its own: what is within may import that too.
  banner: {
    js: "import { createRequire as createRequireHere } from 'node:module'; const require = createRequireHere(import.meta.url);",
  },
} satisfies BuildOptions;

/**
 * Makes `main.js` of a program in TypeScript, with every library that it imports when it starts, and parts beside it that
 * are loaded later. One file is read in a third of the time that a thousand take.
 *
 * @throws Error where a library is within that asks where it lies, and nobody has looked what for
 */
export async function bundleService(entry: string, folder: string): Promise<ServiceBundle> {
  const { metafile } = await build({
    ...oneProgram,
    entryPoints: { main: entry },
    outdir: folder,
    splitting: true,
    chunkNames: '[name]-[hash]',
    metafile: true,
    plugins: [plugin],
  });
  const inputs = [...new Set(Object.values(metafile.outputs).flatMap((output) => Object.keys(output.inputs)))];
  await refuseThoseThatAskWhereTheyLie(inputs);
  return { inside: packagesOf(inputs), outside: importsOf(metafile) };
}

/** The folders of the packages that files are of. */
export function packagesOf(files: readonly string[]): Set<string> {
  return new Set(
    files
      .flatMap((file) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? [])
      .map((found) => resolve(found)),
  );
}

function importsOf({ outputs }: Metafile): Set<string> {
  const imports = Object.values(outputs).flatMap((output) => output.imports);
  return new Set(
    imports.flatMap(({ path, external }) => (external === true && !isBuiltin(path) && !absent.has(path) ? [path] : [])),
  );
}

async function refuseThoseThatAskWhereTheyLie(inputs: readonly string[]): Promise<void> {
  const found: string[] = [];
  for (const input of inputs) {
    const [, path] = /^(?:.*\/)?node_modules\/(.+)$/.exec(input) ?? [];
    if (path === undefined || mayAskWhereTheyLie.has(path)) continue;
    const code = (await readFile(resolve(input), 'utf8')).replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
    if (asksWhereItLies.test(code)) found.push(path);
  }
  if (found.length > 0) {
    throw new Error(
      `These ask where they lie, which is elsewhere once they are part of a service’s file: ${found.join(', ')}. ` +
        `Look what for, and list them in infra/local/src/containers/service-bundle.ts.`,
    );
  }
}
