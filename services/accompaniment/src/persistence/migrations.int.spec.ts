import { walkMigrations } from '@ateneu/testing';
import { expect, it } from 'vitest';

import { entities, migrations } from './index.ts';

it('each migration can be undone and leaves the schema as it found it, and all can be run again', async () => {
  const { before, undone, whole } = await walkMigrations({ entities, migrations });
  expect(Object.keys(undone)).toHaveLength(migrations.length);
  expect(whole[0].length).toBeGreaterThan(50);
  expect(undone).toEqual(before);
  expect(whole[1]).toEqual(whole[0]);
}, 60_000);
