import pg from 'pg';

/** A pool of the bare driver: what a ceiling is measured with. */
export function createPool(url: string, max: number): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max });
  // Connections that are still closing when the server stops say so.
  pool.on('error', () => {});
  return pool;
}
