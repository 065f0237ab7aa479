import { z } from 'zod';

import { documentKinds } from './document.types.ts';

/** A document as it is listed. */
export const documentSchema = z.object({
  id: z.uuid(),
  kind: z.enum(documentKinds),
  fileName: z.string(),
  mediaType: z.string().describe('What the contents are, whatever the name says.'),
  bytes: z.int(),
  sha256: z.string().describe('Of the contents, hexadecimal.'),
  uploadedAt: z.iso.datetime(),
});

/** The answer that carries a document's contents. */
export const contentsResponse = {
  200: { description: 'The contents.', content: { 'application/octet-stream': { schema: z.any() } } },
};
