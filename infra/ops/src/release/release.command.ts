import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { readSettings } from '@ateneu/local/settings';

import { type Command, CommandError, needed } from '../cli/command.ts';
import { cutChangelog, imageCommands, setVersion } from './release.ts';

/** Writes a version into the changelog, the services' manifests and the deployment; commits and builds nothing. */
export const releaseCommand: Command = {
  name: 'release',
  usage: '<version>',
  summary: 'write a version into changelog, manifests and deployment; says what to commit, tag and build',
  run: async (invocation) => {
    const [version = ''] = needed(invocation, 'version');
    if (!/^\d+\.\d+\.\d+$/.test(version)) throw new CommandError(`Not a version: ${version}. Say one such as 0.2.0.`);
    const { root } = readSettings(process.env).paths;
    const routes = JSON.parse(await readFile(join(root, 'infra/proxy/routes.json'), 'utf8')) as Route[];
    const services = routes.filter(({ service }) => service).map(({ name }) => name);
    const changelogFile = join(root, 'CHANGELOG.md');
    const day = new Date().toISOString().slice(0, 10);
    let cut: ReturnType<typeof cutChangelog>;
    try {
      cut = cutChangelog(await readFile(changelogFile, 'utf8'), version, day);
    } catch (error) {
      throw error instanceof RangeError ? new CommandError(error.message) : error;
    }
    await writeFile(changelogFile, cut.changelog);
    for (const name of services) {
      await rewrite(join(root, 'services', name, 'package.json'), (text) => setVersion(text, version));
      const folder = join(root, 'infra/kubernetes/services', name);
      const tag = (text: string): string => text.replace(/newTag: \S+ \}/, `newTag: ${version} }`);
      await rewrite(join(folder, 'kustomization.yaml'), tag);
      await rewrite(join(folder, 'migration/kustomization.yaml'), tag);
    }
    const next = [
      'npm install && npm test',
      `git commit -am 'chore: release ${version}' && git tag --annotate v${version} --message ${version}`,
      ...imageCommands(services, version),
    ];
    return { data: { version, services, notes: cut.notes, next }, text: `${cut.notes}\n\nThen:\n${next.join('\n')}` };
  },
};

interface Route {
  name: string;
  service: boolean;
}

async function rewrite(path: string, change: (text: string) => string): Promise<void> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text !== undefined) await writeFile(path, change(text));
}
