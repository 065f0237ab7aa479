import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

import { projectRoot } from '../../test/service-source.ts';
import { parts } from '../rehearsals/rollout/rollout.ts';

const run = promisify(execFile);
const docker = async (...args: string[]): Promise<string> => (await run('docker', args, { maxBuffer: 1e8 })).stdout;

interface Image {
  Config: { User: string };
  RootFS: { Layers: string[] };
}
const inspected = async (name: string): Promise<Image> => {
  const [image] = JSON.parse(await docker('image', 'inspect', name)) as [Image];
  return image;
};

/** Seeds and credentials of NATS, tokens, private keys with their contents, and passwords in addresses. */
const secrets = [
  String.raw`\bS[OAUN][A-Z2-7]{56}\b`,
  String.raw`BEGIN NATS USER JWT-----\s*eyJ`,
  String.raw`BEGIN [A-Z ]*PRIVATE KEY-----\s*[A-Za-z0-9+/]{40}`,
  String.raw`postgres://\w+:[A-Za-z0-9_-]{20,}@`,
].join('|');

// Building them takes minutes and an engine: `docker compose build`, then ATENEU_IMAGES=true.
describe.skipIf(process.env['ATENEU_IMAGES'] !== 'true')('the images that were built', { timeout: 300_000 }, () => {
  it.each([...parts, 'local'])(
    'have no secret in any layer of %s, in its variables or in how it was made',
    async (part) => {
      const folder = await mkdtemp(join(tmpdir(), 'image-'));
      try {
        await docker('save', '--output', join(folder, 'image.tar'), `ateneu/${part}`);
        await run('tar', ['-xf', 'image.tar'], { cwd: folder });
        const [image] = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as { Layers: string[] }[];
        // The libraries of the public base have keys in them that they test themselves with.
        const { RootFS: base } = await inspected('debian:bookworm-slim');
        const ours = (image?.Layers ?? []).slice(base.Layers.length);
        expect(ours.length).toBeGreaterThan(2);
        for (const layer of ours) {
          // Files that a later layer took away are in the earlier one still.
          const search = `tar -xOf ${layer} | grep -zaoP '${secrets}' | head -c 300 | tr '\\0' '\\n'`;
          expect((await run('sh', ['-c', search], { cwd: folder })).stdout, layer).toBe('');
        }
        const made =
          (await docker('history', '--no-trunc', `ateneu/${part}`)) + (await docker('inspect', `ateneu/${part}`));
        expect(made).not.toMatch(new RegExp(`${secrets}|(PASSWORD|SECRET|TOKEN|KEY|SEED)=`, 'i'));
      } finally {
        await rm(folder, { recursive: true });
      }
    },
  );

  it.each(parts)('of %s runs as an ordinary user, and says what it carries', async (part) => {
    expect((await inspected(`ateneu/${part}`)).Config.User).toBe('node');
    const bill = await docker('run', '--rm', '--read-only', '--entrypoint', 'cat', `ateneu/${part}`, 'sbom.cdx.json');
    expect(JSON.parse(bill)).toMatchObject({
      bomFormat: 'CycloneDX',
      metadata: { component: { name: `ateneu/${part}` } },
    });
    const look = 'command -v npm npx gcc cc make python3 git curl || ls /usr/local/lib/node_modules';
    const tools = await docker(
      'run',
      '--rm',
      '--entrypoint',
      'sh',
      `ateneu/${part}`,
      '-c',
      `${look} 2>/dev/null; true`,
    );
    expect(tools).toBe('');
  });
});

describe('the public CI', () => {
  it('builds, scans and describes every image', async () => {
    const { jobs } = parse(await readFile(join(projectRoot, '.github/workflows/ci.yml'), 'utf8')) as {
      jobs: { images: { strategy: { matrix: { image: string[] } } } };
    };
    expect(jobs.images.strategy.matrix.image).toEqual(parts);
  });
});
