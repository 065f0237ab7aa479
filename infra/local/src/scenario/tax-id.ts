/**
 * A Spanish tax id of a cooperative (letter F), with a right check digit, different for every run.
 *
 * Seven digits, which never begin with 00: those ids end in a letter. Of the digits, the odd ones count double with their digits added, the even ones as they are; the check digit brings the
 * sum to a multiple of ten.
 */
export function taxIdFor(run: string): string {
  const digits = String(1_000_000 + (Number.parseInt(run, 16) % 9_000_000));
  const sum = Array.from(digits).reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return `F${digits}${(10 - (sum % 10)) % 10}`;
}
