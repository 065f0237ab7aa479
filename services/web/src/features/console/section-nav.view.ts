import { attribute, html, type Html } from '../../html.ts';
import type { DeskView } from '../../shell/desk-page.ts';

/** The pages of one part of the console, as links above each of them. */
function sectionNav(
  view: DeskView,
  label: string,
  current: string,
  entries: readonly (readonly [path: string, text: string])[],
): Html {
  return html`<nav class="tabs" aria-label="${label}">
    <ul>
      ${entries.map(
        ([path, text]) =>
          html`<li>
            <a href="${view.at(path)}" ${attribute('aria-current', path === current ? 'page' : undefined)}>${text}</a>
          </li>`,
      )}
    </ul>
  </nav>`;
}

/** The pages of training. */
export function trainingNav(view: DeskView, current: '/sessions' | '/courses' | '/rooms' | '/certificates'): Html {
  const t = view.t.consoleCourses;
  return sectionNav(view, t.parts, current, [
    ['/sessions', t.sessions],
    ['/courses', t.courses],
    ['/rooms', t.rooms],
    ['/certificates', t.certificates],
  ]);
}

/** The pages of the directory. */
export function directoryNav(
  view: DeskView,
  current: '/initiatives' | '/corrections' | '/practices' | '/overdue' | '/imports',
): Html {
  const t = view.t.consoleDirectory;
  return sectionNav(view, t.parts, current, [
    ['/initiatives', t.moderation],
    ['/corrections', t.corrections],
    ['/practices', t.practices],
    ['/overdue', t.overdue],
    ['/imports', t.exchange],
  ]);
}

/** The pages of notices. */
export function noticesNav(view: DeskView, current: '/deliveries' | '/texts' | '/suppressions'): Html {
  const t = view.t.consoleNotices;
  return sectionNav(view, t.parts, current, [
    ['/deliveries', t.log],
    ['/texts', t.texts],
    ['/suppressions', t.suppressions],
  ]);
}
