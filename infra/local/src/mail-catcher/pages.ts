import { html, page } from '../pages/page.ts';
import type { CaughtMessage } from './message.ts';

const note = html`<p class="note">
  Aquí arriba tot el que la plataforma envia en aquesta màquina. Res no surt d’aquí.
  <span lang="es">Aquí llega todo lo que la plataforma envía en esta máquina. Nada sale de aquí.</span>
</p>`;

/** The list of messages, newest first. */
export function listPage(messages: readonly CaughtMessage[]): string {
  const rows = messages.map(
    ({ id, receivedAt, to, subject }) =>
      html`<tr>
        <td><time datetime="${receivedAt}">${formatInstant(receivedAt)}</time></td>
        <td>${to.join(', ')}</td>
        <td><a href="/mail/view/${id}">${subject || '(sense assumpte)'}</a></td>
      </tr>`,
  );
  const table = html`<div class="scroll">
    <table>
      <thead>
        <tr>
          <th scope="col">Rebut</th>
          <th scope="col">Per a</th>
          <th scope="col">Assumpte</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`;
  return page(
    'Bústia de proves',
    html`<h1>Bústia de proves</h1>
      ${note}
      ${rows.length === 0 ? html`<p>Encara no hi ha cap missatge. <span lang="es">Aún no hay mensajes.</span></p>` : table}`,
  );
}

/** One message: its links, its HTML in a sandbox, its text and its headers. */
export function messagePage(message: CaughtMessage): string {
  const links = message.links.map((link) => html`<li><a href="${link}" rel="noreferrer noopener">${link}</a></li>`);
  const headers = Object.entries(message.headers).map(
    ([name, value]) =>
      html`<tr>
        <th scope="row">${name}</th>
        <td>${value}</td>
      </tr>`,
  );
  return page(
    message.subject || '(sense assumpte)',
    html`<p><a href="/mail/">← Tots els missatges</a></p>
      <h1>${message.subject || '(sense assumpte)'}</h1>
      <p>
        De <strong>${message.from}</strong> a <strong>${message.to.join(', ')}</strong>,
        ${formatInstant(message.receivedAt)}
      </p>
      ${
        links.length === 0
          ? html``
          : html`<h2>Enllaços</h2>
              <ul>
                ${links}
              </ul>`
      }
      ${
        message.html === null
          ? html``
          : html`<h2>Tal com es veu</h2>
              <iframe
                title="El missatge"
                src="/mail/view/${message.id}/html"
                sandbox="allow-popups allow-popups-to-escape-sandbox"
              ></iframe>`
      }
      <h2>Només text</h2>
      <pre>${message.text}</pre>
      <h2>Capçaleres</h2>
      <div class="scroll">
        <table>
          <tbody>
            ${headers}
          </tbody>
        </table>
      </div>`,
  );
}

function formatInstant(instant: string): string {
  return new Intl.DateTimeFormat('ca', { dateStyle: 'short', timeStyle: 'medium', timeZone: 'Europe/Madrid' }).format(
    new Date(instant),
  );
}
