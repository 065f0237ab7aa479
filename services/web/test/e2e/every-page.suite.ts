import { browserTestsRun } from '@ateneu/testing';
import { beforeAll, describe, expect, it } from 'vitest';

import { createTestApp } from '../app.ts';
import type { Furnished } from '../furniture/furnishers.ts';
import { pagesOf } from '../pages.ts';
import { type Route, routesOf } from '../routes.ts';
import { barriers, complaints, type Page, person, windows } from './people.ts';
import { stage } from './stage.ts';

/** Every page that there is, as its route tells, with one of everything to show. */
describe.skipIf(!browserTestsRun)('every page of the site', { timeout: 300_000 }, () => {
  let routes: readonly Route[];
  let people: Furnished;

  beforeAll(async () => {
    const app = await createTestApp();
    routes = routesOf(app);
    await app.close();
    people = await stage.furnished();
  }, 300_000);

  /** Opens every page of a language, two at a time, and tells what `look` found wrong with them. */
  const walk = async (
    language: 'ca' | 'es' | 'en',
    window: keyof typeof windows,
    look: (page: Page) => Promise<string[]>,
  ): Promise<string[]> => {
    const queue = pagesOf(routes, language, people.furniture).values();
    const found: string[] = [];
    const walker = async (): Promise<void> => {
      const readers = new Map<string, Page>();
      for (const { path, address } of queue) {
        const area = /\/(console|desk)(\/|$)/.exec(path)?.[1] ?? 'site';
        const page = readers.get(area) ?? (await readerOf(area, language, window));
        readers.set(area, page);
        const answer = await page.goto(stage.origin + address);
        if (answer?.status() !== 200) found.push(`${address}: ${answer?.status()}`);
        found.push(...(await look(page)));
      }
      await Promise.all([...readers.values()].map((page) => page.context().close()));
    };
    await Promise.all([walker(), walker()]);
    return found.toSorted();
  };

  /** A window of whoever may see that part of the site. */
  const readerOf = async (area: string, language: 'ca' | 'es' | 'en', window: keyof typeof windows): Promise<Page> => {
    const { page } = await person(stage.browser, stage.origin, {
      language: language === 'en' ? 'ca' : language,
      window,
    });
    const { cookies } = area === 'console' ? people.admin : area === 'desk' ? people.partner : people.citizen;
    const url = stage.origin;
    // Colours that are on their way to others are neither.
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.context().addCookies([...cookies].map(([name, value]) => ({ name, value, url })));
    return page;
  };

  it('keeps nobody out in ca on a desktop, and shows where the keyboard is', async () => {
    expect(await walk('ca', 'desktop', async (page) => [...(await barriers(page)), ...(await lost(page))])).toEqual([]);
  });

  it('keeps nobody out, light and dark, in es on a phone, nor makes them scroll sideways where it is enlarged', async () => {
    const found = await walk('es', 'phone', async (page) => {
      await page.emulateMedia({ colorScheme: 'light' });
      const light = await barriers(page);
      await page.emulateMedia({ colorScheme: 'dark' });
      // What a page is does not depend on the light; what its colours are does.
      const dark = await barriers(page, ['color-contrast', 'link-in-text-block']);
      await page.setViewportSize({ width: 320, height: 640 });
      const width = await page.evaluate<number>('document.scrollingElement.scrollWidth');
      await page.setViewportSize(windows.phone);
      return [...light, ...dark, ...(width <= 320 ? [] : [`${page.url()}: ${width} pixels wide in a window of 320`])];
    });
    expect(found).toEqual([]);
  });

  it('keeps nobody out in en on a desktop', async () => {
    expect(await walk('en', 'desktop', (page) => barriers(page))).toEqual([]);
  });

  it('lets somebody enrol with the keyboard alone', async () => {
    const { page, t, visit, leave } = await person(stage.browser, stage.origin, { language: 'es', window: 'desktop' });
    const email = `teclat.${people.mark}@example.org`;
    await visit('/es/formacion');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.className')).toBe('skip');
    await page.keyboard.press('Enter');
    const session = `/es/formacion/${people.furniture['formacion']}`;
    await tabTo(page, `main .card a[href="${session}"]`);
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${session}`);
    for (const [name, value] of [
      ['name', 'Berta Pons'],
      ['email', email],
    ]) {
      await tabTo(page, `[name="${name}"]`);
      await page.keyboard.type(value ?? '');
    }
    // First without saying yes: what is wrong is read out, and its link leads to the field.
    await tabTo(page, 'main form[method="post"] button[type="submit"]');
    await page.keyboard.press('Enter');
    await page.locator('.error-summary').waitFor();
    await tabTo(page, '.error-summary a');
    await page.keyboard.press('Enter');
    await tabTo(page, '[name="consents.data"]');
    await page.keyboard.press('Space');
    await tabTo(page, 'main form[method="post"] button[type="submit"]');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: t.training.confirmedTitle }).waitFor();
    await leave();
  });

  it('complains of no script, no style and no policy', () => {
    expect(complaints).toEqual([]);
  });
});

/** What of a page can have the keyboard without showing it, and whether the first that has it leads past the menus. */
async function lost(page: Page): Promise<string[]> {
  await page.keyboard.press('Tab');
  // Since a key was pressed, whatever has the focus now shows it as the keyboard's.
  const found = await page.evaluate<string[]>(`(() => {
    const all = [...document.querySelectorAll('a[href], button, input:not([type="hidden"]), select, textarea, summary')];
    const first = document.activeElement?.className === 'skip' ? [] : ['no link past the menus'];
    const unseen = all.filter((one) => {
      if (one.closest('[aria-hidden="true"]') || one.disabled || !one.checkVisibility()) return false;
      one.focus();
      const { outlineStyle, outlineWidth } = getComputedStyle(one);
      return document.activeElement !== one || outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2;
    });
    return [...first, ...unseen.map((one) => one.outerHTML.slice(0, 120))];
  })()`);
  return found.map((what) => `${page.url()}: ${what}`);
}

/** Presses Tab until what was looked for has the keyboard. @throws Error where it never has */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 120; presses += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate<boolean>(`document.activeElement.matches(${JSON.stringify(selector)})`)) return;
  }
  throw new Error(`The keyboard never comes to ${selector}.`);
}
