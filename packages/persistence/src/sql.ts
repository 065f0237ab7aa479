import type { EntityManager } from '@mikro-orm/postgresql';
import { CompiledQuery } from 'kysely';

/** Runs one parameterised statement (`$1`, `$2`, …) on the connection and in the transaction of `em`. */
export async function runSql<Row>(em: EntityManager, text: string, values: readonly unknown[] = []): Promise<Row[]> {
  const result = await em.getKysely().executeQuery<Row>(CompiledQuery.raw(text, [...values]));
  return result.rows;
}
