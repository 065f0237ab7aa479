import type { ServerResponse } from 'node:http';

import type { App } from '@ateneu/service-kit';

import { html, type Html } from '../../html.ts';
import { type Desk, deskPage, type DeskView } from '../../shell/desk-page.ts';
import { deskLanguages } from '../../shell/paths.ts';
import { sessionValue } from '../../sessions/session.ts';
import { textsFor } from '../../texts/index.ts';
import { caseEventName, modalities, modalityName } from '../../ui/cases.ts';
import { formatDate } from '../../ui/dates.ts';
import { given } from '../../ui/fields.ts';
import { notice } from '../../ui/parts.ts';
import { settle } from '../../upstream/answer.ts';
import type { Clients } from '../../upstream/clients.ts';

/** A stream ends by itself after this time, and the browser begins the next where it ended. */
const streamMs = 5 * 60 * 1_000;
/** How long the feed is asked to wait for something new, in seconds. */
const waitSeconds = 20;
/** A service that does not answer is asked again after this time. */
const retryMs = 5_000;

interface FeedEvent {
  readonly id: string;
  readonly type: string;
  readonly subject: string;
  readonly data?: unknown;
  readonly [extension: string]: unknown;
}

/** The partner's events as they happen: a list that reads well by itself, and grows by server-sent events. */
export function liveEventPages(app: App, desk: Desk): void {
  deskPage(app, desk, '/events', {
    get: async (view) => {
      const t = view.t.partnerDesk;
      const feed = await readAll(view.api);
      return {
        title: t.events,
        section: 'events',
        scripts: ['live.js'],
        body: html`<h1>${t.events}</h1>
          <p class="lead">${t.eventsLead}</p>
          ${
            feed === undefined
              ? notice('warning', view.t.shell.partDown(t.events.toLowerCase()))
              : html`<p id="live-state" role="status" data-live="${t.live}" data-broken="${t.notLive}"></p>
                  <ol
                    class="timeline"
                    id="live"
                    data-stream="${view.at('/events/stream', { after: feed.next })}"
                    aria-live="polite"
                  >
                    ${feed.events.map((event) => eventLine(view, event))}
                  </ol>
                  ${feed.events.length === 0 && html`<p id="no-events">${t.noEvents}</p>`}`
          }`,
      };
    },
  });
  const open = new Set<ServerResponse>();
  app.addHook('preClose', async () => {
    for (const response of open) response.end();
  });
  for (const language of deskLanguages) {
    app.route({
      method: 'GET',
      url: `/${language}/desk/events/stream`,
      schema: { hide: true },
      config: { access: { kind: 'session' } },
      handler: async (request, reply) => {
        const partner = sessionValue(request, 'partner');
        if (partner === undefined) return reply.code(204).send();
        const { after } = request.query as { after?: unknown };
        const last = request.headers['last-event-id'] ?? after;
        const view = { language, api: desk.context.clients({ request, language, bearer: partner.apiKey }) };
        void reply.hijack();
        const response = reply.raw;
        response.writeHead(200, {
          'content-type': 'text/event-stream; charset=utf-8',
          'cache-control': 'no-store',
          'x-accel-buffering': 'no',
        });
        open.add(response);
        const gone = new AbortController();
        response.once('close', () => {
          open.delete(response);
          gone.abort();
        });
        await stream(view, response, { after: typeof last === 'string' ? last : undefined, gone: gone.signal });
        response.end();
        return reply;
      },
      // The stream outlives what other answers may take.
      handlerTimeout: streamMs * 2,
    });
  }
}

async function stream(
  { language, api }: Pick<DeskView, 'language' | 'api'>,
  response: ServerResponse,
  { after, gone }: { after: string | undefined; gone: AbortSignal },
): Promise<void> {
  const until = Date.now() + streamMs;
  let place = after;
  response.write(`retry: ${retryMs}\n\n`);
  while (!gone.aborted && !response.writableEnded && Date.now() < until) {
    const answer = await settle(
      api.accompaniment.GET('/v1/partner/events', {
        params: { query: { ...given({ after: place }), wait: waitSeconds } },
        // The feed answers when there is something: longer than a page may wait.
        fetch: (call) =>
          fetch(call, { signal: AbortSignal.any([gone, AbortSignal.timeout((waitSeconds + 10) * 1_000)]) }),
      }),
    );
    // The browser comes again by itself, and finds out then whether the key still holds.
    if (answer.kind !== 'ok') return;
    place = answer.data.next;
    const lines = answer.data.events.map((event) => `data: ${JSON.stringify(lineOf(language, event))}\n\n`);
    response.write(lines.length === 0 ? ': still here\n\n' : `id: ${place}\n${lines.join('')}`);
  }
}

/** Everything that the feed keeps, the newest first and only so many, and where the stream begins. */
async function readAll(api: Clients): Promise<{ events: FeedEvent[]; next: string | undefined } | undefined> {
  const events: FeedEvent[] = [];
  let next: string | undefined;
  for (let page = 0; page < 20; page += 1) {
    const answer = await settle(
      api.accompaniment.GET('/v1/partner/events', { params: { query: { ...given({ after: next }), limit: 500 } } }),
    );
    if (answer.kind !== 'ok') return undefined;
    events.push(...answer.data.events);
    next = answer.data.next;
    if (!answer.data.more) break;
  }
  return { events: events.slice(-50).toReversed(), next };
}

/** What a line says of an event: what happened, when, and to which referral, by the partner's own name where it has one. */
function lineOf(
  language: DeskView['language'],
  { type, subject, time, data }: FeedEvent,
): { what: string; when: string; at: string; href: string; about: string } {
  const at = typeof time === 'string' ? time : '';
  const { partnerReference, modality } = (data ?? {}) as { partnerReference?: unknown; modality?: unknown };
  const known = modalities.find((one) => one === modality);
  const otherwise = known === undefined ? '' : modalityName({ t: textsFor(language) }, known);
  return {
    what: caseEventName({ t: textsFor(language) }, /([\w-]+)\.v\d+$/.exec(type)?.[1] ?? type),
    when: at === '' ? '' : formatDate(language, 'short', at),
    at,
    href: `/${language}/desk/referrals/${encodeURIComponent(subject)}`,
    about: typeof partnerReference === 'string' ? partnerReference : otherwise,
  };
}

function eventLine(view: DeskView, event: FeedEvent): Html {
  const { what, when, at, href, about } = lineOf(view.language, event);
  return html`<li>
    <time datetime="${at}">${when}</time> · <a href="${href}">${what}</a>${about !== '' && html` · ${about}`}
  </li>`;
}
