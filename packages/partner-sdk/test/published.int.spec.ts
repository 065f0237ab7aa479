import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { build } from '../scripts/build.ts';

// Below the package, so that the public libraries it depends on are found without a network.
const consumer = mkdtempSync(join(import.meta.dirname, '.consumer-'));
const built = join(consumer, 'built');
const installed = join(consumer, 'node_modules/@ateneu/partner-sdk');

beforeAll(() => {
  build(built);
  // The npm that comes with this Node, and no registry: the tarball is made of what is there.
  const [packed] = JSON.parse(
    execFileSync('npm', ['pack', built, '--json', '--pack-destination', consumer], { cwd: consumer, encoding: 'utf8' }),
  ) as { filename: string }[];
  mkdirSync(installed, { recursive: true });
  execFileSync('tar', ['-xzf', join(consumer, packed?.filename ?? ''), '-C', installed, '--strip-components=1']);
}, 60_000);
afterAll(() => rmSync(consumer, { recursive: true }));

const program = `
import {
  consumeReferrals, createPartnerClient, followFeed, type KnownReferralEvent, verifyWebhook,
} from '@ateneu/partner-sdk';

const api = createPartnerClient({ baseUrl: 'http://127.0.0.1:9', apiKey: 'key' });
const kinds = (event: KnownReferralEvent): string => (event.kind === 'declined' ? event.data.reasonCode : event.kind);
const following = followFeed({
  baseUrl: 'http://127.0.0.1:9', apiKey: 'key', retryDelaysMs: [1],
  handle: ({ events, next }) => { console.log(events.length, next); },
  // @ts-expect-error -- a handler takes no number
  onStatus: (status: number) => status,
});
await following.stop();
console.log([typeof api.refer, typeof kinds, typeof consumeReferrals, typeof verifyWebhook].join(' '));
`;

describe('what is published', () => {
  it('type-checks in a strict project of somebody else, libraries included, and runs', () => {
    writeFileSync(join(consumer, 'package.json'), JSON.stringify({ type: 'module', private: true }));
    writeFileSync(join(consumer, 'program.ts'), program);
    const compilerOptions = {
      target: 'es2024',
      module: 'nodenext',
      types: ['node'],
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      outDir: 'out',
    };
    writeFileSync(join(consumer, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['program.ts'] }));
    const compiler = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc');
    execFileSync(process.execPath, [compiler, '-p', consumer], { encoding: 'utf8' });
    const output = execFileSync(process.execPath, [join(consumer, 'out/program.js')], { encoding: 'utf8' });
    expect(output.trim()).toBe('function function function function');
  }, 60_000);

  it('says nothing of the platform’s own packages, and brings no tests', () => {
    const files = readdirSync(installed);
    expect(files.filter((file) => file.includes('.spec.'))).toEqual([]);
    for (const file of files.filter((name) => /\.(js|d\.ts)$/.test(name))) {
      expect(readFileSync(join(installed, file), 'utf8'), file).not.toMatch(/from ['"]@ateneu\//);
    }
    const manifest = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as {
      private?: boolean;
      dependencies: Record<string, string>;
    };
    expect(manifest.private).toBeUndefined();
    expect(Object.keys(manifest.dependencies).filter((name) => name.startsWith('@ateneu/'))).toEqual([]);
  });
});
