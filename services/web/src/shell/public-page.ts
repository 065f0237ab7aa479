import { type Language, languages } from '@ateneu/kernel';
import type { App } from '@ateneu/service-kit';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { attribute, html, type Html } from '../html.ts';
import { type Texts } from '../texts/index.ts';
import { sendHtml } from './headers.ts';
import { document, type Head, menu } from './layout.ts';
import { deskLanguages, type PageName, paths, pathTo } from './paths.ts';
import { createView, type SiteContext, type View } from './view.ts';

/** A page of the public site, or where to go instead. */
export type PublicAnswer =
  | (Pick<Head, 'title' | 'description' | 'hidden' | 'jsonLd' | 'scripts' | 'styles'> & {
      readonly body: Html;
      readonly status?: number;
      /** How long anybody may keep it, in seconds. Pages are asked for anew each time where it is absent. */
      readonly maxAgeSeconds?: number;
    })
  | { readonly redirect: string };

/** Makes a page from one request. */
export type PublicHandler = (view: View, request: FastifyRequest) => Promise<PublicAnswer> | PublicAnswer;

/** Declares a page in every language: what it shows, and what its form does. */
export function publicPage(
  app: App,
  site: SiteContext,
  page: PageName,
  { get, post }: { get: PublicHandler; post?: PublicHandler },
): void {
  for (const language of languages) {
    const answer = async (
      handler: PublicHandler,
      request: FastifyRequest,
      reply: FastifyReply,
    ): Promise<FastifyReply> => {
      const view = createView(site, { request, language });
      return send(view, page, await handler(view, request), request, reply);
    };
    const url = `/${language}${paths[page][language]}`;
    const schema = { hide: true } as const;
    const access = { kind: 'public' } as const;
    app.route({
      method: 'GET',
      url,
      schema,
      config: { access },
      handler: (request, reply) => answer(get, request, reply),
    });
    if (post === undefined) continue;
    app.route({
      method: 'POST',
      url,
      schema,
      config: { access, rateLimit: { max: 30, timeWindow: '1 minute' } },
      handler: (request, reply) => answer(post, request, reply),
    });
  }
}

function send(
  view: View,
  page: PageName,
  answer: PublicAnswer,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  if ('redirect' in answer) return reply.redirect(answer.redirect, 303);
  const { body, status = 200, maxAgeSeconds, ...head } = answer;
  const parameters = request.params as Record<string, string>;
  const alternates = Object.fromEntries(languages.map((language) => [language, pathTo(language, page, parameters)]));
  const search = request.method === 'GET' ? new URL(request.url, 'http://site').search : '';
  const { errorPrefix } = view.t.shell;
  const title = status >= 400 && !head.title.startsWith(errorPrefix) ? errorPrefix + head.title : head.title;
  const text = publicDocument(view, { ...head, title, alternates }, { body, page, search });
  void reply.code(status);
  return sendHtml(reply, view.config, {
    language: view.language,
    text,
    cacheControl: maxAgeSeconds === undefined ? undefined : `public, max-age=${maxAgeSeconds}`,
  });
}

/** The head of a public document that the site itself does not add. */
type PublicHead = Omit<Head, 'language' | 'organisation'>;

/** Writes a public page: the site's header and footer around a body. */
export function publicDocument(
  { language, t, config }: Pick<View, 'language' | 't' | 'config'>,
  head: PublicHead,
  { body, page, search = '' }: { body: Html; page?: PageName | undefined; search?: string },
): string {
  const entry = (name: 'directory' | 'training' | 'accompaniment') => ({
    href: pathTo(language, name),
    text: t.shell[name],
    current: page !== undefined && paths[page].ca.startsWith(paths[name].ca),
  });
  return document(
    config,
    { ...head, language, organisation: t.shell.organisation },
    html`<a class="skip" href="#content">${t.shell.skip}</a>
      <header class="top">
        <div class="wrap">
          <a class="brand" href="${pathTo(language, 'home')}"
            ><span class="brand-mark" aria-hidden="true"></span
            ><span>Ateneu Cooperatiu <small>${t.shell.place}</small></span></a
          >
          ${menu(t.shell.mainMenu, 'main-menu', [entry('directory'), entry('training'), entry('accompaniment')])}
          ${languageMenu(language, t, head.alternates, search)}
        </div>
      </header>
      <main id="content" tabindex="-1" class="wrap">${body}</main>
      ${footer(language, t)}`,
  );
}

const ownNames: Readonly<Record<Language, string>> = { ca: 'Català', es: 'Castellano', en: 'English' };

function languageMenu(language: Language, t: Texts, alternates: Head['alternates'], search: string): Html {
  return html`<nav class="languages" aria-label="${t.shell.languageMenu}">
    <ul>
      ${languages.map((other) => {
        const href = `${alternates?.[other] ?? pathTo(other, 'home')}${search}`;
        const current = other === language ? 'true' : undefined;
        return html`<li>
          <a href="${href}" lang="${other}" hreflang="${other}" ${attribute('aria-current', current)}
            ><abbr title="${ownNames[other]}">${other.toUpperCase()}</abbr></a
          >
        </li>`;
      })}
    </ul>
  </nav>`;
}

function footer(language: Language, { shell }: Texts): Html {
  const desk = deskLanguages.find((one) => one === language) ?? 'ca';
  return html`<footer class="bottom">
    <div class="wrap">
      <p><strong>${shell.organisation}</strong><br />${shell.footer}</p>
      ${menu(shell.footerMenu, 'footer-menu', [
        { href: pathTo(language, 'privacy'), text: shell.privacy },
        { href: pathTo(language, 'accessibility'), text: shell.accessibility },
        { href: pathTo(language, 'cookies'), text: shell.cookies },
        { href: `/${desk}/console`, text: shell.staffDoor },
        { href: `/${desk}/desk`, text: shell.partnerDoor },
      ])}
    </div>
  </footer>`;
}
