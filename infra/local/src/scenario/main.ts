/**
 * Plays the platform's story against a running one, as its users would: over HTTP through the one origin, with e-mail as
 * it is delivered, and with a stock NATS client as the partner. Exits 0 when everything was seen once, in time, and by
 * the right party alone.
 */
import { signIn } from '../issuer/sign-in.ts';
import { readPlatformFile } from '../platform/platform-file.ts';
import { readSettings } from '../settings.ts';
import { Broken } from './report.ts';
import { play } from './story.ts';

const platform = await readPlatformFile(readSettings(process.env));
const origin = process.env['ATENEU_ORIGIN'] ?? platform?.origin;
if (origin === undefined) {
  console.error('No platform is running here. Start it with "npm start" in another terminal, or set ATENEU_ORIGIN.');
  process.exit(1);
}
const begun = Date.now();
try {
  const issuer = platform?.issuer ?? `${origin}/issuer`;
  await play({
    origin,
    mailUrl: platform?.mail.url ?? `${origin}/mail`,
    coordinatorToken: (await signIn(issuer, 'carme')).accessToken,
    technicianToken: (await signIn(issuer, 'tania')).accessToken,
  });
  console.log(`\nThe whole story held, in ${((Date.now() - begun) / 1_000).toFixed(1)} s.`);
} catch (error) {
  if (!(error instanceof Broken)) throw error;
  console.error(`\nBROKEN: ${error.message}`);
  process.exitCode = 1;
}
