import { describe, expect, it } from 'vitest';

import { browserTestsRun, launchBrowser } from './browser.ts';

describe.skipIf(!browserTestsRun)('the browser of tests', () => {
  it('shows a page and runs its script', async () => {
    await using browser = await launchBrowser();
    const page = await browser.newPage();
    await page.setContent(
      '<h1>l·lustració</h1><script>document.title = document.querySelector("h1").textContent</script>',
    );
    expect(await page.title()).toBe('l·lustració');
  });
});
