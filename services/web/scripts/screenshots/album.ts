import { join } from 'node:path';

import { person, type Person, signIn, windows } from '../../test/e2e/people.ts';
import type { Browser } from '../../test/e2e/stage.ts';

/** Somebody whose pages are taken. */
export interface Sitter extends Person {
  /** Takes the page as it is, from its top down to so many pixels, 1600 where nothing is said. */
  take(name: string, tallest?: number): Promise<void>;
}

/** Who looks, and in what. */
export interface Sitting {
  readonly language?: 'ca' | 'es';
  readonly window?: keyof typeof windows;
  readonly dark?: boolean;
  /** A member of the demo staff who is signed in. */
  readonly staff?: string;
}

/** Where pictures are put, and by whom they are looked at. */
export interface Album {
  /** Opens a window for somebody, does what is to be done there, and closes it. */
  sit(sitting: Sitting, work: (sitter: Sitter) => Promise<void>): Promise<void>;
}

/** Makes an album of a platform that runs. */
export function openAlbum(place: {
  readonly browser: Browser;
  readonly origin: string;
  readonly folder: string;
}): Album {
  const { browser, origin, folder } = place;
  return {
    sit: async ({ language = 'ca', window = 'desktop', dark = false, staff }, work) => {
      const who = await person(browser, origin, { language, window });
      await who.page.emulateMedia({ colorScheme: dark ? 'dark' : 'light', reducedMotion: 'reduce' });
      if (staff !== undefined) await signIn(who, staff);
      const take: Sitter['take'] = async (name, tallest = 1600) => {
        const { width, height } = windows[window];
        const tall = await who.page.evaluate<number>('document.documentElement.scrollHeight');
        await who.page.evaluate('document.fonts.ready');
        await who.page.screenshot({
          path: join(folder, `${name}.png`),
          // What sticks to the window stands in the middle of a page that is taken whole.
          fullPage: tallest > height,
          clip: { x: 0, y: 0, width, height: Math.min(Math.max(tall, height), tallest) },
        });
      };
      await work({ ...who, take });
      await who.leave();
    },
  };
}
