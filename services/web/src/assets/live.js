// Lets a partner's events appear as they happen. Without this script the page shows those there were when it was loaded.
const list = document.getElementById('live');
const state = document.getElementById('live-state');

/** One event as a line; what it says is text, whatever it contains. */
function lineOf({ what, when, at, href, about }) {
  const time = Object.assign(document.createElement('time'), { dateTime: at, textContent: when });
  const link = Object.assign(document.createElement('a'), { href, textContent: what });
  const line = document.createElement('li');
  line.append(time, ' · ', link, about === '' ? '' : ` · ${about}`);
  return line;
}

if (list !== null && state !== null) {
  const source = new EventSource(list.dataset.stream);
  source.addEventListener('open', () => (state.textContent = state.dataset.live));
  source.addEventListener('error', () => (state.textContent = state.dataset.broken));
  source.addEventListener('message', ({ data }) => {
    document.getElementById('no-events')?.remove();
    list.prepend(lineOf(JSON.parse(data)));
  });
}
