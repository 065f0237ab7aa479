import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { PNG } from 'pngjs';

const run = promisify(execFile);

/** Whether this machine can read PDFs back (`apt-get install poppler-utils`); always demanded in CI. */
export const pdfToolsRun =
  process.env['CI'] === 'true' ||
  (await run('pdftotext', ['-v']).then(
    () => true,
    () => false,
  ));

async function withFile<T>(pdf: Buffer, work: (file: string, folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'ateneu-pdf-'));
  try {
    const file = join(folder, 'document.pdf');
    await writeFile(file, pdf);
    return await work(file, folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** What a reader finds in a PDF, as it is laid out. */
export function textOf(pdf: Buffer): Promise<string> {
  return withFile(pdf, async (file) => (await run('pdftotext', ['-layout', file, '-'])).stdout);
}

/** The names of the fonts in a PDF that are not embedded. */
export function missingFonts(pdf: Buffer): Promise<string[]> {
  return withFile(pdf, async (file) => {
    const [, , ...lines] = (await run('pdffonts', [file])).stdout.trim().split('\n');
    return lines.filter((line) => !/\byes\b/.test(line));
  });
}

/** How far the ink of a page is from its four edges, in points: nothing may run over them. */
export function marginsOf(
  pdf: Buffer,
  page = 1,
): Promise<{ left: number; right: number; top: number; bottom: number }> {
  return withFile(pdf, async (file, folder) => {
    const target = join(folder, 'page');
    await run('pdftoppm', ['-r', '72', '-f', String(page), '-l', String(page), '-singlefile', '-png', file, target]);
    const { data, width, height } = PNG.sync.read(await readFile(`${target}.png`));
    const inked = { left: width, right: width, top: height, bottom: height };
    for (let y = 0; y < height; y += 1) {
      for (let x = 0; x < width; x += 1) {
        if ((data[(y * width + x) * 4] ?? 255) > 200) continue;
        inked.left = Math.min(inked.left, x);
        inked.right = Math.min(inked.right, width - 1 - x);
        inked.top = Math.min(inked.top, y);
        inked.bottom = Math.min(inked.bottom, height - 1 - y);
      }
    }
    return inked;
  });
}
