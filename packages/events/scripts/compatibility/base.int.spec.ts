import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { writeHistory } from '../artifacts/history-file.ts';
import { readBase } from './base.ts';

let repository: string;
let workspace: string;

const git = (...args: readonly string[]): string =>
  execFileSync(
    'git',
    [
      '-c',
      'user.name=T',
      '-c',
      'user.email=t@example.org',
      '-c',
      'commit.gpgsign=false',
      '-c',
      'tag.gpgsign=false',
      // Nothing may go on in the repository when it is removed.
      '-c',
      'maintenance.auto=false',
      ...args,
    ],
    {
      cwd: repository,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
const commit = (title: string): void => {
  writeFileSync(join(workspace, 'schemas/history/t.v1.json'), writeHistory([{ title: 'kept', const: title }]));
  git('add', '.');
  git('commit', '--quiet', '--message', title);
};
const published = (asked?: string): unknown => readBase(workspace, asked).history.get('t.v1')?.[0]?.const;

beforeEach(() => {
  repository = mkdtempSync(join(tmpdir(), 'ateneu-base-'));
  workspace = join(repository, 'packages/events');
  mkdirSync(join(workspace, 'schemas/history'), { recursive: true });
  git('init', '--quiet', '--initial-branch', 'main');
});
afterEach(() => rmSync(repository, { recursive: true, force: true }));

describe('what counts as published', () => {
  it('is the last commit, where nothing was ever released', () => {
    commit('one');
    commit('two');
    expect(published()).toBe('two');
  });

  it('is the last release, where there is one', () => {
    commit('one');
    git('tag', 'v0.1.0');
    commit('two');
    git('tag', 'not-a-release');
    expect(published()).toBe('one');
    expect(readBase(workspace, undefined).name).toMatch(/^v0\.1\.0 \([0-9a-f]{12}\)$/);
  });

  it('is the commit that is asked for; a branch is taken where ours left it', () => {
    commit('one');
    git('switch', '--quiet', '--create', 'ours');
    commit('two');
    git('switch', '--quiet', 'main');
    commit('theirs');
    git('switch', '--quiet', 'ours');
    expect(published('main')).toBe('one');
    expect(published('HEAD')).toBe('two');
  });

  it('is nothing, where that is what is asked for, or where the package is new', () => {
    commit('one');
    expect(readBase(workspace, 'none').history.size).toBe(0);
    git('rm', '--quiet', '-r', 'packages');
    git('commit', '--quiet', '--message', 'none left');
    mkdirSync(workspace, { recursive: true });
    expect(readBase(workspace, undefined).history.size).toBe(0);
  });

  it('is nothing outside a repository, and in one without a commit', () => {
    expect(readBase(workspace, undefined).name).toBe('no git history here');
  });

  it('must be there, when it is asked for', () => {
    commit('one');
    expect(() => readBase(workspace, 'no-such-branch')).toThrow(/ATENEU_CONTRACT_BASE.*no-such-branch/);
  });
});
