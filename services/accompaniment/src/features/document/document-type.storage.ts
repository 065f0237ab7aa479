/** The formats that are taken. Their contents say which one it is; a name or a header is only what somebody claims. */
const accepted: ReadonlySet<string> = new Set([
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  'application/vnd.oasis.opendocument.text',
  'application/vnd.oasis.opendocument.spreadsheet',
  'application/vnd.oasis.opendocument.presentation',
  'image/png',
  'image/jpeg',
  'image/webp',
]);

/** The media type that the contents themselves show; `undefined` where it is none that is taken. */
export async function mediaTypeOf(contents: Uint8Array): Promise<string | undefined> {
  // Loaded when it is first needed: it takes its time and memory, and most processes never do.
  const { fileTypeFromBuffer } = await import('file-type');
  const found = await fileTypeFromBuffer(contents);
  return found !== undefined && accepted.has(found.mime) ? found.mime : undefined;
}
