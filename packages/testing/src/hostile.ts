/** Texts that nobody should send: each is a valid string, and none may break, execute or be half-stored. */
export const hostileTexts: readonly string[] = [
  "'; drop table initiative; --",
  "' or '1'='1",
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '{{constructor.constructor("return process")()}}',
  '../../../../etc/passwd',
  'a\0b',
  '\ud800',
  '\u202Etxt.exe',
  '=HYPERLINK("http://example.org")',
  'x\r\nBcc: everyone@example.org',
  'x'.repeat(100_000),
];

/** Request bodies that nobody should send, with their content type. None of them may change anything. */
export const hostileBodies: readonly { name: string; contentType: string; body: string }[] = [
  json('nothing at all', ''),
  json('half of JSON', '{"name":'),
  json('a bare text', '"name"'),
  json('null', 'null'),
  json('an array', '[]'),
  json('an empty object', '{}'),
  json('a number too large', `{"capacity":1${'0'.repeat(400)}}`),
  json('every field of the wrong type', '{"name":{"$gt":""},"email":["a@b.cat"],"capacity":"many","sectors":"all"}'),
  json('a prototype', '{"__proto__":{"admin":true},"constructor":{"prototype":{"admin":true}}}'),
  json('very deep nesting', `${'['.repeat(20_000)}${']'.repeat(20_000)}`),
  json('a megabyte and more', JSON.stringify({ name: 'x'.repeat(1_200_000) })),
  json('a NUL byte', '{"name":"a\\u0000b","email":"a@example.org"}'),
  json('a lone surrogate', '{"name":"\\ud800","email":"a@example.org"}'),
  {
    name: 'XML',
    contentType: 'application/xml',
    body: '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
  },
  { name: 'a form', contentType: 'multipart/form-data; boundary=x', body: '--x\r\nnonsense' },
];

function json(name: string, body: string): { name: string; contentType: string; body: string } {
  return { name, contentType: 'application/json', body };
}
