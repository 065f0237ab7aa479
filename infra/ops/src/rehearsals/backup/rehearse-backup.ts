/**
 * `npm run ateneu -- rehearse backup`: a PostgreSQL that archives its log, a base backup taken while it works, a table
 * that somebody drops, and the cluster brought back to the moment before. Ends with 1 where a row is missing or one too
 * many is there. The folder to work in is given.
 *
 * It uses what pg_basebackup does itself (`pg_backup_start`, a copy of the files, `pg_backup_stop`), because the binaries
 * that npm brings are the server alone.
 */
import { chmod, chown, cp, mkdir, readdir, realpath, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import { freePorts, type RunningService, startPostgres } from '@ateneu/backing-services';
import pg from 'pg';

import { runRehearsal, type Undo } from '../rehearsal.ts';

const [folder = ''] = process.argv.slice(2);
const password = 'rehearsal';
const places = { data: join(folder, 'postgres'), archive: join(folder, 'archive'), restored: join(folder, 'restored') };

await runRehearsal(rehearse);

async function rehearse(undo: Undo): Promise<boolean> {
  const start = async (dataDir: string, at: number, settings: Record<string, string>): Promise<RunningService> => {
    const logFile = join(folder, 'postgres.log');
    const server = await startPostgres({ dataDir, port: at, password, settings, logFile });
    undo(() => server.stop());
    return server;
  };
  const [port = 0, restoredPort = 0] = await freePorts(2);
  // PostgreSQL may run as another user than we do.
  await mkdir(places.archive, { recursive: true });
  await chmod(places.archive, 0o777);
  const archive_command = `cp "%p" "${places.archive}/%f"`;
  const first = await start(places.data, port, { archive_mode: 'on', archive_command, wal_level: 'replica' });
  const data = await realpath(places.data);
  const owner = await stat(data);
  const client = await connect(first.url);
  await client.query('create table enrolment (person text)');
  await client.query(`insert into enrolment values ('before the backup')`);

  const began = performance.now();
  await client.query(`select pg_backup_start('rehearsal', fast => true)`);
  await client.query(`insert into enrolment values ('during the backup')`);
  await cp(data, places.restored, { recursive: true, filter: (path) => isData(data, path) });
  const { rows } = await client.query<{ labelfile: string }>('select labelfile from pg_backup_stop()');
  await writeFile(join(places.restored, 'backup_label'), rows[0]?.labelfile ?? '');
  console.log(`A base backup was taken while the server worked, in ${seconds(began)}.`);

  await client.query(`insert into enrolment values ('after the backup')`);
  const instant = await client.query<{ now: string }>('select clock_timestamp()::text as now');
  const target = instant.rows[0]?.now ?? '';
  await delay(50);
  await client.query('drop table enrolment');
  await archived(client);
  await client.end();
  await first.stop();
  console.log(`Somebody dropped the table; the server was stopped. Back to ${target}:`);

  const restoring = performance.now();
  await mkdir(join(places.restored, 'pg_wal'), { recursive: true });
  await writeFile(join(places.restored, 'recovery.signal'), '');
  await own(places.restored, owner);
  const second = await start(places.restored, restoredPort, {
    archive_mode: 'off',
    restore_command: `cp "${places.archive}/%f" "%p"`,
    recovery_target_time: target,
    recovery_target_action: 'promote',
  });
  const restored = await connect(second.url);
  const found = await restored.query<{ person: string }>('select person from enrolment order by ctid');
  await restored.query(`insert into enrolment values ('and on it goes')`);
  await restored.end();
  const people = found.rows.map(({ person }) => person);
  console.log(`It is back in ${seconds(restoring)} with ${people.join(', ')}, and takes writes.`);
  return people.join() === 'before the backup,during the backup,after the backup';
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  // A server that is stopped under it says so here.
  client.on('error', (error) => console.error(error.message));
  await client.connect();
  return client;
}

/** Waits until everything written so far is in the archive. */
async function archived(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ wal: string }>('select pg_walfile_name(pg_switch_wal()) as wal');
  const wanted = rows[0]?.wal ?? '';
  for (const until = Date.now() + 30_000; !(await readdir(places.archive)).includes(wanted); await delay(100)) {
    if (Date.now() > until) throw new Error(`${wanted} was not archived.`);
  }
}

/** The log is in the archive, and the process's own files belong to the process. */
function isData(root: string, path: string): boolean {
  const inside = path.slice(root.length + 1);
  return !/^pg_wal\/.|^postmaster\.(pid|opts)$|^pg_replslot\/.|^pg_dynshmem\/.|^pgsql_tmp/.test(inside);
}

async function own(path: string, owner: { uid: number; gid: number }): Promise<void> {
  if (process.getuid?.() !== 0) return;
  await chown(path, owner.uid, owner.gid);
  for (const entry of await readdir(path, { recursive: true })) await chown(join(path, entry), owner.uid, owner.gid);
}

function seconds(since: number): string {
  return `${((performance.now() - since) / 1_000).toFixed(1)} s`;
}
