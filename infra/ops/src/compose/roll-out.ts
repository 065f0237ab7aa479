import { CommandError } from '../cli/command.ts';
import type { Part } from '../rehearsals/versions/running-service.ts';
import { containersOf, docker, imageOf, lastWordsOf } from './docker.ts';

/** What a roll-out did. */
export interface RolledOut {
  readonly part: Part;
  /** Ids of images. */
  readonly from: string;
  readonly to: string;
}

/**
 * Rolls a part of the platform in Compose to another image, with nobody noticing: its migrations, the new containers
 * beside the old ones, and once they are healthy the old ones are told to stop. The image that ran is kept as
 * `ateneu/<part>:before`. Where the new ones do not become healthy they go, and the old ones never stopped.
 *
 * @param image a name or id; what `ateneu/<part>` is now where none is given
 * @throws CommandError where the part does not run, there is no such image, or its containers do not become healthy
 */
export async function rollOut(part: Part, image = `ateneu/${part}`, migrates = part !== 'web'): Promise<RolledOut> {
  const old = await containersOf(part);
  const from = await imageOf('container', old[0] ?? '');
  const to = await imageOf('image', image);
  const name = `ateneu/${part}`;
  await docker('tag', to, name);
  try {
    if (migrates) await docker('compose', 'run', '--rm', '--no-deps', '--quiet-pull', `${part}-migrate`);
    const upTo = `${part}=${old.length * 2}`;
    const beside = 'compose up --detach --wait --no-deps --no-recreate --no-build --scale'.split(' ');
    await docker(...beside, upTo, part);
  } catch (error) {
    const said = await giveUp(part, old);
    await docker('tag', from, name);
    throw new CommandError(`${part} stays what it was. ${(error as Error).message}\nIt said:\n${said}`.trim());
  }
  for (const id of old) {
    // It leaves by itself: on with what it has, not ready, until nobody sends it requests.
    await docker('stop', id);
    await docker('rm', id);
  }
  if (to !== from) await docker('tag', from, `${name}:before`);
  return { part, from, to };
}

/** Takes away what was begun, and returns the last that it said. */
async function giveUp(part: Part, old: readonly string[]): Promise<string> {
  const all = (await docker('compose', 'ps', '--all', '--quiet', part)).split('\n').filter(Boolean);
  let said = '';
  for (const id of all.filter((one) => !old.includes(one))) {
    said += await lastWordsOf(id);
    await docker('rm', '--force', id);
  }
  return said;
}
