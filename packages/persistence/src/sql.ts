import type { EntityManager } from '@mikro-orm/postgresql';
import { CompiledQuery } from 'kysely';

/** Runs one parameterised statement (`$1`, `$2`, …) on the connection and in the transaction of `em`. */
export async function runSql<Row>(em: EntityManager, text: string, values: readonly unknown[] = []): Promise<Row[]> {
  const result = await em.getKysely().executeQuery<Row>(CompiledQuery.raw(text, [...values]));
  return result.rows;
}

/**
 * The words of what somebody looks for, as `like` takes them: in lower case, without accents, each sign meaning itself. What
 * they are looked for in must be in lower case and without accents too.
 */
export function likeWords(text: string): string[] {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036F]/g, '')
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => word.replaceAll(/[\\%_]/g, String.raw`\$&`));
}

/** SQL that gives a timestamp as ISO 8601 text, to the millisecond, in UTC: what `Date.toISOString` writes. */
export function isoTimestamp(column: string): string {
  return `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}
