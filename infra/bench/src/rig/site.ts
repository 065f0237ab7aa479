import { join, resolve } from 'node:path';

import { freePorts } from '@ateneu/backing-services';
import { signIn } from '@ateneu/local/issuer/sign-in';
import { findServices, runPlatform } from '@ateneu/local/platform/platform';
import { keepSecrets } from '@ateneu/local/platform/secrets';
import { createTerminal } from '@ateneu/local/platform/terminal';
import { createApi } from '@ateneu/local/scenario/api';
import { readSettings, type Settings } from '@ateneu/local/settings';
import pg from 'pg';

import { generateInitiatives, insertInitiatives } from '../../../../services/directory/test/generated-initiatives.ts';
import type { Bench } from './bench.ts';

/** The site with everything behind it. */
export interface RunningSite {
  /** The process of the pages itself, with no origin before it. */
  readonly url: string;
  stop(): Promise<void>;
}

/** What a city has, and a season of training. */
export const held = { initiatives: 5_000, sessions: 60 };

/** Starts the platform as `npm start` does, on free ports and data of its own, with as much in it as a city has. */
export async function startSite(bench: Bench): Promise<RunningSite> {
  const settings = await chooseSettings(join(bench.folder, 'site'));
  const profiles = process.env['ATENEU_BENCH_PROFILES'];
  // Its processes inherit it, and write their profiles when they end.
  if (profiles !== undefined) process.env['NODE_OPTIONS'] = `--cpu-prof --cpu-prof-dir=${profiles}`;
  const quiet = { ...createTerminal({ verbose: false }), done: () => {}, note: () => {}, line: () => {} };
  const platform = runPlatform(settings, quiet, findServices(settings));
  try {
    await platform.started;
    await Promise.all([fillDirectory(settings, bench), fillCatalogue(settings, bench)]);
  } catch (error) {
    await platform.stop();
    throw error;
  }
  return { url: `http://127.0.0.1:${settings.ports.web}`, stop: () => platform.stop() };
}

async function chooseSettings(folder: string): Promise<Settings> {
  const base = readSettings({ ATENEU_DATA_DIR: resolve(folder) });
  const free = await freePorts(14);
  const port = (): number => free.pop() ?? 0;
  const ports = {
    origin: port(),
    services: { directory: port(), training: port(), accompaniment: port(), notifications: port() },
    issuer: port(),
    web: port(),
    mail: port(),
    smtp: port(),
    nats: port(),
    natsMonitor: port(),
    natsWebsocket: port(),
    postgres: port(),
  };
  const origin = `http://localhost:${ports.origin}`;
  return { ...base, ports, origin, issuer: `${origin}/issuer` };
}

async function fillDirectory({ paths, ports }: Settings, { scale }: Bench): Promise<void> {
  const { superuser } = await keepSecrets(paths.secretsFile);
  const pool = new pg.Pool({
    connectionString: `postgres://postgres:${superuser}@127.0.0.1:${ports.postgres}/directory`,
    max: 1,
  });
  await insertInitiatives({ pool }, generateInitiatives(scale.quick ? held.initiatives / 10 : held.initiatives));
  // Nobody answers for these: the service would ask each whether it is still right.
  await pool.query(
    `insert into freshness (initiative_id, confirmed_at, answered_at) select id, now(), now() from initiative
     on conflict do nothing`,
  );
  await pool.query('vacuum analyze');
  await pool.end();
}

async function fillCatalogue({ origin, issuer }: Settings, { scale }: Bench): Promise<void> {
  const staff = createApi(origin, (await signIn(issuer, 'tania')).accessToken);
  for (let index = 0; index < (scale.quick ? held.sessions / 6 : held.sessions); index += 1) {
    const startsAt = new Date(Date.now() + (index + 2) * 86_400_000);
    const { body } = await staff.done<{ id: string }>('/training/v1/staff/sessions', {
      title: { ca: `Taller ${index + 1} de la temporada`, es: `Taller ${index + 1} de la temporada` },
      summary: { ca: 'Taller pràctic per a grups que comencen.', es: 'Taller práctico para grupos que empiezan.' },
      startsAt: startsAt.toISOString(),
      endsAt: new Date(startsAt.getTime() + 7_200_000).toISOString(),
      mode: 'in-person',
      venue: 'Can Serra',
      capacity: 20,
    });
    await staff.done(`/training/v1/staff/sessions/${body.id}/publish`, undefined, { 'if-match': '"1"' });
  }
}
