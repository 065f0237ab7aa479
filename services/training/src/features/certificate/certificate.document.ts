import { type Language, localize } from '@ateneu/kernel';

import { timeZone } from '../../madrid.ts';
import { createPdf, writeFitting } from '../../pdf/document.ts';
import { readableCode } from '../enrolment/index.ts';
import type { Certificate } from './certificate.query.ts';

interface Texts {
  title: string;
  organisation: string;
  certifies: string;
  attended: string;
  time: (hours: string, dates: string) => string;
  place: (date: string) => string;
  verify: (code: string) => string;
  revoked: string;
}

const texts: Record<Language, Texts> = {
  ca: {
    title: 'Certificat d’assistència',
    organisation: 'Ateneu Cooperatiu de L’Hospitalet de Llobregat',
    certifies: 'L’Ateneu Cooperatiu de L’Hospitalet de Llobregat certifica que',
    attended: 'ha assistit a l’acció formativa',
    time: (hours, dates) => `amb una durada de ${hours} (${dates}).`,
    place: (date) => `L’Hospitalet de Llobregat, ${date}`,
    verify: (code) => `Podeu comprovar aquest certificat amb el codi ${code} a:`,
    revoked: 'ANUL·LAT',
  },
  es: {
    title: 'Certificado de asistencia',
    organisation: 'Ateneu Cooperatiu de L’Hospitalet de Llobregat',
    certifies: 'El Ateneu Cooperatiu de L’Hospitalet de Llobregat certifica que',
    attended: 'ha asistido a la acción formativa',
    time: (hours, dates) => `con una duración de ${hours} (${dates}).`,
    place: (date) => `L’Hospitalet de Llobregat, ${date}`,
    verify: (code) => `Puede comprobar este certificado con el código ${code} en:`,
    revoked: 'ANULADO',
  },
  en: {
    title: 'Certificate of attendance',
    organisation: 'Ateneu Cooperatiu de L’Hospitalet de Llobregat',
    certifies: 'The Ateneu Cooperatiu de L’Hospitalet de Llobregat certifies that',
    attended: 'attended the training',
    time: (hours, dates) => `for ${hours} (${dates}).`,
    place: (date) => `L’Hospitalet de Llobregat, ${date}`,
    verify: (code) => `This certificate can be checked with the code ${code} at:`,
    revoked: 'REVOKED',
  },
};

/** A time as people say it: `8 hores i 30 minuts`. */
export function spokenTime(minutes: number, language: Language): string {
  const unit = (value: number, name: 'hour' | 'minute') =>
    new Intl.NumberFormat(language, { style: 'unit', unit: name, unitDisplay: 'long' }).format(value);
  const parts = [
    ...(minutes >= 60 ? [unit(Math.floor(minutes / 60), 'hour')] : []),
    ...(minutes % 60 > 0 ? [unit(minutes % 60, 'minute')] : []),
  ];
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(parts);
}

const width = 842;
const height = 595;
const edge = 36;
const inner = { x: 90, width: width - 180 };

/** The certificate as a page to print: in the person's language, with the address and code to check it. */
export function certificateDocument(certificate: Certificate, verificationUrl: string): Promise<Buffer> {
  const { language, code, minutes, startedAt, endedAt, issuedAt, name } = certificate;
  const text = texts[language];
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone });
  const dates = day.formatRange(new Date(startedAt), new Date(endedAt));
  const title = localize(certificate.title, language).text;
  return createPdf({ title: `${text.title}: ${name}`, language, landscape: true, at: new Date(issuedAt) }, (pdf) => {
    // Whatever is written stays on this one page.
    pdf.page.margins = { top: 0, bottom: 0, left: 0, right: 0 };
    pdf
      .rect(edge, edge, width - 2 * edge, height - 2 * edge)
      .lineWidth(2)
      .stroke('#b3261e');
    const write = (font: 'regular' | 'bold', value: string, y: number, size: number, lines = 1): number =>
      writeFitting(pdf.font(font).fillColor('black'), value, {
        ...inner,
        y,
        size,
        smallest: 9,
        lines,
        align: 'center',
      });
    write('regular', text.organisation, 70, 13);
    write('bold', text.title, 102, 28);
    write('regular', text.certifies, 168, 13);
    const afterName = 196 + write('bold', name, 196, 26, 2);
    const attended = afterName + 12;
    write('regular', text.attended, attended, 13);
    const afterTitle = attended + 28 + write('bold', title, attended + 28, 20, 3);
    write('regular', text.time(spokenTime(minutes, language), dates), afterTitle + 12, 13, 2);
    write('regular', text.place(day.format(new Date(issuedAt))), 458, 12);
    write('regular', text.verify(readableCode(code)), 502, 10);
    write('regular', verificationUrl, 518, 9, 2);
    if (certificate.revokedAt !== null) {
      pdf.save().rotate(-24, { origin: [width / 2, height / 2] });
      pdf.font('bold').fontSize(110).fillColor('#b3261e').fillOpacity(0.35);
      pdf.text(text.revoked, 0, height / 2 - 80, { width, align: 'center' });
      pdf.restore();
    }
  });
}
