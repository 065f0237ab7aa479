import { preferredLanguage, prefersHtml, sendPage } from '@ateneu/service-kit';
import type { FastifyReply } from 'fastify';
import { generate } from 'lean-qr';
import { toPngBuffer } from 'lean-qr/extras/node_export';
import { toSvgSource } from 'lean-qr/extras/svg';
import { z } from 'zod';

import { readableCode, typedCode } from '../enrolment/index.ts';
import { codeUnknown } from './check-in.errors.ts';
import { codePage } from './check-in.page.ts';
import type { CheckInContext } from './check-in.routes.ts';

/** Eight pixels a module make a picture that a telephone reads from a screen at arm's length. */
const scale = 8;
/** The light margin that readers need, in modules. */
const margin = 4;
/** Said outright: left open they are see-through, and nothing on a dark screen. */
const black = [0, 0, 0, 255] as const;
const white = [255, 255, 255, 255] as const;

const params = z.object({ code: z.string().max(40).describe('Of the person; in every confirmation.') });

/**
 * What a person shows at the door: the code as a picture and as a page. Nobody is looked up, so that nobody learns from it
 * whose code it is, or whether there is such a code.
 */
export function personalCodes({ app, codeUrl }: Pick<CheckInContext, 'app' | 'codeUrl'>): void {
  app.route({
    method: 'GET',
    url: '/v1/check-in/:code/qr.png',
    config: { access: { kind: 'public' } },
    schema: {
      operationId: 'getCheckInQrPng',
      tags: ['Enrolment'],
      summary: 'A person’s QR code as a picture',
      description: 'For messages. It says the address of the person’s check-in page.',
      params,
      response: {
        200: { description: 'A PNG.', content: { 'image/png': { schema: z.string().meta({ format: 'binary' }) } } },
      },
    },
    handler: async (request, reply) => {
      const code = validCode(request.params.code);
      const picture = toPngBuffer(generate(codeUrl(code)), { scale, pad: margin, on: black, off: white });
      return asPicture(reply, 'image/png').send(Buffer.from(picture)) as never;
    },
  });

  app.route({
    method: 'GET',
    url: '/v1/check-in/:code/qr.svg',
    config: { access: { kind: 'public' } },
    schema: {
      operationId: 'getCheckInQrSvg',
      tags: ['Enrolment'],
      summary: 'A person’s QR code as a drawing',
      description: 'For pages and paper. It says the address of the person’s check-in page.',
      params,
      response: { 200: { description: 'An SVG.', content: { 'image/svg+xml': { schema: z.string() } } } },
    },
    handler: async (request, reply) => {
      const code = validCode(request.params.code);
      const drawing = toSvgSource(generate(codeUrl(code)), {
        pad: margin,
        on: 'black',
        off: 'white',
        width: 320,
        height: 320,
      });
      return asPicture(reply, 'image/svg+xml').send(drawing) as never;
    },
  });

  app.route({
    method: 'GET',
    url: '/v1/check-in/:code',
    config: { access: { kind: 'link' } },
    schema: {
      operationId: 'showCheckInCode',
      tags: ['Enrolment'],
      summary: 'What a QR code opens',
      description: 'The person sees their code. A telephone on which staff opened a desk goes on to the desk.',
      params,
      response: { 200: z.object({ code: z.string() }) },
    },
    handler: async (request, reply) => {
      const code = validCode(request.params.code);
      void reply.header('cache-control', 'no-store');
      if (prefersHtml(request)) return sendPage(reply, codePage(code, preferredLanguage(request))) as never;
      return { code: readableCode(code) };
    },
  });
}

/** @throws DomainError `training.check-in.code-unknown` for what no code looks like */
function validCode(text: string): string {
  const code = typedCode(text);
  if (!/^[0-9A-HJKMNP-TV-Z]{12}$/.test(code)) throw codeUnknown();
  return code;
}

/** A picture of a code never changes; it is the person's, so only their own browser keeps it. */
function asPicture(reply: object, type: string): FastifyReply {
  return (reply as FastifyReply).type(type).headers({
    'cache-control': 'private, max-age=86400',
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex',
  });
}
