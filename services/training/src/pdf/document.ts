import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

// Names the package to whoever bundles the service: what is read below are files of it.
import fontPackage from '@expo-google-fonts/noto-sans/package.json' with { type: 'json' };
import type PdfDocument from 'pdfkit';

/** A document that is being written. */
export type Pdf = InstanceType<typeof PdfDocument>;

/** Noto Sans has every letter that Europe writes names with, and is embedded, so that every printer has them too. */
function font(file: string): Buffer {
  return readFileSync(fileURLToPath(import.meta.resolve(`${fontPackage.name}/${file}`)));
}

/** Loaded when it is first needed: it takes its time and memory, and most processes write no document. */
async function load() {
  const { default: Document } = await import('pdfkit');
  return {
    Document,
    regular: font('400Regular/NotoSans_400Regular.ttf'),
    bold: font('700Bold/NotoSans_700Bold.ttf'),
  };
}
let loaded: ReturnType<typeof load> | undefined;

/** What a document says of itself. */
export interface PdfFacts {
  title: string;
  language: string;
  landscape?: boolean;
  /** When what it says was so; nothing in it depends on when it is written. */
  at: Date;
}

/** Writes an A4 document; `write` draws, with the fonts `regular` and `bold`. */
export async function createPdf(facts: PdfFacts, write: (pdf: Pdf) => void): Promise<Buffer> {
  loaded ??= load();
  const { Document, regular, bold } = await loaded;
  const pdf = new Document({
    size: 'A4',
    layout: facts.landscape === true ? 'landscape' : 'portrait',
    margins: { top: 56, bottom: 56, left: 56, right: 56 },
    bufferPages: true,
    lang: facts.language,
    displayTitle: true,
    info: {
      Title: facts.title,
      Author: 'Ateneu Cooperatiu de L’Hospitalet de Llobregat',
      CreationDate: facts.at,
      ModDate: facts.at,
    },
  });
  pdf.registerFont('regular', regular);
  pdf.registerFont('bold', bold);
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  const parts: Buffer[] = [];
  pdf.on('data', (part: Buffer) => parts.push(part));
  pdf.on('end', () => resolve(Buffer.concat(parts)));
  pdf.on('error', reject);
  try {
    pdf.font('regular');
    write(pdf);
    pdf.end();
  } catch (error) {
    reject(error);
  }
  return promise;
}

/** Writes a text in at most so many lines of a width, smaller where it is long; never cut, never over the edge. */
export function writeFitting(
  pdf: Pdf,
  text: string,
  place: {
    x: number;
    y: number;
    width: number;
    size: number;
    smallest: number;
    lines: number;
    align?: 'left' | 'center';
  },
): number {
  const { x, y, width, smallest, lines, align = 'left' } = place;
  let { size } = place;
  const height = (): number => pdf.fontSize(size).heightOfString(text, { width });
  while (size > smallest && height() > pdf.fontSize(size).currentLineHeight(true) * lines + 1) size -= 1;
  pdf.fontSize(size).text(text, x, y, { width, align });
  return height();
}
