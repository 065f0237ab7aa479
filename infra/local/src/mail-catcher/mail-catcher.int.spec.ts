import { mkdtemp, readdir, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import type { FastifyInstance } from 'fastify';
import type { SMTPServer } from 'smtp-server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { createMailApp } from './http.ts';
import { type Mailbox, openMailbox } from './mailbox.ts';
import type { CaughtMessage } from './message.ts';
import { createSmtpServer } from './smtp.ts';

describe('the mail catcher', () => {
  let folder: string;
  let mailbox: Mailbox;
  let app: FastifyInstance;
  let smtp: SMTPServer;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mail-'));
    mailbox = await openMailbox(folder);
    app = createMailApp(mailbox);
    smtp = createSmtpServer(mailbox);
    await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
  });

  afterEach(async () => {
    await app.close();
    await new Promise<void>((resolve) => smtp.close(resolve));
    await rm(folder, { recursive: true });
  });

  const send = (to: string, subject = 'Inscripció confirmada', body = multipart): Promise<string[]> =>
    converse(
      (smtp.server.address() as AddressInfo).port,
      to,
      `Subject: ${encodeSubject(subject)}\r\nTo: ${to}\r\n${body}`,
    );
  const list = async (query = ''): Promise<CaughtMessage[]> =>
    (await app.inject(`/mail/messages${query}`)).json<{ messages: CaughtMessage[] }>().messages;

  it('keeps what it is sent and shows it read: subject, both texts, headers and links', async () => {
    await send('nuria@example.org');

    const [message] = await list();
    expect(message).toMatchObject({
      from: 'avisos@ateneu.example',
      to: ['nuria@example.org'],
      subject: 'Inscripció confirmada',
      text: expect.stringContaining('Hola, Núria. Aneu a http://localhost:4000/text/1.') as string,
      html: expect.stringContaining('<p>Hola, Núria.') as string,
      links: ['http://localhost:4000/html?a=1&b=2', 'http://localhost:4000/text/1'],
    });
    expect(message?.headers).toMatchObject({ 'list-unsubscribe': '<https://x.example/u>, <mailto:u@x.example>' });
    expect((await app.inject(`/mail/messages/${message?.id}`)).json()).toEqual(message);
  });

  it('finds by recipient, words of the subject and what came after, newest first', async () => {
    await send('a@example.org', 'Primer');
    await send('b@example.org', 'Segon');
    const [, first] = await list();
    await send('A@example.org', 'Tercer');

    expect((await list('?to=a@example.org')).map(({ subject }) => subject)).toEqual(['Tercer', 'Primer']);
    expect((await list('?subject=SEG')).map(({ subject }) => subject)).toEqual(['Segon']);
    expect((await list(`?after=${first?.receivedAt}`)).map(({ subject }) => subject)).toEqual(['Tercer', 'Segon']);
    expect((await list(`?after=${first?.id}&to=b@example.org`)).map(({ subject }) => subject)).toEqual(['Segon']);
  });

  it('answers a waiting request as soon as the message comes, and no sooner for another', async () => {
    const waiting = list('?to=late@example.org&wait=15000');
    await send('other@example.org');
    await send('late@example.org');

    expect((await waiting).map(({ to }) => to)).toEqual([['late@example.org']]);
  });

  it('answers a waiting request with nothing when its patience ends', async () => {
    expect(await list('?to=never@example.org&wait=50')).toEqual([]);
  });

  it('refuses a query that makes no sense', async () => {
    expect((await app.inject('/mail/messages?wait=forever')).statusCode).toBe(400);
    expect((await app.inject('/mail/messages?wait=99999999')).statusCode).toBe(400);
    expect((await app.inject('/mail/messages/nothing')).statusCode).toBe(404);
  });

  it('has its messages again after a restart, and none after they are deleted', async () => {
    await send('nuria@example.org');
    expect((await openMailbox(folder)).find({})).toEqual(mailbox.find({}));

    expect((await app.inject({ method: 'DELETE', url: '/mail/messages' })).statusCode).toBe(204);

    expect((await openMailbox(folder)).find({})).toEqual([]);
  });

  it('keeps no more messages than its limit, on disk neither', async () => {
    const small = await openMailbox(folder, 2);
    for (const name of ['un', 'dos', 'tres']) {
      await small.keep(Buffer.from(`Subject: ${name}\r\n\r\n`), { from: 'a@x.example', to: ['b@x.example'] });
    }

    expect(small.find({}).map(({ subject }) => subject)).toEqual(['tres', 'dos']);
    expect(await readdir(folder)).toHaveLength(2);
  });

  it('refuses bounce+ addresses for good and slow+ addresses for now, and keeps nothing of them', async () => {
    expect(await send('bounce+1@example.org')).toContainEqual(expect.stringMatching(/^550 /));
    expect(await send('slow+1@example.org')).toContainEqual(expect.stringMatching(/^451 /));
    expect(await list()).toEqual([]);
  });

  it('shows a hostile message without letting it run anything', async () => {
    await send('a@example.org', '<script>alert(1)</script>', hostile);
    const [message] = await list();

    const pages = [(await app.inject('/mail/')).body, (await app.inject(`/mail/view/${message?.id}`)).body];
    const inside = await app.inject(`/mail/view/${message?.id}/html`);

    for (const body of pages) {
      expect(body).not.toContain('<script>');
      expect(body).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    }
    expect(pages[1]).toMatch(/<iframe\s[^>]*sandbox="allow-popups allow-popups-to-escape-sandbox"/);
    expect(inside.headers['content-security-policy']).toMatch(/^sandbox allow-popups .*; default-src 'none';/);
    expect(message?.links).toEqual([]);
  });
});

const multipart = [
  'From: Ateneu <avisos@ateneu.example>',
  'MIME-Version: 1.0',
  'List-Unsubscribe: <https://x.example/u>,',
  ' <mailto:u@x.example>',
  'Content-Type: multipart/alternative; boundary=frontera',
  '',
  '--frontera',
  'Content-Type: text/plain; charset=utf-8',
  '',
  'Hola, Núria. Aneu a http://localhost:4000/text/1.',
  '--frontera',
  'Content-Type: text/html; charset=utf-8',
  '',
  '<p>Hola, Núria. <a href="http://localhost:4000/html?a=1&amp;b=2">Aquí</a></p>',
  '--frontera--',
].join('\r\n');

const hostile = [
  'MIME-Version: 1.0',
  'Content-Type: text/html; charset=utf-8',
  '',
  '<script>alert(1)</script><a href="javascript:alert(1)">x</a><img src="https://tracker.example/x.png">',
].join('\r\n');

const encodeSubject = (text: string): string => `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`;

/** Speaks SMTP by hand, and returns every line of the server's side. */
async function converse(port: number, to: string, data: string): Promise<string[]> {
  const socket = connect(port, '127.0.0.1');
  const answers: string[] = [];
  const commands = [
    'EHLO test',
    'MAIL FROM:<avisos@ateneu.example>',
    `RCPT TO:<${to}>`,
    'DATA',
    `${data}\r\n.`,
    'QUIT',
  ];
  for await (const line of createInterface(socket)) {
    answers.push(line);
    if (/^\d{3}-/.test(line)) continue;
    if (/^[45]/.test(line)) commands.splice(0, commands.length, 'QUIT');
    const next = commands.shift();
    if (next === undefined) socket.end();
    else socket.write(`${next}\r\n`);
  }
  return answers;
}
