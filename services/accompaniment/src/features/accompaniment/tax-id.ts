const letters = 'TRWAGMYFPDXBNJZSQVHLCKE';
const entityControlLetters = 'JABCDEFGHI';

/** Forms of organisation whose tax id always ends in a letter, and those where it always ends in a digit. */
const letterOnly = 'NPQRSW';
const digitOnly = 'ABEH';

/** A tax id as it is kept: upper case, without spaces, hyphens, dots or the country's prefix. */
export function normaliseTaxId(text: string): string {
  return text
    .toUpperCase()
    .replace(/[\s.-]/g, '')
    .replace(/^ES(?=.{9}$)/, '');
}

/**
 * Whether a text is a Spanish tax id with the right check character: of an entity (Orden EHA/451/2008), of a citizen, or
 * of a foreigner (both modulo 23). Groups without legal personality also have an entity's.
 */
export function isTaxId(text: string): boolean {
  const id = normaliseTaxId(text);
  if (/^[ABCDEFGHJNPQRSUVW]\d{7}[0-9A-J]$/.test(id)) return hasEntityControl(id);
  if (/^[KLM]\d{7}[A-Z]$/.test(id)) return letters[Number(id.slice(1, 8)) % 23] === id[8];
  if (/^\d{8}[A-Z]$/.test(id)) return letters[Number(id.slice(0, 8)) % 23] === id[8];
  if (/^[XYZ]\d{7}[A-Z]$/.test(id))
    return letters[Number(`${'XYZ'.indexOf(id.charAt(0))}${id.slice(1, 8)}`) % 23] === id[8];
  return false;
}

function hasEntityControl(id: string): boolean {
  const control = id.charAt(8);
  const expected = entityControl(id.slice(1, 8));
  const asDigit = String(expected);
  const asLetter = entityControlLetters.charAt(expected);
  const kind = id.charAt(0);
  if (letterOnly.includes(kind) || id.startsWith('00', 1)) return control === asLetter;
  if (digitOnly.includes(kind)) return control === asDigit;
  return control === asDigit || control === asLetter;
}

/** Odd places doubled with their digits summed, even places as they are; what is missing to the next ten. */
function entityControl(digits: string): number {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits.charAt(index));
    const weighed = index % 2 === 0 ? digit * 2 : digit;
    sum += weighed > 9 ? weighed - 9 : weighed;
  }
  return (10 - (sum % 10)) % 10;
}
