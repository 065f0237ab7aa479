import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';

import type { Language } from '@ateneu/kernel';
import type { launchBrowser } from '@ateneu/testing';

import { pathTo } from '../../src/shell/paths.ts';
import { textsFor, type Texts } from '../../src/texts/index.ts';

type Browser = Awaited<ReturnType<typeof launchBrowser>>;
type Context = Awaited<ReturnType<Browser['newContext']>>;

/** A page of a browser. */
export type Page = Awaited<ReturnType<Context['newPage']>>;

/** The windows that the story is played in. */
export const windows = { desktop: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } } as const;

/** Somebody at a browser, in one language. */
export interface Person {
  readonly page: Page;
  readonly t: Texts;
  readonly language: 'ca' | 'es';
  /** Where the platform is. */
  readonly origin: string;
  /** Goes to a public page, or to an address. */
  visit(where: string): Promise<void>;
  /** Presses a button. Where it leads to a page, all of that is there afterwards. */
  press(name: string): Promise<void>;
  /** Follows a link; all of the page is there afterwards. */
  follow(name: string | RegExp): Promise<void>;
  /** Fills in the field with this label; the word that says whether it is required may follow the label. */
  fill(label: string, value: string): Promise<void>;
  leave(): Promise<void>;
}

/** What the scripts of pages and the policy of the site said in the windows of this run. */
export const complaints: string[] = [];

/** Opens a browser window for somebody. */
export async function person(
  browser: Browser,
  origin: string,
  { language, window, scripts = true }: { language: 'ca' | 'es'; window: keyof typeof windows; scripts?: boolean },
): Promise<Person> {
  const context = await browser.newContext({ viewport: windows[window], locale: language, javaScriptEnabled: scripts });
  const page = await context.newPage();
  // What takes a second by itself takes many on a machine that does much else.
  page.setDefaultTimeout(30_000);
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    // A refusal that a person sees in words is no complaint; the issuer's pages have no icon.
    if (message.type() === 'error' && !/status of (4\d\d|503)/.test(message.text())) complaints.push(message.text());
  });
  // A click waits until a new page has begun to come; who looks at once would see a part of it.
  const click = async (link: ReturnType<Page['locator']>): Promise<void> => {
    await link.click();
    await page.waitForLoadState();
  };
  return {
    page,
    t: textsFor(language),
    language,
    origin,
    visit: async (where) => {
      await page.goto(origin + where);
    },
    press: (name) => click(page.getByRole('button', { name, exact: true }).first()),
    follow: (name) => click(page.getByRole('link', { name, exact: typeof name === 'string' }).first()),
    fill: (label, value) => field(page, label).fill(value),
    leave: () => context.close(),
  };
}

/** The field with a label. */
export function field(page: Page, label: string) {
  const escaped = label.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  return page.getByLabel(new RegExp(`^${escaped}( \\(|$)`)).first();
}

/** Signs a member of the demo staff in, by the console's own door. */
export async function signIn({ page, visit, follow, t, language, origin }: Person, name: string): Promise<void> {
  await visit(`/${language}/console`);
  await follow(t.desk.signInButton);
  await page.getByRole('button', { name }).click();
  await page.waitForURL((url) => url.pathname === `/${language}/console`);
  sessions.set(`${name} ${origin}`, await page.context().cookies());
}

/** The sessions that were begun by the door of a platform, by whose they are. */
const sessions = new Map<string, Awaited<ReturnType<Context['cookies']>>>();

/** Comes to the console as somebody who signed in there before, which the door takes many times as long for; else by it. */
export async function comeIn(person: Person, name: string): Promise<void> {
  const cookies = sessions.get(`${name} ${person.origin}`);
  if (cookies === undefined) return signIn(person, name);
  await person.page.context().addCookies(cookies);
  await person.visit(`/${person.language}/console`);
}

/** The newest message to an address whose subject or text says something, as soon as it is there. */
export async function mailTo(
  origin: string,
  address: string,
  says: RegExp,
): Promise<{ text: string; links: string[] }> {
  for (const until = performance.now() + 45_000; ; await setTimeout(100)) {
    const response = await fetch(`${origin}/mail/messages?to=${encodeURIComponent(address)}`);
    const { messages } = (await response.json()) as {
      messages: { subject: string; text: string; links: string[] }[];
    };
    const found = messages.find(({ subject, text }) => says.test(`${subject}\n${text}`));
    if (found !== undefined) return found;
    if (performance.now() > until) throw new Error(`No message to ${address} says ${String(says)}.`);
  }
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * What axe finds wrong with a page: nothing, we hope.
 *
 * @param only these rules, where the rest has been looked at
 */
export async function barriers(page: Page, only?: readonly string[]): Promise<string[]> {
  // Half a page, or one whose style is still on its way, is not what anybody reads.
  await page.waitForLoadState();
  await page.evaluate(`globalThis.axe === undefined && (() => { ${axe} })()`);
  const run = { runOnly: only === undefined ? rules : { type: 'rule', values: only }, resultTypes: ['violations'] };
  const found: unknown = await page.evaluate(`axe.run(document, ${JSON.stringify(run)})`);
  const { violations } = found as { violations: { id: string; help: string; nodes: { html: string }[] }[] };
  return violations.map(
    ({ id, help, nodes }) =>
      `${page.url()}: ${id}: ${help}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`,
  );
}

/** A public page's address. */
export function publicPath(
  language: Language,
  page: Parameters<typeof pathTo>[1],
  parameters?: Record<string, string>,
): string {
  return pathTo(language, page, parameters);
}
