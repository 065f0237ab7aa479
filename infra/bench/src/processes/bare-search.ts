/**
 * The least that can answer a search: a Fastify route that runs a statement, prepared by `pg`, and writes the rows as
 * JSON. The statements come from `BENCH_STATEMENTS`; `/search/1` runs the second.
 */
import Fastify from 'fastify';
import pg from 'pg';

const statements = JSON.parse(process.env['BENCH_STATEMENTS'] ?? '[]') as pg.QueryConfig[];
const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 10 });
const app = Fastify();
app.get<{ Params: { index: string } }>('/search/:index', async (request) => {
  const statement = statements[Number(request.params.index)];
  if (statement === undefined) throw new RangeError('There is no such statement.');
  const { rows } = await pool.query(statement);
  return { items: rows };
});
await app.listen({ port: Number(process.env['PORT']), host: '127.0.0.1' });
