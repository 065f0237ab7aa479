/**
 * Fails when an import crosses a boundary of the architecture: which package may know which, which files are domain and
 * so know nothing but the kernel and their siblings, and that whatever is imported is declared where it is used.
 *
 * Run with `npm run boundaries`; the rules themselves are in `boundary-rules.ts`.
 */
import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';

import { parseSync } from 'oxc-parser';

import { isTestFile, type ImportFact, violationsOf, workspaceOf } from './boundary-rules.ts';

const root = resolve(import.meta.dirname, '../..');

function declaredDependencies(workspace: string): { runtime: Set<string>; all: Set<string> } {
  const manifest = JSON.parse(readFileSync(join(root, workspace, 'package.json'), 'utf8')) as {
    name: string;
    dependencies?: Record<string, string>;
    devDependencies?: Record<string, string>;
  };
  const runtime = new Set([manifest.name, ...Object.keys(manifest.dependencies ?? {})]);
  return { runtime, all: new Set([...runtime, ...Object.keys(manifest.devDependencies ?? {})]) };
}

function importsOf(file: string): string[] {
  const { module, errors } = parseSync(file, readFileSync(join(root, file), 'utf8'));
  const [error] = errors;
  if (error !== undefined) throw new SyntaxError(`${file}: ${error.message}`);
  const fromExports = module.staticExports.flatMap((item) =>
    item.entries.flatMap((entry) => (entry.moduleRequest === null ? [] : [entry.moduleRequest.value])),
  );
  return [...module.staticImports.map((item) => item.moduleRequest.value), ...fromExports];
}

const dependencies = new Map<string, ReturnType<typeof declaredDependencies>>();
const problems: string[] = [];
let files = 0;
for await (const found of glob('{packages,services,infra}/**/*.ts', {
  cwd: root,
  exclude: (path) => path.includes('node_modules') || path.includes('/dist'),
})) {
  const file = found.replaceAll('\\', '/');
  const workspace = workspaceOf(file);
  if (workspace === undefined) continue;
  files += 1;
  const declared = dependencies.get(workspace) ?? declaredDependencies(workspace);
  dependencies.set(workspace, declared);
  for (const specifier of new Set(importsOf(file))) {
    const target = specifier.startsWith('.')
      ? relative(root, resolve(root, dirname(file), specifier)).replaceAll('\\', '/')
      : undefined;
    const fact: ImportFact = { file, specifier, target, declared: isTestFile(file) ? declared.all : declared.runtime };
    problems.push(...violationsOf(fact).map((problem) => `${file}: imports ${specifier}: ${problem}`));
  }
}
for (const problem of problems) console.error(problem);
console.log(`boundaries: ${files} files, ${problems.length} violations`);
process.exitCode = problems.length === 0 ? 0 : 1;
