import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { cutChangelog, imageCommands, setVersion } from './release.ts';

const root = join(import.meta.dirname, '../../../..');

describe('a release', () => {
  it('takes what is unreleased, dates it, and leaves earlier ones as they are', () => {
    const before = '# Changelog\n\n## Unreleased\n\n- New.\n\n## 0.1.0 (2026-11-01)\n\n- Old.\n';
    expect(cutChangelog(before, '0.2.0', '2026-11-25')).toEqual({
      notes: '- New.',
      changelog: '# Changelog\n\n## Unreleased\n\n## 0.2.0 (2026-11-25)\n\n- New.\n\n## 0.1.0 (2026-11-01)\n\n- Old.\n',
    });
  });

  it('needs something to tell, and a version that was not there', () => {
    expect(() => cutChangelog('# Changelog\n\n## Unreleased\n', '0.2.0', 'd')).toThrow('Nothing is written');
    const twice = '# Changelog\n\n## Unreleased\n\n- New.\n\n## 0.2.0 (2026-11-01)\n';
    expect(() => cutChangelog(twice, '0.2.0', 'd')).toThrow('was released before');
    expect(() => cutChangelog('# Changelog\n', '0.2.0', 'd')).toThrow('no “## Unreleased”');
  });

  it('can be cut from the changelog there is, also on the day after another', async () => {
    const text = await readFile(join(root, 'CHANGELOG.md'), 'utf8');
    const told = text.replace('## Unreleased\n', '## Unreleased\n\n- Something new.\n');
    const { changelog } = cutChangelog(told, '9.9.9', '2026-11-25');
    expect(changelog).toMatch(/## Unreleased\n\n## 9\.9\.9 \(2026-11-25\)\n\n- /);
  });

  it('changes a manifest’s own version alone, and labels the images', async () => {
    const manifest = await readFile(join(root, 'services/training/package.json'), 'utf8');
    const changed = setVersion(manifest, '9.9.9');
    expect(JSON.parse(changed)).toEqual({ ...(JSON.parse(manifest) as object), version: '9.9.9' });
    expect(imageCommands(['training'], '9.9.9')[0]).toContain('--tag ateneu/training:9.9.9 --build-arg VERSION=9.9.9');
  });
});
