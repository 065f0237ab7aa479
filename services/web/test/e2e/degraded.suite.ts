import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { App } from '@ateneu/service-kit';
import { beforeAll, describe, expect, it } from 'vitest';

import { textsFor } from '../../src/texts/index.ts';
import { upstreamDown } from '../../src/upstream/answer.ts';
import { services, type UpstreamName } from '../../src/upstream/services.ts';
import { createTestApp, nowhere, transportTo } from '../app.ts';
import { enterDesk, type Furniture } from '../furniture/furnishers.ts';
import { pagesOf, type SitePage } from '../pages.ts';
import { routesOf } from '../routes.ts';
import { createVisitor, signInAs, type Visitor } from '../visitor.ts';
import { stage } from './stage.ts';

/** Where the site of this test says that it is; it answers without a network. */
const site = 'http://127.0.0.1:1';
const variable = (service: UpstreamName): string => `UPSTREAM_${service.toUpperCase()}`;
const { shell } = textsFor('ca');

/** The service that a page's subject is kept by, as its address tells: without it there may be no page. */
const keepers: readonly (readonly [RegExp, UpstreamName])[] = [
  [/\/(directori|bones-practiques|initiatives|corrections|practices|imports|exports)\/:/, 'directory'],
  [/\/(formacio|sessions|courses|rooms)\/:/, 'training'],
  [/\/(intake|referrals|projects|accompaniments|partners|itineraries|justification)\/:/, 'accompaniment'],
  [/\/(deliveries|texts|webhooks)\/:/, 'notifications'],
];

interface Seen {
  readonly status: number;
  /** Whether it says of something that it cannot be had. */
  readonly sorry: boolean;
  readonly heading: boolean;
}

/** Every page of the site while one of the four services is away: closed, or so slow that nobody waits for it. */
describe('the site while a service is away', { timeout: 120_000 }, () => {
  let furniture: Furniture;
  let people: Readonly<Record<'admin' | 'partner' | 'citizen', Visitor>>;
  let pages: readonly SitePage[];
  /** Which services each page turns to. */
  const turnsTo = new Map<string, ReadonlySet<UpstreamName>>();

  const visitorOf = (path: string): Visitor =>
    path.includes('/console') ? people.admin : path.includes('/desk') ? people.partner : people.citizen;
  const see = async (app: App, { path, address }: SitePage): Promise<Seen> => {
    const cookie = [...visitorOf(path).cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const { statusCode: status, body } = await app.inject({ url: address, headers: { accept: 'text/html', cookie } });
    const sorry = body.includes('no podem mostrar') || body.includes(shell.serviceDown) || body.includes(noAnswer);
    return { status, sorry, heading: /<h1/.test(body) && /class="main-menu"/.test(body) };
  };
  const noAnswer = upstreamDown().definition.message.ca;

  beforeAll(async () => {
    const { apiKey, ...furnished } = await stage.furnished();
    furniture = furnished.furniture;
    const reached = new Set<UpstreamName>();
    const env = { ...stage.upstreams, PUBLIC_URL: site, OIDC_ISSUER: `${stage.origin}/issuer` };
    const whole = await createTestApp(env, (service) => reached.add(service));
    const somebody = (): Visitor => createVisitor(site, transportTo(whole, site));
    people = { admin: somebody(), partner: somebody(), citizen: somebody() };
    await signInAs(people.admin, 'adam');
    await enterDesk(people.partner, apiKey);
    // The page of components shows every sentence that there is.
    pages = pagesOf(routesOf(whole), 'ca', furniture).filter(({ path }) => path !== '/ca/components');
    const wrong: string[] = [];
    for (const page of pages) {
      reached.clear();
      const seen = await see(whole, page);
      if (seen.status !== 200 || seen.sorry || !seen.heading) wrong.push(`${page.path}: ${JSON.stringify(seen)}`);
      turnsTo.set(page.path, new Set(reached));
    }
    await whole.close();
    if (wrong.length > 0) throw new Error(`Not whole to begin with:\n${wrong.join('\n')}`);
  }, 300_000);

  /** The pages that are not as they are promised with one service somewhere else, in words. */
  const look = async (service: UpstreamName, where: string, timeoutMs: number): Promise<string[]> => {
    const app = await createTestApp({
      ...stage.upstreams,
      PUBLIC_URL: site,
      OIDC_ISSUER: `${stage.origin}/issuer`,
      UPSTREAM_TIMEOUT_MS: String(timeoutMs),
      [variable(service)]: where,
    });
    const turnsThere = ({ path }: SitePage): boolean => turnsTo.get(path)?.has(service) === true;
    const judge = async (page: SitePage): Promise<string | undefined> => {
      const seen = await see(app, page);
      const own = keepers.some(([pattern, keeper]) => keeper === service && pattern.test(page.path));
      const asPromised = turnsThere(page)
        ? seen.sorry && (seen.status === 200 || (own && seen.status === 503))
        : seen.status === 200 && !seen.sorry;
      return asPromised && seen.heading ? undefined : `${page.path}: ${JSON.stringify({ ...seen, own })}`;
    };
    // Where nobody answers at once, only those that wait for it; and a call may have thousands of lines, which are waited
    // for longer than a part of a page is.
    const slow = where !== nowhere;
    const left = pages.filter((page) => !slow || (turnsThere(page) && !page.path.endsWith('/justification')));
    const suspects: SitePage[] = [];
    const queue = left.values();
    const workers = Array.from({ length: 8 }, async () => {
      for (const page of queue) if ((await judge(page)) !== undefined) suspects.push(page);
    });
    await Promise.all(workers);
    // On a busy machine one of the others may have been slow as well: these are looked at again, by themselves.
    const wrong: string[] = [];
    for (const page of suspects) wrong.push((await judge(page)) ?? '');
    if (service === 'training') {
      // Nor is somebody who enrols kept waiting for more.
      const url = `/ca/formacio/${furniture['formacio']}`;
      const headers = { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' };
      const { statusCode, body } = await app.inject({ method: 'POST', url, headers, body: 'name=Ada' });
      if (statusCode !== 503 || !body.includes(noAnswer)) wrong.push(`POST ${url}: ${statusCode}`);
    }
    await app.close();
    return wrong.filter((text) => text !== '');
  };

  it('has pages that each service gives a part of', () => {
    for (const service of services) {
      const with_ = [...turnsTo.values()].filter((used) => used.has(service));
      expect(with_.length, service).toBeGreaterThan(5);
    }
    expect(pages.length).toBeGreaterThan(80);
  });

  it.each(services)('shows every page without %s, and says what is missing', async (service) => {
    expect(await look(service, nowhere, 15_000)).toEqual([]);
  });

  it.each(services)('waits once in a page for %s that does not answer, and then shows the rest', async (service) => {
    const asked = new Map<string, boolean>();
    const twice: string[] = [];
    const silent = createServer((request, response) => {
      const page = String(request.headers['x-correlation-id']);
      // Whoever asks again after it was given up makes its reader wait twice.
      if (asked.get(page) === true) twice.push(`${request.method} ${request.url}`);
      asked.set(page, asked.get(page) ?? false);
      response.on('close', () => asked.set(page, true));
    });
    const where = await listen(silent);
    const wrong = await look(service, where, 1_000);
    silent.closeAllConnections();
    await new Promise((resolve) => silent.close(resolve));
    expect(asked.size).toBeGreaterThan(5);
    expect(wrong).toEqual([]);
    expect(twice).toEqual([]);
  });
});

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
