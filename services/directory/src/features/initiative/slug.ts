/** What is left of a name in an address: `L'Economat, SCCL` becomes `l-economat-sccl`. At most 80 characters. */
export function slugOf(name: string): string {
  const words = name
    .normalize('NFKD')
    // The ela geminada's middle dot joins its two letters; every other mark parts words.
    .replace(/[\u0300-\u036f·]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return words.slice(0, 80).replace(/-$/, '') || 'iniciativa';
}

/** What follows `/v1/initiatives/` and is no initiative. */
const reserved: ReadonlySet<string> = new Set(['facets']);

/** Whether an address of the API stands in the way of a slug. */
export function isReservedSlug(slug: string): boolean {
  return reserved.has(slug);
}

/** The first address of `slug`, `slug-2`, `slug-3`, … that is not taken. */
export function freeSlug(slug: string, taken: ReadonlySet<string>): string {
  if (!taken.has(slug) && !isReservedSlug(slug)) return slug;
  let suffix = 2;
  while (taken.has(`${slug}-${suffix}`)) suffix += 1;
  return `${slug}-${suffix}`;
}
