import { gunzipSync, gzipSync } from 'node:zlib';

import multipart from '@fastify/multipart';
import type { App } from '@ateneu/service-kit';
import type { FastifyRequest } from 'fastify';

import { type Fields, fieldsOf, type FormValues } from '../../../ui/fields.ts';

/** A file that somebody sent with a form. */
export interface Upload {
  readonly name: string;
  readonly content: Buffer;
  /** It was larger than a file may be; what is here is its beginning. */
  readonly tooLarge: boolean;
}

/** The most that a file may weigh: what the directory takes, in bytes. */
const maxFileBytes = 20 * 1_024 * 1_024;
/** The most of a file, packed, that waits in a form until it is sent again, in bytes. */
const maxKeptBytes = 512 * 1_024;

/** Lets forms of `app` bring a file along. */
export async function acceptUploads(app: App): Promise<void> {
  await app.register(multipart, {
    attachFieldsToBody: 'keyValues',
    throwFileSizeLimit: false,
    limits: { fileSize: maxFileBytes, files: 1, fieldSize: maxKeptBytes * 2, fields: 120 },
    onFile: async (part) => {
      const content = await part.toBuffer();
      const upload: Upload = { name: part.filename, content, tooLarge: part.file.truncated };
      Object.assign(part, { value: upload });
    },
  });
}

/** A form and the file that came with it, or that came with the one before and waited in this one. */
export function readUpload(request: FastifyRequest): { fields: Fields; file: Upload | undefined } {
  const body = (request.body ?? {}) as Record<string, unknown>;
  const values: Record<string, string | readonly string[]> = {};
  let sent: Upload | undefined;
  for (const [name, value] of Object.entries(body)) {
    if (isUpload(value)) sent = value;
    else if (typeof value === 'string' || Array.isArray(value)) values[name] = value as string | string[];
  }
  const fields = fieldsOf(values satisfies FormValues);
  // A form whose field was left empty sends a file without name and content.
  const file = sent === undefined || sent.content.length === 0 ? kept(fields) : sent;
  return { fields, file };
}

/** A small file as text, to wait in a form; `undefined` for one that is too large for that. */
export function keep({ content }: Upload): string | undefined {
  const packed = gzipSync(content);
  return packed.length > maxKeptBytes ? undefined : packed.toString('base64');
}

function kept(fields: Fields): Upload | undefined {
  const packed = fields.text('kept');
  if (packed === undefined) return undefined;
  try {
    const content = gunzipSync(Buffer.from(packed, 'base64'), { maxOutputLength: maxFileBytes });
    return { name: fields.text('kept.name') ?? 'fitxer', content, tooLarge: false };
  } catch {
    return undefined;
  }
}

function isUpload(value: unknown): value is Upload {
  return typeof value === 'object' && value !== null && 'content' in value && Buffer.isBuffer(value.content);
}
