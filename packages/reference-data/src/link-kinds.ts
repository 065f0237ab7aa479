import { indexByCode, type LabelledCode } from './labelled-code.ts';

/** What an address besides the website leads to. */
export type LinkKind = LabelledCode;

const named = (code: string, name: string): LinkKind => ({ code, label: { ca: name, es: name, en: name } });

/** Every kind of link, in the order that lists show them. */
export const linkKinds: readonly LinkKind[] = [
  named('facebook', 'Facebook'),
  named('instagram', 'Instagram'),
  named('mastodon', 'Mastodon'),
  named('bluesky', 'Bluesky'),
  named('linkedin', 'LinkedIn'),
  named('telegram', 'Telegram'),
  named('youtube', 'YouTube'),
  { code: 'botiga', label: { ca: 'Botiga en línia', es: 'Tienda en línea', en: 'Online shop' } },
  { code: 'butlleti', label: { ca: 'Butlletí', es: 'Boletín', en: 'Newsletter' } },
  { code: 'balanc-social', label: { ca: 'Balanç social', es: 'Balance social', en: 'Social balance' } },
  { code: 'altres', label: { ca: 'Un altre enllaç', es: 'Otro enlace', en: 'Another link' } },
];

const byCode = indexByCode(linkKinds);

/** The kind of a code, if there is one. */
export function findLinkKind(code: string): LinkKind | undefined {
  return byCode.get(code);
}
