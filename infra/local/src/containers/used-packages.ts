import { cp, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';

interface Manifest {
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
  peerDependenciesMeta?: Record<string, { optional?: boolean }>;
}

/** What a package carries for people and compilers, and no program reads. */
const unread = /(\.d\.[cm]?ts|\.[cm]?ts|\.map|\.md|\.markdown|\.flow|\.tsbuildinfo)$|(^|\/)(\.github|__tests__)(\/|$)/i;
/** But licences are kept: they say that they must be. */
const kept = /(licen[cs]e|notice|copying)[^/]*$/i;

/**
 * The folders of the packages that a program needs: those that it imports, and what those need in turn, wherever npm has
 * put each.
 *
 * @param root where the program's own packages are looked for first
 * @param imports as the program writes them: `pg`, `@fastify/cors`, `liquidjs/dist/x`, `node:fs`
 * @param declared what the program says that it depends on: of the packages that another can do without, it wants these
 * @throws Error where a package that is needed is not installed
 */
export async function usedPackages(
  root: string,
  imports: Iterable<string>,
  declared: ReadonlySet<string>,
): Promise<string[]> {
  const folders = new Set<string>();
  const visit = async (from: string, name: string, isNeeded: boolean): Promise<void> => {
    const folder = await findPackage(from, name);
    if (folder === undefined) {
      if (isNeeded) throw new Error(`${name}, which ${relative(root, from) || 'the program'} needs, is not installed.`);
      return;
    }
    if (folders.has(folder)) return;
    folders.add(folder);
    const manifest = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as Manifest;
    const { dependencies = {}, optionalDependencies = {}, peerDependencies = {}, peerDependenciesMeta = {} } = manifest;
    const isOptional = (other: string): boolean =>
      other in optionalDependencies || peerDependenciesMeta[other]?.optional === true;
    for (const other of Object.keys({ ...dependencies, ...peerDependencies })) {
      if (!isOptional(other) || declared.has(other)) await visit(folder, other, true);
    }
    // Optional ones speed things up where npm could install them for this machine.
    for (const other of Object.keys(optionalDependencies)) await visit(folder, other, false);
  };
  for (const name of new Set([...imports].flatMap((specifier) => packageOf(specifier) ?? []))) {
    await visit(root, name, true);
  }
  return [...folders].sort((one, other) => one.localeCompare(other));
}

/** Where a file says that its map is, in a line of its own. */
const namesItsMap = /^\/\/[#@] sourceMappingURL=(?!data:).*$/gm;

/**
 * Copies packages to the same places below another folder, without what no program reads. Maps are not, and nothing names
 * them any more: Node, which is told to use maps, would look for each when a service starts.
 */
export async function copyPackages(root: string, folders: readonly string[], to: string): Promise<void> {
  for (const folder of folders) {
    await cp(folder, join(to, relative(root, folder)), {
      recursive: true,
      dereference: true,
      filter: (source) => {
        const inside = relative(folder, source);
        // Packages within packages are copied where they are needed, each for itself.
        if (inside === 'node_modules' || inside.startsWith('node_modules/')) return false;
        return kept.test(inside) || !unread.test(inside);
      },
    });
    await forgetMaps(join(to, relative(root, folder)));
  }
}

/** Copies of packages what must be said of them: their manifest and their licence, to the same places. */
export async function copyLicences(root: string, folders: readonly string[], to: string): Promise<void> {
  for (const folder of folders) {
    for (const file of await readdir(folder)) {
      if (file !== 'package.json' && !kept.test(file)) continue;
      await cp(join(folder, file), join(to, relative(root, folder), file), { recursive: true, dereference: true });
    }
  }
}

async function forgetMaps(folder: string): Promise<void> {
  for (const file of await readdir(folder, { recursive: true })) {
    if (!/\.[cm]?js$/.test(file)) continue;
    const path = join(folder, file);
    // There are folders that are called like files.
    if (!(await stat(path)).isFile()) continue;
    const text = await readFile(path, 'utf8');
    const left = text.replaceAll(namesItsMap, '');
    if (left !== text) await writeFile(path, left);
  }
}

/** The name of the package of what is imported; undefined where that is a file or part of Node under its own prefix. */
export function packageOf(specifier: string): string | undefined {
  if (specifier.startsWith('node:') || specifier.startsWith('.') || specifier.startsWith('/')) return undefined;
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

/** Looks where Node does: in `node_modules` of the folder, and of every folder above it. */
async function findPackage(from: string, name: string): Promise<string | undefined> {
  for (let folder = from; ; folder = dirname(folder)) {
    const path = join(folder, 'node_modules', name);
    const found = await stat(join(path, 'package.json')).then(
      () => true,
      () => false,
    );
    if (found) return path;
    if (dirname(folder) === folder) return undefined;
  }
}
