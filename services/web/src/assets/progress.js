// Keeps the progress of long work up to date, and shows its result when it is done. Without this script a link does.
const everyMs = 1_000;

async function look() {
  const shown = document.getElementById('progress');
  if (shown === null || !('working' in shown.dataset)) return;
  try {
    const answer = await fetch(location.href, { headers: { accept: 'text/html' } });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const now = page.getElementById('progress');
    if (now !== null && 'working' in now.dataset) shown.replaceChildren(...now.childNodes);
    else if (answer.ok) return location.reload();
  } catch {
    // A moment without the network is no reason to stop looking.
  }
  setTimeout(() => void look(), everyMs);
}

setTimeout(() => void look(), everyMs);
