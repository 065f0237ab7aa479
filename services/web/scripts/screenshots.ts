/**
 * Takes the pictures of docs/images anew: `npm run screenshots -w services/web`. A platform is started for it, with its
 * demonstration data; its clock goes some days on, so that what only time makes is there to see. A folder may be named to put
 * them elsewhere, for whoever wants to compare.
 */
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';

import { launchBrowser } from '@ateneu/testing';

import { startPlatform } from '../test/e2e/platform.ts';
import { type Album, openAlbum } from './screenshots/album.ts';
import { happenings } from './screenshots/happenings.ts';
import { takePartners, takePublic, takeTeam } from './screenshots/pictures.ts';

const folder = resolve(process.argv[2] ?? join(import.meta.dirname, '../../../docs/images'));
await mkdir(folder, { recursive: true });
const [platform, browser] = await Promise.all([startPlatform(), launchBrowser()]);
try {
  const album: Album = openAlbum({ browser, origin: platform.origin, folder });
  await happenings(platform, browser);
  await takePublic(album);
  await takeTeam(album);
  await takePartners(album);
} finally {
  await browser.close();
  await platform.stop();
}
