/** What a spreadsheet may take for a formula, and what was made safe from that already. */
const dangerous = /^'*[=+\-@\t\r＝＋－＠]/;
const guarded = /^'+[=+\-@\t\r＝＋－＠]/;

/** A text for a cell, with an apostrophe before what a spreadsheet would take for a formula. */
export function guardCell(text: string): string {
  return dangerous.test(text) ? `'${text}` : text;
}

/** The text that a cell stands for: what {@link guardCell} did is undone, whatever the text was. */
export function unguardCell(cell: string): string {
  return guarded.test(cell) ? cell.slice(1) : cell;
}
