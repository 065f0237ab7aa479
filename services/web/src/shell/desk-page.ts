import type { Readable } from 'node:stream';

import { isLanguage, type Language } from '@ateneu/kernel';
import { type App, identify, kitErrors, RequestError } from '@ateneu/service-kit';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { attribute, html, type Child, type Html } from '../html.ts';
import type { Issuer } from '../sessions/issuer.ts';
import {
  endSession,
  type Flash,
  type PartnerSession,
  sessionValue,
  setSessionValue,
  type StaffSession,
} from '../sessions/session.ts';
import { type Answer } from '../upstream/answer.ts';
import { attachment, sendHtml } from './headers.ts';
import { document, menu, type MenuEntry } from './layout.ts';
import { deskLanguages, type Query, withQuery } from './paths.ts';
import { createView, type SiteContext, type View } from './view.ts';

/** What the desks are made with. */
export interface DeskContext extends SiteContext {
  readonly issuer: Issuer;
}

/** One person at a desk, on one page. */
export interface DeskView extends View {
  readonly area: 'console' | 'desk';
  readonly staff: StaffSession | undefined;
  readonly partner: PartnerSession | undefined;
  readonly signedIn: boolean;
  /** The address of a page of this desk in the reader's language. */
  at(path: string, query?: Query): string;
  /** A form that posts, with the token that says it is ours. */
  form(action: string, ...contents: readonly Child[]): Html;
  /** The same, for one that takes a file along. */
  fileForm(action: string, ...contents: readonly Child[]): Html;
}

/** A page of a desk, or where to go instead, or a file. */
export type DeskAnswer =
  | {
      readonly title: string;
      readonly body: Html;
      readonly status?: number;
      readonly scripts?: readonly string[];
      /** The part of the menu that it belongs to: the first segment of its address. */
      readonly section?: string;
    }
  | { readonly redirect: string; readonly flash?: Flash | undefined }
  /** A file, whole or as it comes; of how many bytes, where that is known. */
  | { readonly file: Buffer | Readable; readonly name: string; readonly type: string; readonly size?: number };

/** Makes a page of a desk from one request. */
export type DeskHandler = (view: DeskView, request: FastifyRequest) => Promise<DeskAnswer> | DeskAnswer;

/** What a desk is: who may be there, and its menu. */
export interface Desk {
  readonly area: 'console' | 'desk';
  readonly context: DeskContext;
  /** The menu's entries: the path below the desk, and its text. */
  readonly menu: (view: DeskView) => readonly (readonly [path: string, text: string])[];
  /** The bearer of whoever is signed in; `undefined` where nobody is. */
  readonly bearer: (session: {
    staff?: StaffSession | undefined;
    partner?: PartnerSession | undefined;
  }) => string | undefined;
  /** What stands at the head of every page. */
  readonly head?: (view: DeskView) => Html;
}

/** What a page of a desk shows, and what its form does. */
export interface DeskPage {
  readonly get?: DeskHandler;
  readonly post?: DeskHandler;
  /** Also for whoever is not signed in. */
  readonly open?: boolean;
  /** How often one address may send its form. */
  readonly limit?: { readonly max: number; readonly timeWindow: string };
}

/** Declares a page of a desk, in the languages that desks have. */
export function deskPage(app: App, desk: Desk, path: string, { get, post, open = false, limit }: DeskPage): void {
  for (const language of deskLanguages) {
    const answer = async (
      handler: DeskHandler,
      request: FastifyRequest,
      reply: FastifyReply,
    ): Promise<FastifyReply> => {
      const staff = await currentStaff(desk, request);
      const partner = sessionValue(request, 'partner');
      const bearer = desk.bearer({ staff, partner });
      if (bearer === undefined && !open) {
        const to = request.method === 'GET' ? request.url : undefined;
        return reply.redirect(withQuery(`/${language}/${desk.area}/sign-in`, { to }), 303);
      }
      // So that the log says who did what here.
      if (staff !== undefined) identify(request, { kind: 'staff', id: staff.id, name: staff.name, roles: staff.roles });
      const view = createDeskView(desk, { request, reply, language, bearer, staff, partner });
      try {
        return send(desk, view, await handler(view, request), request, reply);
      } catch (error) {
        if (!(error instanceof RequestError) || error.code !== kitErrors.authenticationRequired.definition.code)
          throw error;
        // What was good is good no longer: the door says so, and leads back.
        endSession(request);
        const to = request.method === 'GET' ? request.url : undefined;
        return reply.redirect(withQuery(`/${language}/${desk.area}/sign-in`, { ended: 'yes', to }), 303);
      }
    };
    const url = `/${language}/${desk.area}${path}`;
    const route = { url, schema: { hide: true }, config: { access: { kind: 'session' } } } as const;
    if (get !== undefined)
      app.route({ ...route, method: 'GET', handler: (request, reply) => answer(get, request, reply) });
    if (post !== undefined)
      app.route({
        ...route,
        method: 'POST',
        ...(limit === undefined ? {} : { config: { ...route.config, rateLimit: limit } }),
        handler: (request, reply) => answer(post, request, reply),
      });
  }
}

/** Whoever is signed in, with a token that is still good for a moment. */
async function currentStaff({ area, context }: Desk, request: FastifyRequest): Promise<StaffSession | undefined> {
  const staff = sessionValue(request, 'staff');
  if (staff === undefined || area !== 'console' || staff.expiresAt - Date.now() > 30_000) return staff;
  const renewed = await context.issuer.renew(staff);
  setSessionValue(request, 'staff', renewed);
  return renewed;
}

interface Sitting {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly language: Language;
  readonly bearer: string | undefined;
  readonly staff: StaffSession | undefined;
  readonly partner: PartnerSession | undefined;
}

