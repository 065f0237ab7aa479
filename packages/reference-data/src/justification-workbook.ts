/** What the cells of a column hold: text, real numbers, or real spreadsheet dates. */
export type WorkbookColumnType = 'text' | 'number' | 'date';

/** A column, by the heading that the funder reads. */
export interface WorkbookColumn {
  /** To the letter. Headings in [brackets] are for the ateneu's own use. */
  heading: string;
  type: WorkbookColumnType;
}

/** A sheet of the workbook. */
export interface WorkbookSheet {
  name: string;
  /** What a row stands for. */
  rows: string;
  /** In the order the funder wants them. */
  columns: readonly WorkbookColumn[];
}

/** The workbook that an ateneu hands to the funder for the call of 2024-2025. */
export const justificationWorkbook = [
  {
    name: 'Actuacions',
    rows: 'one per training session held and one per accompaniment with at least one session in the period',
    columns: [
      { heading: 'Servei', type: 'text' },
      { heading: 'Subservei', type: 'text' },
      { heading: "Nom de l'actuació", type: 'text' },
      { heading: "Data inici d'actuació", type: 'date' },
      { heading: "Període d'actuacions", type: 'text' },
      { heading: "Entitat que realitza l'actuació", type: 'text' },
      { heading: 'Cercle / Ateneu', type: 'text' },
      { heading: 'Municipi', type: 'text' },
      { heading: 'Nombre de participants', type: 'number' },
      { heading: 'Material de difusió (S/N)', type: 'text' },
      { heading: '[Document acreditatiu]', type: 'text' },
      { heading: '[Lloc]', type: 'text' },
      { heading: '[Acció]', type: 'text' },
      { heading: '[Cofinançat]', type: 'text' },
      { heading: '[Cofinançat amb AACC]', type: 'text' },
      { heading: '[Línia estratègica]', type: 'text' },
      { heading: '[Link]', type: 'text' },
    ],
  },
  {
    name: 'Participants',
    rows: 'one per person and actuació in which that person really took part; the count per actuació equals its Nombre de participants',
    columns: [
      { heading: 'Referència', type: 'text' },
      { heading: 'Nom actuació', type: 'text' },
      { heading: 'Cognoms', type: 'text' },
      { heading: 'Nom', type: 'text' },
      { heading: 'Doc. identificatiu', type: 'text' },
      { heading: 'Gènere', type: 'text' },
      { heading: 'Data naixement', type: 'date' },
      { heading: 'Municipi del participant', type: 'text' },
      { heading: '[Situació laboral]', type: 'text' },
      { heading: '[Procedència]', type: 'text' },
      { heading: "[Nivell d'estudis]", type: 'text' },
      { heading: '[Com ens has conegut]', type: 'text' },
      { heading: '[Email]', type: 'text' },
      { heading: '[Telèfon]', type: 'text' },
      { heading: '[Projecte]', type: 'text' },
      { heading: '[Acompanyaments]', type: 'text' },
    ],
  },
  {
    name: 'Menors',
    rows: 'one per session for minors: head counts only, never names',
    columns: [
      { heading: 'Referència', type: 'text' },
      { heading: 'Nom actuació', type: 'text' },
      { heading: "Grau d'estudis", type: 'text' },
      { heading: 'Nom centre educatiu', type: 'text' },
      { heading: 'Nombre participants', type: 'number' },
    ],
  },
  {
    name: 'InsercionsLaborals',
    rows: 'one per job insertion credited to an accompaniment or training',
    columns: [
      { heading: 'Referència', type: 'text' },
      { heading: 'Nom actuació', type: 'text' },
      { heading: 'Cognoms', type: 'text' },
      { heading: 'Nom', type: 'text' },
      { heading: 'ID', type: 'text' },
      { heading: 'Data alta', type: 'date' },
      { heading: 'Data baixa', type: 'date' },
      { heading: 'Tipus contracte', type: 'text' },
      { heading: 'Gènere', type: 'text' },
      { heading: 'Data naixement', type: 'date' },
      { heading: 'Població', type: 'text' },
      { heading: 'NIF Projecte', type: 'text' },
      { heading: 'Nom projecte', type: 'text' },
      { heading: 'Cercle / Ateneu', type: 'text' },
      { heading: '[Convocatòria]', type: 'text' },
    ],
  },
  {
    name: 'EntitatCreada',
    rows: 'one per entity constituted through an accompaniment of creation',
    columns: [
      { heading: 'Referència', type: 'text' },
      { heading: 'Nom actuació', type: 'text' },
      { heading: "Nom de l'entitat", type: 'text' },
      { heading: "NIF de l'entitat", type: 'text' },
      { heading: 'Nom i cognoms persona de contacte', type: 'text' },
      { heading: 'Correu electrònic', type: 'text' },
      { heading: 'Telèfon', type: 'text' },
      { heading: 'Economia solidària', type: 'text' },
      { heading: 'Ateneu / Cercle', type: 'text' },
      { heading: '[Acompanyaments]', type: 'text' },
    ],
  },
  {
    name: 'Acompanyaments',
    rows: 'one per accompaniment with at least one session in the period',
    columns: [
      { heading: 'Referència', type: 'text' },
      { heading: 'Nom actuació', type: 'text' },
      { heading: "Destinatari de l'acompanyament", type: 'text' },
      { heading: "En cas d'entitat (nom de l'entitat)", type: 'text' },
      { heading: "En cas d'entitat", type: 'text' },
      { heading: 'Creació/consolidació', type: 'text' },
      { heading: "Data d'inici", type: 'date' },
      { heading: 'Localitat', type: 'text' },
      { heading: 'Breu descripció del projecte', type: 'text' },
      { heading: "Total hores d'acompanyament", type: 'number' },
      { heading: '[Data fi]', type: 'date' },
      { heading: '[Docs. justificació]', type: 'text' },
    ],
  },
] as const satisfies readonly WorkbookSheet[];

/** The name of one of its sheets. */
export type WorkbookSheetName = (typeof justificationWorkbook)[number]['name'];

const byName = new Map<string, WorkbookSheet>(justificationWorkbook.map((sheet) => [sheet.name, sheet]));

/** The sheet of a name. */
export function workbookSheet(name: WorkbookSheetName): WorkbookSheet {
  const sheet = byName.get(name);
  if (sheet === undefined) throw new TypeError(`There is no sheet ${name}.`);
  return sheet;
}
