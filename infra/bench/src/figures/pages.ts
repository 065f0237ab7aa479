import { setTimeout as delay } from 'node:timers/promises';

import { Pool } from 'undici';

import type { Figure, Metric, Sample } from '../figure.ts';
import { held, startSite } from '../rig/site.ts';
import { percentile } from '../statistics.ts';

const rate = 50;

/** Each kind of public page, with the addresses that are asked for in turn; `SLUG` and `ID` are of what is there. */
const kinds = {
  'first page': ['/ca', '/es', '/en'],
  directory: ['/ca/directori', '/es/directorio?sector=cures', '/ca/directori?q=cooperativa&neighbourhood=3'],
  initiative: ['/ca/directori/SLUG', '/es/directorio/SLUG'],
  'good practices': ['/ca/bones-practiques', '/es/buenas-practicas', '/ca/bones-practiques/PRACTICE'],
  catalogue: ['/ca/formacio', '/es/formacion?q=taller'],
  session: ['/ca/formacio/ID', '/es/formacion/ID'],
  'three doors': ['/ca/acompanyament', '/es/acompanamiento/solicitud'],
  statements: ['/ca/privadesa', '/es/accesibilidad', '/en/cookies'],
} as const;

type Kind = keyof typeof kinds;
const names = Object.keys(kinds) as Kind[];

/** What a reader of the public site waits for the server. */
export const pages: Figure = {
  name: 'pages',
  title: 'Public pages, 50/s',
  description:
    'Fifty readers a second, each from an address of their own, ask the site for one kind of page, in Catalan and in ' +
    'Spanish by turns; measured is from the moment that each was to ask until the last byte of the page. The whole platform ' +
    `runs on the machine as \`npm start\` runs it, with ${held.initiatives.toLocaleString('en')} initiatives and ` +
    `${held.sessions} sessions to come, and nothing of a page is kept between two readers. Scripts are those of all these ` +
    'pages, uncompressed; the directory alone brings a map.',
  metrics: [
    ...names.flatMap((name): Metric[] => [
      { name: `${name}, p50`, unit: 'ms', digits: 1 },
      { name: `${name}, p99`, unit: 'ms', digits: 1, goal: { kind: 'value', atMost: 100 } },
    ]),
    { name: 'scripts', unit: 'KB', digits: 1, goal: { kind: 'value', atMost: 60 } },
    { name: 'scripts of the map', unit: 'KB', digits: 1 },
  ],
  prepare: async (bench) => {
    const site = await startSite(bench);
    const pool = new Pool(site.url, { connections: 64 });
    const addresses = await addressesOf(site.url);
    const bytes = await scriptBytes(site.url, [...addresses.values()].flat());
    const seconds = bench.scale.quick ? 1 : 4;
    const all = async (length: number): Promise<Sample> => {
      const sample: Record<string, number> = { scripts: bytes.most / 1_000, 'scripts of the map': bytes.map / 1_000 };
      for (const [kind, paths] of addresses) {
        const times = await askAtRate(pool, paths, length);
        sample[`${kind}, p50`] = percentile(times, 50);
        sample[`${kind}, p99`] = percentile(times, 99);
      }
      return sample;
    };
    // Until the code of every service is compiled and its statements are prepared.
    await all(bench.scale.quick ? 1 : 8);
    return {
      ours: { name: 'the site', run: () => all(seconds) },
      beside: [],
      close: async () => {
        await pool.close();
        await site.stop();
      },
    };
  },
};

/** Asks for the paths in turn at a steady rate, whatever the answers take; tells what each took, in milliseconds. */
async function askAtRate(pool: Pool, paths: readonly string[], seconds: number): Promise<number[]> {
  const since = performance.now();
  const asked: Promise<number>[] = [];
  for (let index = 0; index < seconds * rate; index += 1) {
    const due = since + (index * 1_000) / rate;
    await delay(Math.max(0, due - performance.now()));
    asked.push(ask(pool, paths[index % paths.length] ?? '/', index).then(() => performance.now() - due));
  }
  return Promise.all(asked);
}

async function ask(pool: Pool, path: string, reader: number): Promise<void> {
  // The services count how often an address asks.
  const address = `10.0.${Math.floor(reader / 250) % 250}.${reader % 250}`;
  const answer = await pool.request({
    path,
    method: 'GET',
    headers: { accept: 'text/html', 'x-forwarded-for': address },
  });
  await answer.body.dump();
  if (answer.statusCode !== 200) throw new Error(`${path} was answered ${answer.statusCode}.`);
}

/** The kinds with addresses of what is there: the first that the lists lead to. */
async function addressesOf(url: string): Promise<Map<Kind, string[]>> {
  const linkIn = async (list: string): Promise<string> => {
    const text = await (await fetch(url + list)).text();
    const found = new RegExp(`href="${list}/([^"/?]+)"`).exec(text)?.[1];
    if (found === undefined) throw new Error(`${list} leads nowhere.`);
    return found;
  };
  const [slug, practice, id] = await Promise.all(
    ['/ca/directori', '/ca/bones-practiques', '/ca/formacio'].map((list) => linkIn(list)),
  );
  const fill = (path: string): string =>
    path
      .replace('SLUG', slug ?? '')
      .replace('PRACTICE', practice ?? '')
      .replace('ID', id ?? '');
  return new Map(names.map((name) => [name, kinds[name].map((path) => fill(path))]));
}

/** The most bytes of scripts that one of the pages brings, those of the map by themselves. */
async function scriptBytes(url: string, paths: readonly string[]): Promise<{ most: number; map: number }> {
  const sums = await Promise.all(
    paths.map(async (path) => {
      const text = await (await fetch(url + path)).text();
      const sources = [...text.matchAll(/<script[^>]+src="([^"]+)"/g)].map(([, source = '']) => source);
      const ofMap = (source: string): boolean => /leaflet|\/map\./.test(source);
      const [own, map] = [sources.filter((source) => !ofMap(source)), sources.filter(ofMap)];
      return { most: await bytesOf(url, own), map: await bytesOf(url, map) };
    }),
  );
  return { most: Math.max(...sums.map(({ most }) => most)), map: Math.max(...sums.map(({ map }) => map)) };
}

async function bytesOf(url: string, sources: readonly string[]): Promise<number> {
  const sizes = await Promise.all(
    sources.map(async (source) => (await (await fetch(url + source)).arrayBuffer()).byteLength),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
