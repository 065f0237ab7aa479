import { describe, expect, it } from 'vitest';

import { reasonToInstall } from '../bin/install.mjs';
import { environmentOf } from '../bin/runtime.mjs';
import { findTask, tasks } from '../bin/tasks.mjs';

const wanted = {
  packages: {
    '': { version: '0.1.0' },
    'packages/kernel': { version: '0.1.0' },
    'node_modules/@ateneu/kernel': { resolved: 'packages/kernel', link: true },
    'node_modules/fastify': { version: '5.0.0' },
    'node_modules/fsevents': { version: '2.0.0', optional: true },
  },
};

describe('the bootstrap', () => {
  it('installs where nothing is installed', () => {
    expect(reasonToInstall(wanted, undefined)).toBe('nothing is installed yet');
    expect(reasonToInstall(wanted, {})).toBe('nothing is installed yet');
  });

  it('installs nothing where everything is there, optional packages of other platforms apart', () => {
    const installed = {
      packages: {
        'node_modules/@ateneu/kernel': { resolved: 'packages/kernel', link: true },
        'node_modules/fastify': { version: '5.0.0' },
      },
    };

    expect(reasonToInstall(wanted, installed)).toBeUndefined();
  });

  it('installs again where a version differs or a package is missing', () => {
    const link = { resolved: 'packages/kernel', link: true };

    expect(
      reasonToInstall(wanted, {
        packages: { 'node_modules/@ateneu/kernel': link, 'node_modules/fastify': { version: '4.9.9' } },
      }),
    ).toBe('fastify has another version');
    expect(reasonToInstall(wanted, { packages: { 'node_modules/fastify': { version: '5.0.0' } } })).toBe(
      '@ateneu/kernel is missing',
    );
  });

  it('puts the project’s own tools first on the path, once', () => {
    const path = environmentOf('/project').PATH.split(':');

    expect(path[0]).toBe('/project/node_modules/.bin');
    expect(environmentOf('/project').PATH.split('/project/node_modules/.bin')).toHaveLength(2);
  });

  it('lists the tasks when it is asked for one that is not there', () => {
    expect(() => findTask('strat')).toThrow(/no task “strat”[\s\S]*npm run start/);
    expect(() => findTask('toString')).toThrow('There is no task');
    expect(() => findTask(undefined)).toThrow('No task was named');
    expect(findTask('start')).toBe(tasks['start']);
  });
});