function createDeskView({ area, context }: Desk, sitting: Sitting): DeskView {
  const { request, reply, language, bearer, staff, partner } = sitting;
  const token = reply.generateCsrf();
  const form = (encoding: string | undefined, action: string, contents: readonly Child[]): Html =>
    html`<form method="post" action="${action}" ${attribute('enctype', encoding)} novalidate>
      <input type="hidden" name="_csrf" value="${token}" />${contents}
    </form>`;
  return {
    ...createView(context, { request, language, bearer }),
    area,
    staff,
    partner,
    signedIn: bearer !== undefined,
    at: (path, query = {}) => withQuery(`/${language}/${area}${path}`, query),
    form: (action, ...contents) => form(undefined, action, contents),
    fileForm: (action, ...contents) => form('multipart/form-data', action, contents),
  };
}

/** What an action's outcome is to whoever did it: the page to go to, with one sentence. */
export function outcome(
  view: DeskView,
  answer: Answer<unknown>,
  { done, to }: { done: string; to: string },
): { redirect: string; flash: Flash } {
  switch (answer.kind) {
    case 'ok':
      return { redirect: to, flash: { tone: 'success', text: done } };
    case 'down':
      return { redirect: to, flash: { tone: 'warning', text: view.t.shell.serviceDown } };
    case 'refused': {
      const text = answer.problem.status === 412 ? view.t.desk.stale : refusalText(answer.problem);
      return { redirect: to, flash: { tone: answer.problem.status === 412 ? 'warning' : 'danger', text } };
    }
  }
}

/** A refusal in one text: what happened, and what is wrong with each field. */
function refusalText({
  detail,
  errors = [],
}: {
  detail: string;
  errors?: readonly { message: string }[] | undefined;
}): string {
  return [detail, ...errors.map(({ message }) => message)].join(' ');
}

function send(
  desk: Desk,
  view: DeskView,
  answer: DeskAnswer,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  if ('redirect' in answer) {
    if (answer.flash !== undefined) setSessionValue(request, 'flash', answer.flash);
    return reply.redirect(answer.redirect, 303);
  }
  if ('file' in answer) {
    void reply.header('content-disposition', attachment(answer.name)).type(answer.type);
    if (answer.size !== undefined) void reply.header('content-length', answer.size);
    return (reply as FastifyReply<{ Reply: Buffer | Readable }>).send(answer.file);
  }
  const flash = sessionValue(request, 'flash');
  if (flash !== undefined) setSessionValue(request, 'flash', undefined);
  void reply.code(answer.status ?? 200);
  return sendHtml(reply, view.config, { language: view.language, text: deskDocument(desk, view, answer, flash) });
}

function deskDocument(
  desk: Desk,
  view: DeskView,
  { title, body, scripts, section = '', status = 200 }: Extract<DeskAnswer, { body: Html }>,
  flash: Flash | undefined,
): string {
  const { desk: t, shell } = view.t;
  const wrong = status >= 400 && !title.startsWith(shell.errorPrefix);
  const name = view.area === 'console' ? t.console : t.partnerDesk;
  const entries = desk.menu(view).map(([path, text]): MenuEntry => ({
    href: view.at(path),
    text,
    current: path === (section === '' ? '' : `/${section}`),
  }));
  return document(
    view.config,
    {
      language: view.language,
      title: `${wrong ? shell.errorPrefix : ''}${title}`,
      organisation: `${name} · Ateneu`,
      hidden: true,
      scripts,
    },
    html`<a class="skip" href="#content">${shell.skip}</a>
      <header class="top top-desk">
        <div class="wrap">
          <a class="brand" href="${view.at('')}"
            ><span class="brand-mark" aria-hidden="true"></span><span>Ateneu <small>${name}</small></span></a
          >
          ${desk.head?.(view)} ${languages(view)} ${account(view)}
        </div>
        ${entries.length > 0 && html`<div class="wrap">${menu(t.menu, 'main-menu', entries)}</div>`}
      </header>
      <main id="content" tabindex="-1" class="wrap">
        ${flash && html`<div class="notice notice-${flash.tone}" role="status"><p>${flash.text}</p></div>`}${body}
      </main>`,
  );
}

function languages(view: DeskView): Html {
  const names = { ca: 'Català', es: 'Castellano' } as const;
  return html`<nav class="languages" aria-label="${view.t.shell.languageMenu}">
    <ul>
      ${deskLanguages.map((other) => {
        const href = view.url.replace(/^\/[a-z]{2}(?=[/?]|$)/, `/${other}`);
        const current = other === view.language ? 'true' : undefined;
        return html`<li>
          <a href="${href}" lang="${other}" hreflang="${other}" ${attribute('aria-current', current)}
            ><abbr title="${names[other]}">${other.toUpperCase()}</abbr></a
          >
        </li>`;
      })}
    </ul>
  </nav>`;
}

function account(view: DeskView): Html | undefined {
  const { staff, partner, area } = view;
  if (!view.signedIn) return undefined;
  return html`<div class="account">
    ${area === 'console' ? staff && html`<span>${staff.name}</span>` : html`<a href="${view.at('/account')}">${partner?.name ?? view.t.desk.account}</a>`}
    ${view.form(view.at('/sign-out'), html`<button class="button button-quiet" type="submit">${view.t.desk.signOut}</button>`)}
  </div>`;
}

/** The page that a sign-in leads back to: one of ours, whatever the address says. */
export function safeReturn(to: unknown, area: 'console' | 'desk', language: Language): string {
  const home = `/${language}/${area}`;
  if (typeof to !== 'string' || !isLanguage(to.slice(1, 3))) return home;
  return /^\/(ca|es)\/(console|desk)([/?]|$)/.test(to) && to.length < 1_000 && !to.includes('\\') ? to : home;
}
