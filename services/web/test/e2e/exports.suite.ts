import { readFile } from 'node:fs/promises';

import { browserTestsRun } from '@ateneu/testing';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { done } from '../furniture/furnishers.ts';
import { createVisitor } from '../visitor.ts';
import { barriers, complaints, mailTo, person, type Person, signIn } from './people.ts';
import { stage } from './stage.ts';

const patience = { timeout: 30_000 };

/** What staff do with exports, by clicking: begun, left, found again, downloaded. */
describe.skipIf(!browserTestsRun)('exports, by clicking', { timeout: 120_000 }, () => {
  // Besides what is published, somebody has proposed something whose name a spreadsheet would take for a formula.
  beforeAll(async () => {
    const citizen = createVisitor(stage.origin);
    const address = 'proposa@example.org';
    await done(
      citizen.send(await citizen.visit('/ca/proposa'), '/proposa', {
        'name.ca': '=SUMA(A1;A9)',
        'summary.ca': 'Uns veïns que fan comptes.',
        legalForm: 'associacio',
        sectors: 'cures',
        'proposer.name': 'Neus Font',
        'proposer.email': address,
      }),
    );
    const { links } = await mailTo(stage.origin, address, /self-service/);
    await citizen.send(await citizen.visit(links.find((link) => link.includes('self-service')) ?? ''), /./);
  }, 60_000);

  /** What one person at one window does in these tests. */
  const hands = (who: () => Person) => {
    const to = (path: string) => who().visit(`/${who().language}/console${path}`);
    const clean = async (): Promise<void> => expect(await barriers(who().page)).toEqual([]);
    const begun = () => who().page.waitForURL(/\/console\/exports\/[0-9a-f-]{36}$/);
    /** The file that a link gives, and what it is called. */
    const download = async (): Promise<{ name: string; text: string }> => {
      const { page, t } = who();
      const coming = page.waitForEvent('download');
      await who().follow(t.consoleDirectory.exportDownload);
      const file = await coming;
      return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
    };
    /** How many initiatives the page of an export says that its file has. */
    const rows = async (): Promise<number> => {
      const { page, t } = who();
      const fact = page.locator('dl.facts div', {
        has: page.locator('dt', { hasText: t.consoleDirectory.exportRows }),
      });
      return Number((await fact.locator('dd').innerText()).replaceAll(/\D/g, ''));
    };
    return { to, clean, begun, download, rows };
  };

  describe('by a technician, in Catalan at a desk', () => {
    let staff: Person;
    const { to, clean, begun, download, rows } = hands(() => staff);
    beforeAll(async () => {
      staff = await person(stage.browser, stage.origin, { language: 'ca', window: 'desktop' });
      await signIn(staff, 'Tània Soler');
    });
    afterAll(() => staff?.leave());

    it('what the list shows is exported, left alone, found again when it is ready, and has nothing else in it', async () => {
      const { t, page, follow, press } = staff;
      const d = t.consoleDirectory;
      await to('/initiatives?status=published');
      await follow(d.exportThese);
      await page.getByRole('heading', { name: d.exportTitle, exact: true }).waitFor();
      expect(await page.getByLabel(t.console.statusPublished, { exact: true }).isChecked()).toBe(true);
      expect(await page.getByLabel(t.console.statusProposed, { exact: true }).isChecked()).toBe(false);
      // What only coordinators do is not offered.
      expect(await page.getByRole('heading', { name: d.importTitle, exact: true }).count()).toBe(0);
      await clean();
      await page.getByLabel(d.exportGeoJson).check();
      await press(d.exportBegin);
      await begun();
      const own = new URL(page.url()).pathname;

      await to('');
      await to('/imports');
      const row = page.getByRole('row', { name: /GeoJSON/ });
      await row.getByText('Tània Soler').waitFor();
      await row.getByRole('link', { name: t.console.statusPublished }).click();
      await page.waitForURL((url) => url.pathname === own);
      // The page shows by itself when it is done.
      await page.getByRole('link', { name: d.exportDownload }).waitFor();
      await clean();
      const { name, text } = await download();
      expect(name).toMatch(/^iniciatives-seleccio-\d{4}-\d\d-\d\d-\d{4}\.geojson$/);
      const { features } = JSON.parse(text) as { features: { properties: { status: string } }[] };
      expect(features.length).toBeGreaterThan(2);
      expect(await rows()).toBe(features.length);
      expect(new Set(features.map(({ properties }) => properties.status))).toEqual(new Set(['published']));
    });

    it('those of a sector alone are exported too; what is there no more is a page that says so', async () => {
      const { t, page, press } = staff;
      const d = t.consoleDirectory;
      await to('/imports');
      await page.locator('summary', { hasText: d.exportMore }).click();
      await page.getByRole('group', { name: t.directory.sectors }).getByRole('checkbox').first().check();
      await press(d.exportBegin);
      await begun();
      await page.getByRole('link', { name: d.exportDownload }).waitFor();
      const { text } = await download();
      const records = parse(text, { columns: true }) as unknown as Record<string, string>[];
      expect(records).toHaveLength(await rows());
      const { pathname } = new URL(page.url());
      await page.locator('summary', { hasText: d.exportDelete }).click();
      await press(t.desk.confirmSure);
      await page.getByText(d.exportDeleted).waitFor();
      await staff.visit(`${pathname}/file`);
      expect((await page.request.get(stage.origin + pathname)).status()).toBe(404);
    });
  });

  describe('by a coordinator, in Spanish on a telephone that runs no script', () => {
    let staff: Person;
    const { to, begun, download, rows } = hands(() => staff);
    beforeAll(async () => {
      staff = await person(stage.browser, stage.origin, { language: 'es', window: 'phone', scripts: false });
      await signIn(staff, 'Carme Ribas');
    });
    afterAll(() => staff?.leave());

    it('everything is exported, in any state, by a link that looks again; no cell is a formula, and nobody who proposed is in it', async () => {
      const { t, page, press, follow } = staff;
      const d = t.consoleDirectory;
      await to('/imports');
      await press(d.exportBegin);
      await begun();
      await expect
        .poll(async () => {
          const again = page.getByRole('link', { name: d.refresh });
          if ((await again.count()) > 0) await again.click();
          return page.getByRole('link', { name: d.exportDownload }).count();
        }, patience)
        .toBe(1);
      await page.getByText(d.exportAll).waitFor();
      const { name, text } = await download();
      expect(name).toMatch(/^iniciatives-\d{4}-\d\d-\d\d-\d{4}\.csv$/);
      const records = parse(text, { columns: true }) as unknown as Record<string, string>[];
      expect(records).toHaveLength(await rows());
      expect(new Set(records.map((record) => record['status'])).size).toBeGreaterThan(1);
      expect(records.map((record) => record['name_ca'])).toContain("'=SUMA(A1;A9)");
      expect(text).not.toContain('proposa@example.org');
      await follow(d.exportsAll);
      await page
        .getByRole('row', { name: new RegExp(d.exportAll) })
        .getByText(d.exportReady)
        .waitFor();
    });

    it('when somebody is erased, its page says why there is no file any more, and it is written again', async () => {
      const { t, page, press, fill } = staff;
      const d = t.consoleDirectory;
      await to('/imports');
      await page.getByRole('link', { name: d.exportAll }).first().click();
      const own = page.url();
      await to('/privacy');
      await fill(t.privacy.email, 'ningu@example.org');
      await press(t.privacy.look);
      await page.getByLabel(new RegExp(t.privacy.sure)).check();
      await press(t.privacy.erase);
      await page.getByRole('heading', { name: t.privacy.erasedTitle }).waitFor();
      await page.goto(own);
      await expect
        .poll(async () => {
          await page.reload();
          return page.getByText(d.exportErased).count();
        }, patience)
        .toBe(1);
      // Who fetches it all the same is told, on the same page.
      await page.goto(`${own}/file`);
      expect(page.url()).toBe(own);
      await page.locator('.notice-danger').waitFor();
      await press(d.exportRestart);
      await page.getByText(d.exportBegun).waitFor();
      await expect
        .poll(async () => {
          await page.reload();
          return page.getByRole('link', { name: d.exportDownload }).count();
        }, patience)
        .toBe(1);
    });
  });

  it('nothing was complained of by any page', () => {
    expect(complaints).toEqual([]);
  });
});
