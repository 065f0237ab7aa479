import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A dashboard of Grafana, and what it asks Prometheus. */
export interface Dashboard {
  readonly file: string;
  readonly expressions: readonly string[];
}

const folder = join(import.meta.dirname, '../../../observability/grafana/dashboards');

/** Reads every dashboard of the project. */
export async function readDashboards(): Promise<Dashboard[]> {
  const found: Dashboard[] = [];
  for await (const file of glob('*.json', { cwd: folder })) {
    const { panels } = JSON.parse(await readFile(join(folder, file), 'utf8')) as {
      panels: { targets: { expr: string }[] }[];
    };
    found.push({ file, expressions: panels.flatMap(({ targets }) => targets.map(({ expr }) => expr)) });
  }
  return found;
}

/** What the autoscalers of the services ask Prometheus. */
export async function readScalers(): Promise<string[]> {
  const services = join(import.meta.dirname, '../../../kubernetes/services');
  const found: string[] = [];
  for await (const file of glob('*/kustomization.yaml', { cwd: services })) {
    const text = await readFile(join(services, file), 'utf8');
    found.push(
      ...[...text.matchAll(/path: \/spec\/triggers\/0\/metadata\/query\n +value: (.+)$/gm)].map(
        ([, query = '']) => query,
      ),
    );
  }
  return found;
}
