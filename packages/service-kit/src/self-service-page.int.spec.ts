import { createHash } from 'node:crypto';

import { defineError, newId } from '@ateneu/kernel';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';

import { documented, keepLog, testApp } from '../test/test-app.ts';
import { type App, identify, selfServicePage, sendPage } from './index.ts';

const browser = { accept: 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.8', 'accept-language': 'es' };
const expired = defineError({
  code: 'training.link.expired',
  kind: 'gone',
  message: { ca: 'Aquest enllaç ha caducat.', es: 'Este enlace ha caducado.', en: 'This link has expired.' },
});

const page = {
  language: 'ca',
  title: 'La vostra inscripció <script>alert(1)</script>',
  paragraphs: ['Hola, "Núria" & companyia'],
  facts: [{ name: 'Sessió', value: '<img src=x onerror=alert(1)>' }],
  actions: [
    { label: 'Mostra el curs', method: 'get', href: 'https://ateneu.example/?a=1&b="2"' },
    { label: 'Cancel·la', method: 'post', href: 'cancel', confirm: 'Segur?' },
    { label: 'Confirma', method: 'post', href: 'confirm' },
  ],
} as const;

function routes(app: App): void {
  const config = { access: { kind: 'link' } } as const;
  const params = z.object({ token: z.string().max(100) });
  const response = { 200: { description: 'A page.', content: { 'text/html': { schema: z.string() } } } };
  app.get(
    '/v1/enrolments/:token',
    { config, schema: { ...documented('show'), params, response } },
    async (request, reply) => {
      if (request.params.token !== 'good') throw expired();
      identify(request, { kind: 'citizen', id: newId() });
      return sendPage(reply, page);
    },
  );
  app.post(
    '/v1/enrolments/:token/cancel',
    {
      config,
      schema: {
        ...documented('cancel'),
        params,
        body: z.object({ reason: z.string().max(20).optional() }).optional(),
        response,
      },
    },
    async (request, reply) => sendPage(reply, { language: 'es', title: `Cancelada: ${request.body?.reason ?? '-'}` }),
  );
}

describe('a page behind a link', () => {
  test('says its language, and fits a telephone', () => {
    const html = selfServicePage(page);
    expect(html).toMatch(/^<!doctype html><html lang="ca">/);
    expect(html).toContain('name="viewport"');
    expect(html.match(/<h1>/g)).toHaveLength(1);
  });

  test('runs nothing that its contents bring', () => {
    const html = selfServicePage(page);
    expect(html).not.toContain('<script');
    expect(html).not.toContain('<img');
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(html).toContain('Hola, &quot;Núria&quot; &amp; companyia');
    expect(html).toContain('href="https://ateneu.example/?a=1&amp;b=&quot;2&quot;"');
  });

  test('changes nothing by being looked at: what changes is posted, and asks first where it is told to', () => {
    const html = selfServicePage(page);
    expect(html).toContain('<form method="post" action="confirm"><button type="submit">Confirma</button></form>');
    expect(html).toMatch(/<details><summary>Cancel·la<\/summary><p>Segur\?<\/p><form method="post" action="cancel">/);
  });

  test('asks with fields that say what they are, and quotes what was filled in', () => {
    const fields = [
      {
        name: 'q1',
        label: 'Per què <veniu>?',
        type: 'multiline',
        value: '</textarea><b>',
        required: true,
        help: 'Breu',
      },
      { name: 'q2', label: 'Grup', type: 'choice', value: 'b', options: [{ value: 'b', label: 'B"' }] },
      { name: 'q3', label: 'D’acord', type: 'checkbox', value: 'on' },
    ] as const;
    const html = selfServicePage({
      language: 'ca',
      title: 'x',
      actions: [{ label: 'Desa', method: 'post', href: 'save', fields }],
    });
    expect(html).toContain('<label for="field-save-0">Per què &lt;veniu&gt;? *</label>');
    expect(html).toContain('aria-describedby="field-save-0-help">\n&lt;/textarea&gt;&lt;b&gt;</textarea>');
    expect(html).toContain('<option value="b" selected>B&quot;</option>');
    expect(html).toContain('name="q3" checked>D’acord</label>');
  });

  test('folds a form where a page has several, and bounds what is written', () => {
    const html = selfServicePage({
      language: 'ca',
      title: 'x',
      actions: [
        {
          label: 'Declina',
          method: 'post',
          href: 'decline',
          folded: true,
          fields: [
            { name: 'reason', label: 'Motiu', required: true, options: [{ value: 'a"b', label: 'No <i>hi</i> cap' }] },
            { name: 'note', label: 'Nota', maxLength: 200 },
          ],
        },
      ],
    });
    expect(html).toContain('<details><summary>Declina</summary><form method="post" action="decline">');
    expect(html).toContain('<option value="a&quot;b">No &lt;i&gt;hi');
    expect(html).toContain('name="note" maxlength="200">');
  });

  test('runs a script of ours, which its policy names, and shows a picture of our own', async () => {
    const script = "document.title = 'ran';";
    const config = { access: { kind: 'link' } } as const;
    const response = { 200: { description: 'A page.', content: { 'text/html': { schema: z.string() } } } };
    await using app = await testApp((app) => {
      app.get('/v1/x', { config, schema: { ...documented('show'), response } }, async (_request, reply) =>
        sendPage(reply, { language: 'ca', title: 'x', script, image: { src: 'qr.png', alt: 'Codi "QR"' } }),
      );
    });
    const answer = await app.inject({ url: '/v1/x', headers: browser });
    expect(answer.body).toContain(`<script>${script}</script>`);
    expect(answer.body).toContain('<img src="qr.png" alt="Codi &quot;QR&quot;">');
    const policy = String(answer.headers['content-security-policy']);
    expect(policy).toContain(`script-src 'sha256-${createHash('sha256').update(script).digest('base64')}'`);
    expect(policy).toContain("img-src 'self'");
    expect(policy).not.toContain('unsafe');
  });

  test.each(['javascript:alert(1)', ' JavaScript:alert(1)', 'data:text/html,x', 'vbscript:x'])(
    'does not link to what runs: %s',
    (href) => {
      expect(() =>
        selfServicePage({ language: 'ca', title: 'x', actions: [{ label: 'x', method: 'get', href }] }),
      ).toThrow(TypeError);
    },
  );

  test('is sent with a policy that allows its one style and its own forms alone', async () => {
    await using app = await testApp(routes);
    const response = await app.inject({ url: '/v1/enrolments/good', headers: browser });
    expect(response.statusCode).toBe(200);
    expect(response.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(response.headers['content-language']).toBe('ca');
    const style = /<style>([\s\S]*)<\/style>/.exec(response.body)?.[1] ?? '';
    const policy = String(response.headers['content-security-policy']);
    expect(policy).toContain(`style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
  });

  test('leaves its secret address nowhere', async () => {
    const log = keepLog();
    await using app = await testApp(routes, { log });
    const response = await app.inject({ url: '/v1/enrolments/good?utm=1', headers: browser });
    expect(response.headers['referrer-policy']).toBe('no-referrer');
    expect(response.headers['cache-control']).toBe('no-store');
    expect(response.headers['x-robots-tag']).toBe('noindex');
    await app.inject('/v1/enrolments/s3cret');
    await app.inject('/v1/enrolments/s3cret/nowhere');
    expect(log.lines.join('')).toContain('"route":"/v1/enrolments/:token"');
    expect(log.lines.join('')).not.toMatch(/s3cret|enrolments\/good/);
  });
});

describe('a link that no longer holds', () => {
  test('is a page to a person with a browser, in their language', async () => {
    await using app = await testApp(routes);
    const response = await app.inject({ url: '/v1/enrolments/old', headers: browser });
    expect(response.statusCode).toBe(410);
    expect(response.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(response.body).toContain('<html lang="es">');
    expect(response.body).toContain('Este enlace ha caducado.');
  });

  test('is a problem to a program', async () => {
    await using app = await testApp(routes);
    const response = await app.inject('/v1/enrolments/old');
    expect(response.statusCode).toBe(410);
    expect(response.json()).toMatchObject({ code: 'training.link.expired', detail: 'Aquest enllaç ha caducat.' });
  });
});

describe('a form of such a page', () => {
  const headers = { ...browser, 'content-type': 'application/x-www-form-urlencoded' };

  test('is read where it is posted', async () => {
    await using app = await testApp(routes);
    const response = await app.inject({
      method: 'POST',
      url: '/v1/enrolments/good/cancel',
      headers,
      payload: 'reason=no+puc',
    });
    expect(response.body).toContain('Cancelada: no puc');
  });

  test('may be empty', async () => {
    await using app = await testApp(routes);
    const response = await app.inject({ method: 'POST', url: '/v1/enrolments/good/cancel', headers, payload: '' });
    expect(response.statusCode).toBe(200);
    expect((await app.inject({ method: 'POST', url: '/v1/enrolments/good/cancel' })).statusCode).toBe(200);
  });

  test('is validated like any body, and poisons nothing', async () => {
    await using app = await testApp(routes);
    const post = (payload: string) =>
      app.inject({ method: 'POST', url: '/v1/enrolments/good/cancel', headers, payload });
    expect((await post(`reason=${'a'.repeat(21)}`)).statusCode).toBe(400);
    expect((await post('__proto__=x&constructor=y')).statusCode).toBe(200);
    expect(Object.prototype).not.toHaveProperty('x');
  });
});
