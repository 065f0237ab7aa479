import { execFileSync } from 'node:child_process';
import { basename } from 'node:path';

import { readHistory } from '../artifacts/history-file.ts';
import type { History } from './check-history.ts';

/** What was published before, and where that was read. */
export interface Base {
  /** A sentence for people. */
  name: string;
  history: History;
}

const nothing: History = new Map();
const folder = 'schemas/history';

/**
 * The history that counts as published: at the commit that `asked` names (a branch is taken where ours left it), else
 * at the last release tag, else at HEAD. `none` says that nothing is published yet.
 *
 * @param asked the value of `ATENEU_CONTRACT_BASE`
 * @throws Error where `asked` names no commit
 */
export function readBase(packageFolder: string, asked: string | undefined): Base {
  const named = asked === '' ? undefined : asked;
  if (named === 'none') return { name: 'nothing published yet', history: nothing };
  const git = (...args: readonly string[]): string =>
    execFileSync('git', args, {
      cwd: packageFolder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      maxBuffer: 2 ** 28,
    });
  const tryGit = (...args: readonly string[]): string | undefined => {
    try {
      return git(...args).trim();
    } catch {
      return undefined;
    }
  };
  const wanted = named ?? tryGit('describe', '--tags', '--abbrev=0', '--match', 'v[0-9]*') ?? 'HEAD';
  const commit = tryGit('rev-parse', '--verify', '--quiet', `${wanted}^{commit}`);
  if (commit === undefined) {
    if (named !== undefined) throw new Error(`ATENEU_CONTRACT_BASE names no commit here: ${named}`);
    return { name: 'no git history here', history: nothing };
  }
  const shared = tryGit('merge-base', commit, 'HEAD') ?? commit;
  const paths = git('ls-tree', '--name-only', shared, `${folder}/`)
    .split('\n')
    .filter((path) => path.endsWith('.json'));
  const history = new Map(
    paths.map((path) => [basename(path, '.json'), readHistory(git('show', `${shared}:./${path}`))] as const),
  );
  return { name: `${wanted} (${shared.slice(0, 12)})`, history };
}
