/** `npm run token -- carme`: prints an access token of one of the demo staff, for curl and the documentation pages. */
import { readSettings } from '../settings.ts';
import { signIn } from './sign-in.ts';
import { demoStaff, findStaff } from './staff.ts';

const [id = 'tania'] = process.argv.slice(2);
if (findStaff(id) === undefined) {
  fail(`There is no “${id}” among the demo staff: ${demoStaff.map((person) => person.id).join(', ')}.`);
}
const { issuer } = readSettings(process.env);
try {
  process.stdout.write(`${(await signIn(issuer, id)).accessToken}\n`);
} catch (error) {
  fail(`No token from ${issuer} (is the platform running? \`npm start\`): ${(error as Error).message}`);
}

function fail(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
