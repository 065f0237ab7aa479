import { isBuiltin } from 'node:module';

/** One import, as the rules look at it. */
export interface ImportFact {
  /** The importing file, from the root, with forward slashes. */
  file: string;
  /** As written. */
  specifier: string;
  /** The imported file from the root, for a relative import. */
  target: string | undefined;
  /** The packages that the importing workspace declares for this sort of file. */
  declared: ReadonlySet<string>;
}

/** Which of our packages each of our packages may import in what it ships; tests may use `testing` besides. */
const mayImport: Record<string, readonly string[]> = {
  kernel: [],
  events: [],
  'reference-data': [],
  persistence: ['kernel'],
  messaging: ['kernel', 'events', 'persistence'],
  'service-kit': ['kernel', 'events', 'messaging', 'persistence'],
  'partner-sdk': [],
  'backing-services': ['messaging'],
  testing: ['kernel', 'events', 'messaging', 'persistence', 'backing-services', 'service-kit'],
};

const services = ['directory', 'training', 'accompaniment', 'notifications', 'web'];
const servicesMayImport = ['kernel', 'reference-data', 'events', 'persistence', 'messaging', 'service-kit'];

/** The workspace a file belongs to: `packages/kernel`, `services/training`, `infra/local`; none for loose files. */
export function workspaceOf(file: string): string | undefined {
  return /^(packages\/[^/]+|services\/[^/]+|infra\/(?:local|bench|ops))\//.exec(file)?.[1];
}

/** Whether a file is only ever run by tests or tools, never by a service. */
export function isTestFile(file: string): boolean {
  return /\.spec\.tsx?$|\/test\/|\/scripts\/|vitest\.config\.ts$/.test(file);
}

/**
 * A feature's domain: its state (`enrolment.ts`), decisions and errors; and the words that a service's features share.
 * Pure, and blind to everything around it.
 */
export function isDomainFile(file: string): boolean {
  if (isVocabulary(file)) return true;
  return (
    /^services\/[^/]+\/src\/features\/[^/]+\/[^/.]+(\.decide|\.errors)?\.ts$/.test(file) && !file.endsWith('/index.ts')
  );
}

function isVocabulary(file: string): boolean {
  return /^services\/[^/]+\/src\/vocabulary\.ts$/.test(file);
}

/** What is wrong with an import, in sentences; nothing when it is fine. */
export function violationsOf(fact: ImportFact): string[] {
  return [crossesWorkspaces, undeclared, againstTheArrows, impureDomain, reachesIntoFeature].flatMap(
    (rule) => rule(fact) ?? [],
  );
}

function crossesWorkspaces({ file, target }: ImportFact): string | undefined {
  if (target === undefined) return undefined;
  const workspace = workspaceOf(file);
  // What is measured is the services' own code, never a copy of it.
  if (workspace === 'infra/bench' && /^services\/[^/]+\/(src|test)\//.test(target)) return undefined;
  const shared = target.startsWith('infra/proxy/') || target.startsWith('infra/nats/');
  if (workspaceOf(target) === workspace && workspace !== undefined) return undefined;
  return shared && workspace === 'infra/local' ? undefined : 'a relative import must stay inside its workspace';
}

function undeclared({ specifier, declared, target }: ImportFact): string | undefined {
  if (target !== undefined || isBuiltin(specifier)) return undefined;
  const name = specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
  // Test runners live at the root.
  if (declared.has(name) || name === 'vitest' || name === 'fast-check' || name === '@ateneu/testing') return undefined;
  return `${name} is not among the dependencies of its workspace`;
}

function againstTheArrows({ file, specifier }: ImportFact): string | undefined {
  const target = /^@ateneu\/([^/]+)/.exec(specifier)?.[1];
  const [kind, name = ''] = file.split('/');
  if (target === undefined || target === name) return undefined;
  // What a partner installs is the other side of what a service promises partners.
  if (isTestFile(file) && ['testing', 'backing-services', 'partner-sdk'].includes(target)) return undefined;
  if (kind === 'infra')
    return services.includes(target) ? 'infra drives services as processes, not as code' : undefined;
  if (services.includes(target)) return 'a service is known only by its events and its HTTP API';
  if (kind === 'services') return servicesMayImport.includes(target) ? undefined : `a service may not import ${target}`;
  if (isTestFile(file)) return undefined;
  return mayImport[name]?.includes(target) ? undefined : `${name} may not know ${target}`;
}

function impureDomain({ file, specifier, target }: ImportFact): string | undefined {
  if (!isDomainFile(file) || specifier === '@ateneu/kernel') return undefined;
  if (target !== undefined && isVocabulary(target)) return undefined;
  const sibling = /^\.\/[^/]+$/.exec(specifier)?.[0];
  if (sibling !== undefined && isDomainFile(`${file.slice(0, file.lastIndexOf('/'))}/${sibling.slice(2)}`))
    return undefined;
  return 'domain files import the kernel, domain siblings and the service’s vocabulary alone';
}

function reachesIntoFeature({ file, target }: ImportFact): string | undefined {
  const feature = (path: string): string | undefined => /^services\/[^/]+\/src\/features\/([^/]+)\//.exec(path)?.[1];
  if (target === undefined || feature(target) === undefined || feature(file) === feature(target)) return undefined;
  if (target.endsWith('/index.ts') || isTestFile(file) || workspaceOf(file) === 'infra/bench') return undefined;
  return 'another feature is used through its index.ts';
}
