import { demoStaff } from '../issuer/staff.ts';
import type { PlatformDescription } from './platform-file.ts';

/** Where everything is, for the person who started it. */
export function summaryOf(platform: PlatformDescription, seconds: number): string {
  const rows: [string, string][] = [
    ['The site', `${platform.origin}/`],
    ['Staff console', `${platform.origin}/ca/console`],
    ['Partner’s desk', `${platform.origin}/ca/desk`],
    ['Everything else', `${platform.origin}/platform`],
    ...Object.entries(platform.services).map(([name, { url }]): [string, string] => [`API of ${name}`, `${url}/docs`]),
    ['Event catalogue', `${platform.origin}/events`],
    ['Mail that was sent', `${platform.mail.url}/`],
    ['Identity (OIDC)', platform.issuer],
    ['Demo staff', demoStaff.map(({ id, roles }) => `${id} (${roles.join(', ')})`).join(', ')],
    ['NATS', `${platform.nats.url}  ·  ${platform.nats.websocketUrl}`],
    ['PostgreSQL', `${platform.postgres.host}:${platform.postgres.port}  ·  passwords in .data/secrets.json`],
    ['Logs', platform.logs],
  ];
  const width = Math.max(...rows.map(([label]) => label.length));
  return [
    '',
    `The platform is up (${seconds.toFixed(1)} s).`,
    '',
    ...rows.map(([label, value]) => `  ${label.padEnd(width)}  ${value}`),
    '',
    '  npm run token -- carme   an access token of one of the demo staff',
    '  npm run scenario         the whole story, played against this platform',
    '  Ctrl-C                   stops everything; the data stays',
    '',
  ].join('\n');
}
