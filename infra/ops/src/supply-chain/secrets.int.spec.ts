import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { keepSecrets, keepTrust } from '@ateneu/local/platform/secrets';
import { readSettings, serviceNames } from '@ateneu/local/settings';
import { describe, expect, inject, it } from 'vitest';

import { playStory } from '../../test/play-story.ts';

const { paths } = readSettings(inject('platformEnv'));

describe('what the services write down while people work', { timeout: 90_000 }, () => {
  it('holds no secret of the platform, no partner’s key, no token and nobody’s address', async () => {
    await playStory();
    const secrets = await keepSecrets(paths.secretsFile);
    const trust = await keepTrust(paths.trustFile);
    const needles = [
      ...Object.values(secrets.postgres),
      secrets.superuser,
      secrets.credentialsKey,
      trust.operator.seed,
      trust.operator.signingSeed,
      trust.system.seed,
      trust.core.seed,
    ];
    const logs = (await readdir(paths.logs)).filter((file) => serviceNames.some((name) => file === `${name}.log`));
    expect(logs).toHaveLength(serviceNames.length);
    for (const file of [...logs.map((name) => join(paths.logs, name)), paths.traces]) {
      const text = await readFile(file, 'utf8');
      expect(text.length, file).toBeGreaterThan(500);
      for (const needle of needles) expect(text.includes(needle), `a secret in ${file}`).toBe(false);
      // Seeds of NATS, tokens of the issuer, and the people of the story.
      expect(text, file).not.toMatch(/\bS[OAU][A-Z2-7]{56}\b|\beyJ[\w-]{20,}\.eyJ|@example\.org|Fàtima|Salma/);
    }
  });
});
