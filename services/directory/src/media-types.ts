/** How much a media type is wanted, by the most exact range that covers it; 0 where none does. */
function quality(type: string, accept: string): number {
  const main = type.split('/', 1)[0];
  const exactness = [`*/*`, `${main}/*`, type];
  let best = { exactness: -1, quality: 0 };
  for (const entry of accept.toLowerCase().split(',')) {
    const [range = '', ...parameters] = entry.split(';').map((part) => part.trim());
    const weight = parameters.find((parameter) => parameter.startsWith('q='));
    const given = weight === undefined ? 1 : Number(weight.slice(2)) || 0;
    const rank = exactness.indexOf(range);
    if (rank > best.exactness) best = { exactness: rank, quality: given };
  }
  return best.quality;
}

/**
 * The media type that an `Accept` header wants most among those offered (RFC 9110). The first is the answer to who
 * names none of them, and wins where several are wanted alike.
 */
export function negotiateMediaType<Type extends string>(
  accept: string | undefined,
  offered: readonly [Type, ...Type[]],
): Type {
  if (accept === undefined || accept.length > 1_000) return offered[0];
  const wanted = offered.map((type) => ({ type, quality: quality(type, accept) }));
  const most = Math.max(...wanted.map((entry) => entry.quality));
  return most > 0 ? (wanted.find((entry) => entry.quality === most)?.type ?? offered[0]) : offered[0];
}
