/** Where a link leads, and the first place that it stands. */
export interface Followed {
  readonly address: string;
  readonly from: string;
  readonly status: number;
  /** Bytes of scripts that the page loads, as they are sent uncompressed; nothing of the map's. */
  readonly scriptBytes: number;
}

/** Staff's and partners' own pages begin at their doors. */
const doors = /^\/(ca|es)\/(console|desk)(\/|$)/;

/**
 * Follows every link from some addresses on: of pages, their linked data, maps of the site and feeds, and of nothing
 * outside of the origin. Fragments and what only a form would do are left alone.
 *
 * @param starts paths, each with what is asked for there: `text/html` where it is not said
 * @throws Error where there are more than `most` addresses
 */
export async function followLinks(
  origin: string,
  starts: readonly (readonly [path: string, accept?: string])[],
  most = 1_500,
): Promise<Followed[]> {
  const sizes = new Map<string, Promise<number>>();
  const known = new Map(starts.map(([path, accept = 'text/html']) => [path, { from: 'the start', accept }]));
  const followed: Followed[] = [];
  for (const [path, { from, accept }] of known) {
    if (known.size > most) throw new Error(`There are more than ${most} addresses.`);
    const answer = await fetch(origin + path, { headers: { accept, 'accept-language': 'ca' } });
    const isRead = /html|xml/.test(answer.headers.get('content-type') ?? '');
    const text = isRead ? await answer.text() : '';
    if (!isRead) await answer.body?.cancel();
    const scripts = [...text.matchAll(/<script[^>]+src="([^"]+)"/g)].map(([, source = '']) => source);
    const bytes = await Promise.all(
      scripts.filter((source) => !/leaflet|\/map\b/.test(source)).map((source) => sizeOf(new URL(source, origin).href)),
    );
    followed.push({
      address: path,
      from,
      status: answer.status,
      scriptBytes: bytes.reduce((sum, size) => sum + size, 0),
    });
    for (const link of linksIn(text)) {
      const url = URL.canParse(link, origin + path) ? new URL(link, origin + path) : undefined;
      const target = url === undefined ? '' : url.pathname + url.search;
      if (url?.origin !== origin || doors.test(url.pathname) || known.has(target)) continue;
      known.set(target, { from: path, accept: 'text/html' });
    }
  }
  return followed;

  async function sizeOf(address: string): Promise<number> {
    const known = sizes.get(address) ?? fetch(address).then(async (answer) => (await answer.arrayBuffer()).byteLength);
    sizes.set(address, known);
    return known;
  }
}

/** Addresses in links of pages and feeds, in linked data and in maps of the site. */
function linksIn(text: string): string[] {
  const found = [
    ...text.matchAll(/<(?:a|link|area)\b[^>]*\bhref="([^"]*)"/g),
    ...text.matchAll(/<loc>([^<]*)<\/loc>/g),
    ...text.matchAll(/"(?:@id|url|image)":"(http[^"]*)"/g),
  ];
  return found.map(([, link = '']) => link.replaceAll('&amp;', '&'));
}
