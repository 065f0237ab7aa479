import { filledIn, formsIn, type ServedForm, type Written } from './forms.ts';

/** A page as somebody got it. */
export interface Shown {
  /** Where they are now, after what led them on. */
  readonly url: URL;
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly forms: readonly ServedForm[];
}

/** Asks as `fetch` does, of something that need not be on the network. */
export type Transport = (url: string, init: RequestInit) => Promise<Response>;

/** Somebody with a browser that runs no script: it keeps cookies, goes where it is led, and sends forms. */
export interface Visitor {
  readonly cookies: ReadonlyMap<string, string>;
  visit(where: string): Promise<Shown>;
  /**
   * Sends the form of a page that posts to an address.
   *
   * @param action how the address ends, without its query
   */
  send(shown: Shown, action: string | RegExp, written?: Written, button?: Written): Promise<Shown>;
}

/** @param origin where addresses without one are; there alone are cookies sent */
export function createVisitor(origin: string, transport: Transport = fetch): Visitor {
  const jars = new Map<string, Map<string, string>>();
  const jarOf = (url: URL): Map<string, string> => {
    const jar = jars.get(url.host) ?? new Map<string, string>();
    jars.set(url.host, jar);
    return jar;
  };

  const go = async (where: URL, init: Pick<RequestInit, 'method' | 'body'>): Promise<Shown> => {
    let [url, asked] = [where, init];
    for (let hop = 0; hop < 15; hop += 1) {
      const cookie = [...jarOf(url)].map(([name, value]) => `${name}=${value}`).join('; ');
      const headers = { accept: 'text/html', ...(cookie === '' ? {} : { cookie }) };
      const response = await transport(url.href, { ...asked, headers, redirect: 'manual' });
      keep(jarOf(url), response);
      const location = response.headers.get('location');
      if (location === null) {
        const text = await response.text();
        return { url, status: response.status, headers: response.headers, text, forms: formsIn(text, url.href) };
      }
      await response.body?.cancel();
      url = new URL(location, url);
      asked = {};
    }
    throw new Error(`${where.href} leads on without end.`);
  };

  return {
    get cookies() {
      return jarOf(new URL(origin));
    },
    visit: (where) => go(new URL(where, origin), {}),
    send: async (shown, action, written = {}, button = {}) => {
      const form = shown.forms.find(({ action: to, method }) => method === 'POST' && leadsTo(to, action));
      if (form === undefined) throw new Error(`${shown.url.href} has no form for ${String(action)}.`);
      const data = filledIn(form, written, button);
      if (form.multipart) return go(new URL(form.action), { method: 'POST', body: data });
      const pairs = [...data].map(([name, value]): [string, string] => [
        name,
        value instanceof File ? value.name : value,
      ]);
      return go(new URL(form.action), { method: 'POST', body: new URLSearchParams(pairs) });
    },
  };
}

function leadsTo(address: string, action: string | RegExp): boolean {
  const { pathname } = new URL(address);
  return typeof action === 'string' ? pathname.endsWith(action) : action.test(pathname);
}

function keep(jar: Map<string, string>, response: Response): void {
  for (const line of response.headers.getSetCookie()) {
    const [pair = ''] = line.split(';', 1);
    const [name, value] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
    const over = /;\s*(max-age=0|expires=Thu, 01 Jan 1970)/i.test(line);
    if (value === '' || over) jar.delete(name);
    else jar.set(name, value);
  }
}

/** Signs a member of the demo staff in at the console's door, as the issuer of the platform wants it. */
export async function signInAs(visitor: Visitor, account: string, language: 'ca' | 'es' = 'ca'): Promise<Shown> {
  const door = await visitor.visit(`/${language}/console/sign-in/start?to=/${language}/console`);
  const home = await visitor.send(door, /\/login$/, {}, { account });
  if (home.url.pathname !== `/${language}/console`) throw new Error(`${account} ended at ${home.url.href}.`);
  return home;
}
