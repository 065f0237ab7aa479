import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

import { errors, type Provider } from 'oidc-provider';

import { html, page, pageHeaders } from '../pages/page.ts';
import { createProvider, type IssuerOptions } from './provider.ts';
import { demoStaff, findStaff } from './staff.ts';

/**
 * The issuer as an HTTP server that does not listen yet. It answers below the path of its own identifier (`/issuer`)
 * and at `/health/live`.
 */
export function createIssuerServer(options: IssuerOptions): Server {
  const provider = createProvider(options);
  const handle = provider.callback();
  const publicAddress = new URL(options.issuer);
  const prefix = publicAddress.pathname;

  return createServer((request, response) => {
    const path = request.url ?? '/';
    if (path === '/health/live') {
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"status":"ok"}');
      return;
    }
    if (!path.startsWith(`${prefix}/`)) {
      response.writeHead(404).end();
      return;
    }
    // Every address that the issuer names is the public one, whoever asks and through whatever.
    request.headers['x-forwarded-host'] = publicAddress.host;
    request.headers['x-forwarded-proto'] = publicAddress.protocol.slice(0, -1);
    const inner = path.slice(prefix.length);
    const interaction = /^\/interaction\/[\w-]+(\/login)?$/.exec(inner);
    if (interaction !== null) {
      interact(provider, request, response, interaction[1] !== undefined).catch((error: unknown) => {
        refuseInteraction(response, error);
      });
      return;
    }
    Object.assign(request, { originalUrl: path, url: inner });
    void handle(request, response);
  });
}

/** Shows who can sign in, or signs in the one chosen. */
async function interact(
  provider: Provider,
  request: IncomingMessage,
  response: ServerResponse,
  choosing: boolean,
): Promise<void> {
  const { uid, prompt } = await provider.interactionDetails(request, response);
  if (!choosing) {
    response.writeHead(200, pageHeaders).end(signInPage(provider.issuer, uid));
    return;
  }
  if (request.method !== 'POST' || prompt.name !== 'login') {
    response.writeHead(405, { allow: 'POST' }).end();
    return;
  }
  const person = findStaff(new URLSearchParams(await readBody(request)).get('account') ?? '');
  if (person === undefined) {
    response.writeHead(400, pageHeaders).end(signInPage(provider.issuer, uid));
    return;
  }
  await provider.interactionFinished(request, response, { login: { accountId: person.id } });
}

function refuseInteraction(response: ServerResponse, error: unknown): void {
  const expired = error instanceof errors.SessionNotFound;
  if (!expired) console.error(error);
  if (response.headersSent) {
    response.end();
    return;
  }
  response.writeHead(expired ? 400 : 500, pageHeaders).end(
    page(
      'La pàgina ha caducat',
      html`<h1>Aquesta pàgina ha caducat</h1>
        <p>Torneu a començar des de l’aplicació.</p>
        <p lang="es">Esta página ha caducado. Vuelva a empezar desde la aplicación.</p>`,
    ),
  );
}

function signInPage(issuer: string, uid: string): string {
  const choices = demoStaff.map(
    ({ id, name, post }) =>
      html`<button type="submit" name="account" value="${id}">
        <strong>${name}</strong>, ${post.ca} · <span lang="es">${post.es}</span>
      </button>`,
  );
  return page(
    'Inicieu la sessió · només per a demostració',
    html`<h1>Qui sou?</h1>
      <p class="note" role="note">
        <strong>Només per a demostració.</strong> Aquestes persones no existeixen i no hi ha contrasenyes: qualsevol que
        obri aquesta pàgina pot entrar com qualsevol d’elles.<br />
        <span lang="es"
          ><strong>Solo para demostración.</strong> Estas personas no existen y no hay contraseñas: cualquiera que abra
          esta página puede entrar como cualquiera de ellas.</span
        >
      </p>
      <p>Trieu amb qui voleu entrar. <span lang="es">Elija con quién quiere entrar.</span></p>
      <form method="post" action="${issuer}/interaction/${uid}/login">${choices}</form>`,
  );
}

async function readBody(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request.setEncoding('utf8')) {
    body += String(chunk);
    if (body.length > 4_096) break;
  }
  return body;
}
