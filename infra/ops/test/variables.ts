import { parse } from 'yaml';

interface Patch {
  op: string;
  path: string;
  value: unknown;
}
interface Variable {
  name: string;
}

/** The name that a variable has where its value, not the path of a file with it, is given. */
const bare = (name: string): string => name.replace(/_FILE$/, '');

/** The variables that each service of a Compose file gets. */
export function composeVariables(text: string): ReadonlyMap<string, readonly string[]> {
  const { services } = parse(text, { merge: true }) as {
    services: Record<string, { environment?: Record<string, string> }>;
  };
  return new Map(
    Object.entries(services).map(([name, { environment = {} }]) => [name, Object.keys(environment).map(bare)]),
  );
}

/**
 * The variables that a Kustomize folder's container gets: those of the base, as the folder's patches leave them.
 *
 * @param resources the text of the base's deployment or job
 * @param kustomization the text of the folder's own `kustomization.yaml`
 */
export function kustomizeVariables(resources: string, kustomization: string): string[] {
  const lists = [...resources.matchAll(/^( +)env:\n((?:\1  - .*\n)+)/gm)].map(
    ([, , list = '']) => parse(list) as Variable[],
  );
  let variables = lists.flat();
  const { patches = [] } = parse(kustomization) as { patches?: { patch: string }[] };
  for (const { op, path, value } of patches.flatMap(({ patch }) => parse(patch) as Patch[])) {
    if (op === 'replace' && path.endsWith('/containers/0/env')) variables = value as Variable[];
    if (op === 'add' && path.endsWith('/containers/0/env/-')) variables.push(value as Variable);
  }
  return variables.map(({ name }) => bare(name));
}

/** The variables of the config map that all services read. */
export function sharedVariables(kustomization: string): string[] {
  const { configMapGenerator } = parse(kustomization) as { configMapGenerator: { literals: string[] }[] };
  return configMapGenerator.flatMap(({ literals }) => literals.map((literal) => bare(literal.split('=', 1)[0] ?? '')));
}

/**
 * Variables that no deployment sets, because what a service does without them is what is wanted. Whoever adds a variable
 * writes it into the deployments, or here.
 */
export const leftToDefaults: readonly string[] = [
  // Of the image, or of whoever must look closer for a while.
  'HOST',
  'LOG_LEVEL',
  'TRACES_LOG',
  'TRACES_SAMPLE_RATIO',
  'OTEL_EXPORTER_OTLP_HEADERS',
  // Limits and patience, measured with what they are.
  'DATABASE_POOL',
  'RATE_LIMIT_PER_MINUTE',
  'INTAKE_PER_MINUTE',
  'PROPOSALS_PER_MINUTE',
  'PARTNER_SIGN_INS_PER_MINUTE',
  'UPSTREAM_TIMEOUT_MS',
  'SHUTDOWN_TIMEOUT_MS',
  'SMTP_CONNECTIONS',
  'SMTP_TIMEOUT_MS',
  'MAIL_RETRY_LIMIT',
  'MAIL_RETRY_DELAY_SECONDS',
  'MAIL_RETRY_MAX_DELAY_SECONDS',
  'MAIL_HEARTBEAT_SECONDS',
  'WEBHOOK_TIMEOUT_MS',
  'WEBHOOK_CONCURRENCY',
  'WEBHOOK_RETRY_DELAYS_SECONDS',
  'WEBHOOK_DISABLE_AFTER_HOURS',
  // Terms that the organisation has decided on, or the law.
  'CONFIRM_HOURS',
  'EXPORTS_KEPT_DAYS',
  'INTAKE_CONFIRM_HOURS',
  'REFERRAL_REMINDER_DAYS',
  'REFERRAL_EXPIRY_DAYS',
  'REFERRAL_LINK_DAYS',
  'RETENTION_MONTHS',
  'RETENTION_WARNING_DAYS',
  'WORKBOOKS_KEPT_DAYS',
  'SUBSIDY_RETENTION_YEARS',
  'PARTNER_LINK_MINUTES',
  'PARTNER_SESSION_HOURS',
  'STAFF_DIGEST_HOUR',
  'STAFF_DIGEST_LANGUAGE',
  // What only some organisations have.
  'CORS_ORIGINS',
  'MAIL_REPLY_TO',
  'MAIL_REPORTS_SECRET',
  'MAP_TILES_URL',
  'MAP_ATTRIBUTION',
  'OIDC_CLIENT_ID',
  'OIDC_CLIENT_SECRET',
  'OIDC_SCOPE',
  // Pages of the site at PUBLIC_URL.
  'PARTNER_SIGN_IN_PAGE',
];

/** Variables that one kind of deployment does without, and why. */
export const leftOut = {
  compose: [
    // Documents are in a volume here, and mail is caught.
    'DOCUMENTS_S3_BUCKET',
    'DOCUMENTS_S3_ENDPOINT',
    'DOCUMENTS_S3_REGION',
    'DOCUMENTS_S3_ACCESS_KEY_ID',
    'DOCUMENTS_S3_SECRET_ACCESS_KEY',
    'MAIL_RETURN_PATH',
    'WEBHOOK_ALLOW_HTTP',
    'WEBHOOK_ALLOWED_RANGES',
  ],
  kubernetes: [
    // The store is Amazon's, and the issuer tells where its keys are.
    'DOCUMENTS_FOLDER',
    'DOCUMENTS_S3_ENDPOINT',
    'OIDC_JWKS_URL',
    'OIDC_BACKCHANNEL_URL',
    // `preStop` keeps a pod serving until nobody sends it requests.
    'SHUTDOWN_GRACE_MS',
    // For local use alone.
    'WEBHOOK_ALLOW_HTTP',
    'WEBHOOK_ALLOWED_RANGES',
  ],
} as const;
