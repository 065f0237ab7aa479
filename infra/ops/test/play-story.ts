import { signIn } from '@ateneu/local/issuer/sign-in';
import { readPlatformFile } from '@ateneu/local/platform/platform-file';
import { play } from '@ateneu/local/scenario/story';
import { readSettings } from '@ateneu/local/settings';
import { inject } from 'vitest';

/** Plays the platform's story on the platform of this run: partners, referrals, a workshop, an entity in the directory. */
export async function playStory(): Promise<void> {
  const platform = await readPlatformFile(readSettings(inject('platformEnv')));
  if (platform === undefined) throw new Error('No platform runs.');
  const token = async (id: string): Promise<string> => (await signIn(platform.issuer, id)).accessToken;
  await play({
    origin: platform.origin,
    mailUrl: platform.mail.url,
    coordinatorToken: await token('carme'),
    technicianToken: await token('tania'),
  });
}
