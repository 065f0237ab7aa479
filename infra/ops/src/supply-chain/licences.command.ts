import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { readSettings } from '@ateneu/local/settings';

import type { Command } from '../cli/command.ts';
import { type LockedPackage, problemsOf } from './licences.ts';

/** Whether everything in the lockfile may be shipped, and is the very package that was locked. */
export const licencesCommand: Command = {
  name: 'licences',
  usage: '',
  summary: 'whether every package that is shipped has a licence that allows it, and an integrity in the lockfile',
  run: async () => {
    const path = join(readSettings(process.env).paths.root, 'package-lock.json');
    const { packages } = JSON.parse(await readFile(path, 'utf8')) as { packages: Record<string, LockedPackage> };
    const problems = problemsOf(packages);
    const text = problems.length === 0 ? `${Object.keys(packages).length} packages, all well.` : problems.join('\n');
    return { data: { problems }, text, bad: problems.length > 0 };
  },
};
