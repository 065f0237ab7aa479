import type { Language } from '@ateneu/kernel';
import type { FastifyReply } from 'fastify';

import type { Config } from '../config.ts';

/** What a browser may do with a page: its own styles, scripts, pictures and forms, and the map's tiles. */
export function pagePolicy(config: Pick<Config, 'MAP_TILES_URL' | 'OIDC_ISSUER'>): string {
  const tiles = originOf(config.MAP_TILES_URL);
  return [
    "default-src 'none'",
    "style-src 'self'",
    "script-src 'self'",
    `img-src 'self' data:${tiles === undefined ? '' : ` ${tiles}`}`,
    "connect-src 'self'",
    // Signing out goes on to the issuer.
    `form-action 'self' ${new URL(config.OIDC_ISSUER).origin}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
    'upgrade-insecure-requests',
  ]
    .filter((directive) => directive !== 'upgrade-insecure-requests' || config.OIDC_ISSUER.startsWith('https:'))
    .join('; ');
}

/** Sends a finished page. */
export function sendHtml(
  reply: FastifyReply,
  config: Config,
  { language, text, cacheControl }: { language: Language; text: string; cacheControl?: string | undefined },
): FastifyReply {
  if (cacheControl !== undefined) void reply.header('cache-control', cacheControl);
  return (reply as FastifyReply<{ Reply: string }>)
    .headers({
      'content-security-policy': pagePolicy(config),
      'content-language': language,
      'referrer-policy': 'same-origin',
      'permissions-policy': 'camera=(), microphone=(), geolocation=()',
    })
    .type('text/html; charset=utf-8')
    .send(text);
}

/** A download's name in letters that every browser reads, and in its own (RFC 6266). */
export function attachment(name: string): string {
  const plain = name.replaceAll(/[^\w. -]/g, '_');
  if (plain === name) return `attachment; filename="${name}"`;
  const own = encodeURIComponent(name).replaceAll(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${own}`;
}

/** The origin of a tile address, whose `{s}` stands for any host below. */
function originOf(tiles: string | undefined): string | undefined {
  const match = /^(https?:\/\/[^/]+)/.exec(tiles ?? '');
  return match?.[1]?.replace('{s}', '*');
}
