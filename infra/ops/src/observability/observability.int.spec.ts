import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { readPlatformFile } from '@ateneu/local/platform/platform-file';
import { readSettings } from '@ateneu/local/settings';
import { describe, expect, inject, it } from 'vitest';
import { parse } from 'yaml';

import { readDashboards, readScalers } from './dashboards.ts';
import { exposedIn, metricsOf } from './named-metrics.ts';

const root = join(import.meta.dirname, '../../../..');
const folder = join(root, 'infra/observability');
const promtool = process.env['ATENEU_PROMTOOL'] ?? 'promtool';
const hasPromtool = await promisify(execFile)(promtool, ['--version']).then(
  () => true,
  () => false,
);

interface Route {
  name: string;
  service: boolean;
}

interface Rules {
  groups: { rules: { alert: string; expr: string; annotations: { runbook: string } }[] }[];
}

const rules = (parse(await readFile(join(folder, 'rules/ateneu.yml'), 'utf8')) as Rules).groups.flatMap(
  ({ rules }) => rules,
);

describe('alerts and dashboards', () => {
  it('name only metrics that the services expose', async () => {
    const platform = await readPlatformFile(readSettings(inject('platformEnv')));
    const exposed = new Set(['up']);
    for (const { direct } of Object.values(platform?.services ?? {})) {
      const text = await (await fetch(`${direct}/metrics`)).text();
      for (const name of exposedIn(text)) exposed.add(name);
    }
    expect(exposed.size).toBeGreaterThan(30);
    const scalers = await readScalers();
    expect(scalers).toHaveLength(4);
    const expressions = [
      ...rules.map(({ expr }) => expr),
      ...(await readDashboards()).flatMap((item) => item.expressions),
      ...scalers,
    ];
    expect(expressions.length).toBeGreaterThan(30);
    const unknown = expressions.flatMap((expression) => metricsOf(expression).filter((name) => !exposed.has(name)));
    expect(unknown).toEqual([]);
  });

  it('scrape every service there is', async () => {
    const routes = JSON.parse(await readFile(join(root, 'infra/proxy/routes.json'), 'utf8')) as Route[];
    const text = await readFile(join(folder, 'prometheus.yml'), 'utf8');
    const scraped = [...text.matchAll(/service: ([a-z]+) \}/g)].map(([, name = '']) => name);
    const services = routes.filter(({ service }) => service).map(({ name }) => name);
    expect(scraped.sort()).toEqual(services.sort());
  });

  it('have a page each on what to do', async () => {
    const operations = await readFile(join(root, 'docs/operations.md'), 'utf8');
    const page = operations.slice(operations.indexOf('## Alerts, and what to do'));
    const headings = [...page.matchAll(/^### (\w+)$/gm)].map(([, name = '']) => name);
    expect(rules.map(({ alert }) => alert).sort()).toEqual(headings.sort());
    for (const { alert, annotations } of rules)
      expect(annotations.runbook).toBe(`docs/operations.md#${alert.toLowerCase()}`);
  });

  it.skipIf(!hasPromtool)('are what Prometheus accepts, and fire when they should', async () => {
    const run = promisify(execFile);
    await expect(run(promtool, ['check', 'config', join(folder, 'prometheus.yml')])).resolves.toBeDefined();
    const inCluster = join(folder, 'prometheus.kubernetes.yml');
    // Debian builds it without what finds pods; the rest of the file it reads.
    const said = await run(promtool, ['check', 'config', inCluster]).catch((error: unknown) => String(error));
    if (typeof said === 'string')
      expect(said).toMatch(
        /unmarshal errors:\s+line \d+: field kubernetes_sd_configs not found\s+in type config.ScrapeConfig\s*$/,
      );
    await expect(run(promtool, ['test', 'rules', join(folder, 'rules.test.yml')])).resolves.toBeDefined();
  });
});

describe('the metrics of an expression', () => {
  it('are found among functions, labels and words', () => {
    expect(
      metricsOf(
        'sum by (service, le) (rate(a_bucket{status=~"5.."}[5m])) / max(b) > 0.01 or vector(0) unless on (x) c_total',
      ),
    ).toEqual(['a_bucket', 'b', 'c_total']);
  });
});
