import { vi } from 'vitest';

import type { Shown, Visitor } from '../visitor.ts';

/** What a platform has one of, by what its addresses call it: `sessions` for `/console/sessions/:id`. */
export type Furniture = Readonly<Record<string, string>>;

/** Those who furnish it, each with a browser of their own that runs no script. */
export interface Furnishers {
  readonly origin: string;
  /** By which what they made can be told from what others did. */
  readonly mark: string;
  /** A coordinator, an administrator and a partner entity, all signed in when the furniture is there. */
  readonly staff: Visitor;
  readonly admin: Visitor;
  readonly partner: Visitor;
  readonly citizen: Visitor;
  /** A page of the console. */
  desk(path: string): Promise<Shown>;
  /** Follows the link of the newest message to an address, and presses its button. */
  confirm(address: string): Promise<void>;
}

/** Those who furnished a platform, and what there is now. */
export interface Furnished extends Furnishers {
  readonly furniture: Furniture;
  /** What the partner comes in with. */
  readonly apiKey: string;
}

/** A partner comes in by its key. */
export async function enterDesk(partner: Visitor, apiKey: string): Promise<void> {
  await done(partner.send(await partner.visit('/ca/desk/sign-in'), '/desk/sign-in', { apiKey }));
}

/** What came of a form that must be taken. @throws Error with what the page says where it was not */
export async function done(sent: Promise<Shown>): Promise<Shown> {
  const shown = await sent;
  const { url, status, text } = shown;
  const wrong = /<div class="(?:error-summary|notice notice-(?:danger|warning))"[\s\S]*?<\/div>/.exec(text)?.[0];
  if (status < 400 && wrong === undefined) return shown;
  throw new Error(`${status} at ${url.href}: ${(wrong ?? text.slice(-2_000)).replaceAll(/<[^>]+>|\s+/g, ' ')}`);
}

/**
 * The page of long work once that is done, after which it shows nothing else by itself.
 *
 * @throws Error where it is not done in half a minute
 */
export function whenDone(look: () => Promise<Shown>): Promise<Shown> {
  return vi.waitFor(
    async () => {
      const shown = await look();
      if (shown.text.includes('data-working')) throw new Error(`It is still going on at ${shown.url.href}.`);
      return shown;
    },
    { timeout: 30_000, interval: 100 },
  );
}

/** The id in the first link to one of these. @throws Error where there is none */
export function firstId(text: string, name: string): string {
  const id = new RegExp(`/${name}/([0-9a-f-]{36})`).exec(text)?.[1];
  if (id === undefined) throw new Error(`No ${name} is to be found.`);
  return id;
}

/** The id that a page's address has after a name. @throws Error where it has none */
export function idOf({ url }: Shown, name: string): string {
  const id = new RegExp(`/${name}/([^/?]+)`).exec(url.pathname)?.[1];
  if (id === undefined || id === 'new') throw new Error(`No ${name} came of it: ${url.href}`);
  return id;
}

/**
 * The address of what is there, for a route's path; `undefined` where nothing of it was made.
 *
 * A value is that of the segment before (`sessions` for `/sessions/:id`), or of the value's own name.
 */
export function addressOf(path: string, furniture: Furniture): string | undefined {
  const segments = path.split('/');
  const filled = segments.map((segment, index) =>
    segment.startsWith(':') ? (furniture[segments[index - 1] ?? ''] ?? furniture[segment.slice(1)]) : segment,
  );
  return filled.includes(undefined) ? undefined : filled.join('/');
}
