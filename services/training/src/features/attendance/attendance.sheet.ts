import { type Language, localize, type LocalizedText } from '@ateneu/kernel';

import { timeZone } from '../../madrid.ts';
import { createPdf, type Pdf } from '../../pdf/document.ts';

/** What the sheet tells of a session. */
export interface SheetSession {
  title: LocalizedText;
  courseTitle: LocalizedText | null;
  startsAt: string;
  endsAt: string;
  venue: string | null;
  responsible: string | null;
  actuacio: string | null;
}

/** One person on it. */
export interface SheetLine {
  name: string;
  /** The last characters alone: whoever passes the sheet around shows nobody's number. */
  identityDocument: string | null;
  /** Whether the person may appear in pictures. */
  imagesConsent: boolean;
}

interface Texts {
  title: string;
  facts: Record<'course' | 'session' | 'date' | 'venue' | 'responsible' | 'actuacio', string>;
  columns: readonly string[];
  images: string;
  count: (people: number) => string;
  page: (page: number, pages: number) => string;
}

const texts: Record<Language, Texts> = {
  ca: {
    title: 'Full d’assistència',
    facts: {
      course: 'Curs',
      session: 'Sessió',
      date: 'Data i hora',
      venue: 'Lloc',
      responsible: 'Persona responsable',
      actuacio: 'Actuació',
    },
    columns: ['Núm.', 'Nom i cognoms', 'Document', 'Signatura'],
    images: '* No ha autoritzat fotografies.',
    count: (people) => `Persones amb plaça: ${people}`,
    page: (page, pages) => `Pàgina ${page} de ${pages}`,
  },
  es: {
    title: 'Hoja de asistencia',
    facts: {
      course: 'Curso',
      session: 'Sesión',
      date: 'Fecha y hora',
      venue: 'Lugar',
      responsible: 'Persona responsable',
      actuacio: 'Actuación',
    },
    columns: ['Núm.', 'Nombre y apellidos', 'Documento', 'Firma'],
    images: '* No ha autorizado fotografías.',
    count: (people) => `Personas con plaza: ${people}`,
    page: (page, pages) => `Página ${page} de ${pages}`,
  },
  en: {
    title: 'Attendance sheet',
    facts: {
      course: 'Course',
      session: 'Session',
      date: 'Date and time',
      venue: 'Venue',
      responsible: 'In charge',
      actuacio: 'Actuació',
    },
    columns: ['No.', 'Name', 'Document', 'Signature'],
    images: '* Has not agreed to pictures.',
    count: (people) => `People with a place: ${people}`,
    page: (page, pages) => `Page ${page} of ${pages}`,
  },
};

const widths = [46, 220, 90, 127] as const;
const left = 56;
const padding = 6;
/** Room for a signature. */
const smallestRow = 32;
const bottom = 842 - 72;

/** The sheet that people sign: everybody with a place by name, and empty lines for whoever walks in. */
export function attendanceSheet(
  session: SheetSession,
  lines: readonly SheetLine[],
  { language, at }: { language: Language; at: Date },
): Promise<Buffer> {
  const text = texts[language];
  const say = (value: LocalizedText): string => localize(value, language).text;
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'short', timeZone });
  const range = day.formatRange(new Date(session.startsAt), new Date(session.endsAt));
  const facts: [string, string | null][] = [
    [text.facts.course, session.courseTitle === null ? null : say(session.courseTitle)],
    [text.facts.session, say(session.title)],
    [text.facts.date, range],
    [text.facts.venue, session.venue],
    [text.facts.responsible, session.responsible],
    [text.facts.actuacio, session.actuacio],
  ];
  return createPdf({ title: `${text.title}: ${say(session.title)}`, language, at }, (pdf) => {
    pdf.font('bold').fontSize(18).text(text.title);
    pdf.moveDown(0.5).fontSize(10);
    for (const [name, value] of facts) {
      if (value === null) continue;
      pdf.font('bold').text(`${name}: `, { continued: true }).font('regular').text(value);
    }
    pdf.moveDown(0.5);
    header(pdf, text);
    const walkIns = Array.from({ length: 5 }, () => undefined);
    for (const [index, line] of [...lines, ...walkIns].entries()) row(pdf, text, index + 1, line);
    pdf.moveDown(0.5).fontSize(9).text(text.count(lines.length), left);
    if (lines.some(({ imagesConsent }) => !imagesConsent)) pdf.text(text.images, left);
    numberPages(pdf, text);
  });
}

function header(pdf: Pdf, text: Texts): void {
  cells(pdf.font('bold').fontSize(9), text.columns, 22);
  pdf.font('regular');
}

function row(pdf: Pdf, text: Texts, number: number, line: SheetLine | undefined): void {
  const name = line === undefined ? '' : `${line.name}${line.imagesConsent ? '' : ' *'}`;
  pdf.fontSize(10);
  const height = Math.max(smallestRow, pdf.heightOfString(name, { width: widths[1] - 2 * padding }) + 2 * padding);
  if (pdf.y + height > bottom) {
    pdf.addPage();
    header(pdf, text);
    pdf.fontSize(10);
  }
  cells(pdf, [String(number), name, line?.identityDocument ?? '', ''], height);
}

function cells(pdf: Pdf, values: readonly string[], height: number): void {
  const { y } = pdf;
  let x = left;
  for (const [index, width] of widths.entries()) {
    pdf.rect(x, y, width, height).lineWidth(0.5).stroke('#666666');
    pdf.fillColor('black').text(values[index] ?? '', x + padding, y + padding, { width: width - 2 * padding });
    x += width;
  }
  pdf.x = left;
  pdf.y = y + height;
}

function numberPages(pdf: Pdf, text: Texts): void {
  const { start, count } = pdf.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    pdf.switchToPage(page);
    // Below the margin text would begin a new page.
    pdf.page.margins.bottom = 0;
    pdf.fontSize(8).text(text.page(page + 1, count), left, 842 - 44, { width: 483, align: 'right', lineBreak: false });
  }
}

/** What of a document is shown: `•••• 678Z`. */
export function maskedDocument(document: string | undefined): string | null {
  return document === undefined ? null : `•••• ${document.slice(-4)}`;
}
