import { demoStaff } from '../issuer/staff.ts';
import { html, page } from '../pages/page.ts';
import type { Route } from './routes.ts';

/** What the page about the platform tells. */
export interface Landing {
  readonly routes: readonly Route[];
  /** The origin's own address: `http://localhost:4000`. */
  readonly origin: string;
  readonly issuer: string;
  /** Where partners' clients connect: `nats://localhost:4010`. */
  readonly natsUrl: string;
  readonly natsWebsocketUrl: string;
}

/** The page at `/platform`: where everything is, in Catalan with Spanish beside it. */
export function landingPage({ routes, origin, issuer, natsUrl, natsWebsocketUrl }: Landing): string {
  const services = routes
    .filter((route) => route.service && route.prefix !== '/')
    .map(
      ({ title, name, prefix }) =>
        html`<tr>
          <th scope="row">${title} <code>${name}</code></th>
          <td><a href="${prefix}/docs">documentació</a></td>
          <td><a href="${prefix}/openapi.json">OpenAPI</a></td>
          <td><code>${origin}${prefix}/v1/…</code></td>
        </tr>`,
    );
  const staff = demoStaff.map(
    ({ id, name, post, roles }) =>
      html`<tr>
        <th scope="row">${name}</th>
        <td>${post.ca} · <span lang="es">${post.es}</span></td>
        <td><code>${roles.join(', ')}</code></td>
        <td><code>npm run token -- ${id}</code></td>
      </tr>`,
  );
  return page(
    'Plataforma de l’Ateneu cooperatiu',
    html`<h1>La plataforma de l’Ateneu cooperatiu, en aquesta màquina</h1>
      <p class="note">
        <strong>Entorn de demostració.</strong> Les dades i les persones no són reals, i els correus no surten d’aquí.
        <span lang="es"
          ><strong>Entorno de demostración.</strong> Los datos y las personas no son reales, y los correos no salen de
          aquí.</span
        >
      </p>

      <h2>El web · <span lang="es">La web</span></h2>
      <ul>
        <li><a href="/">El web de l’ateneu</a> · <span lang="es">la web del ateneu</span></li>
        <li>
          <a href="/ca/console">La consola de l’equip</a> · <a href="/es/console" lang="es">la consola del equipo</a>
        </li>
        <li>
          <a href="/ca/desk">Entitats col·laboradores</a> · <a href="/es/desk" lang="es">entidades colaboradoras</a>
        </li>
      </ul>

      <h2>Les API · <span lang="es">Las API</span></h2>
      <div class="scroll">
        <table>
          <tbody>
            ${services}
          </tbody>
        </table>
      </div>

      <h2>Els esdeveniments · <span lang="es">Los eventos</span></h2>
      <ul>
        <li><a href="/events">Catàleg d’esdeveniments</a> · <span lang="es">catálogo de eventos</span></li>
        <li><a href="/events/asyncapi.yaml">AsyncAPI</a></li>
        <li>
          NATS: <code>${natsUrl}</code> · WebSocket: <code>${natsWebsocketUrl}</code> (cada entitat col·laboradora hi
          entra amb el seu fitxer <code>.creds</code> ·
          <span lang="es">cada entidad colaboradora entra con su fichero <code>.creds</code></span
          >)
        </li>
      </ul>

      <h2>Els correus · <span lang="es">Los correos</span></h2>
      <p>
        <a href="/mail/">Bústia de proves</a>: tot el que la plataforma envia.
        <span lang="es">Buzón de pruebas: todo lo que la plataforma envía.</span>
      </p>

      <h2>Entrar com a personal · <span lang="es">Entrar como personal</span></h2>
      <p>
        Amb OpenID Connect a <a href="${issuer}/.well-known/openid-configuration"><code>${issuer}</code></a> (client
        <code>ateneu-console</code>, codi d’autorització amb PKCE), o demaneu un testimoni des de la línia d’ordres i
        enganxeu-lo on diu <em>Authorize</em> a la documentació.
        <span lang="es"
          >Con OpenID Connect, o pida un testigo desde la línea de órdenes y péguelo donde dice <em>Authorize</em> en la
          documentación.</span
        >
      </p>
      <div class="scroll">
        <table>
          <tbody>
            ${staff}
          </tbody>
        </table>
      </div>`,
  );
}
