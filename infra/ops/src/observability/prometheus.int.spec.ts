import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { freePorts } from '@ateneu/backing-services';
import { createApi } from '@ateneu/local/scenario/api';
import { readSettings, type ServiceName } from '@ateneu/local/settings';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { playStory } from '../../test/play-story.ts';
import { projectRoot } from '../../test/service-source.ts';
import { endWithUs } from '../rehearsals/rehearsal.ts';
import { readDashboards, readScalers } from './dashboards.ts';

const command = process.env['ATENEU_PROMETHEUS'] ?? 'prometheus';
const isThere = await promisify(execFile)(command, ['--version']).then(
  () => true,
  () => false,
);
/** A busy machine takes its time. */
const patience = { timeout: 60_000 };
const source = join(projectRoot, 'infra/observability');

describe.skipIf(!isThere)('a real Prometheus with the project’s own configuration', { timeout: 90_000 }, () => {
  let folder: string;
  let server: ChildProcess | undefined;
  let origin: string;

  beforeAll(async () => {
    const { ports, origin: platformOrigin } = readSettings(inject('platformEnv'));
    const portOf = (name: string): number => (name === 'web' ? ports.web : ports.services[name as ServiceName]);
    folder = await mkdtemp(join(tmpdir(), 'prometheus-'));
    const config = (await readFile(join(source, 'prometheus.yml'), 'utf8'))
      .replaceAll(/'([a-z]+):8080'/g, (_whole, name: string) => `'127.0.0.1:${portOf(name)}'`)
      .replaceAll(/_interval: 15s/g, '_interval: 1s');
    await writeFile(join(folder, 'prometheus.yml'), config);
    await symlink(join(source, 'rules'), join(folder, 'rules'));
    const [port = 0] = await freePorts(1);
    origin = `http://127.0.0.1:${port}`;
    const args = [`--config.file=${join(folder, 'prometheus.yml')}`, `--storage.tsdb.path=${join(folder, 'data')}`];
    server = endWithUs(spawn(command, [...args, `--web.listen-address=127.0.0.1:${port}`], { stdio: 'ignore' }));
    await playStory();
    // The one thing of the dashboards that the story does not tell of.
    await createApi(platformOrigin).done('/accompaniment/v1/intake-requests', {
      modality: 'creation',
      project: { name: 'Forn de pa', description: 'Un grup vol obrir un forn cooperatiu.' },
      person: { name: 'Aina', email: 'aina@example.org', language: 'ca' },
      consent: { data: true, textVersion: '2026-01' },
    });
  }, 120_000);
  afterAll(async () => {
    if (server?.exitCode === null) {
      const exited = once(server, 'exit');
      server.kill();
      await exited;
    }
    await rm(folder, { recursive: true, force: true });
  });

  const ask = async <T>(path: string): Promise<T> => {
    const { status, data, error } = (await (await fetch(`${origin}/api/v1/${path}`)).json()) as Said<T>;
    if (status !== 'success') throw new Error(`${path}: ${error}`);
    return data;
  };
  const query = async (expression: string): Promise<number> =>
    (await ask<{ result: unknown[] }>(`query?query=${encodeURIComponent(expression)}`)).result.length;

  it('reaches every service, and understands every rule', async () => {
    const up = async (): Promise<unknown> =>
      (await ask<Targets>('targets')).activeTargets
        .map(({ labels, health }) => `${labels['service']} ${health}`)
        .sort();
    await expect
      .poll(up, patience)
      .toEqual(['accompaniment up', 'directory up', 'notifications up', 'training up', 'web up']);
    const health = async (): Promise<unknown> => [
      ...new Set((await ask<Rules>('rules')).groups.flatMap(({ rules }) => rules.map((rule) => rule.health))),
    ];
    await expect.poll(health, patience).toEqual(['ok']);
  });

  it('has an answer to every question of the dashboards and of the autoscalers', async () => {
    const ofDashboards = (await readDashboards()).flatMap((dashboard) => dashboard.expressions);
    const expressions = [...ofDashboards, ...(await readScalers())];
    const unanswered = async (): Promise<string[]> => {
      const found = await Promise.all(expressions.map(async (one) => ((await query(one)) === 0 ? [one] : [])));
      return found.flat();
    };
    await expect.poll(unanswered, patience).toEqual([]);
  });
});

interface Said<T> {
  status: string;
  data: T;
  error?: string;
}
interface Targets {
  activeTargets: { labels: Record<string, string>; health: string }[];
}
interface Rules {
  groups: { rules: { health: string }[] }[];
}
