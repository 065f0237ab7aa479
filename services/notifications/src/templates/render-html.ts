import type { CleanMail } from './render.ts';

/** Colours with a contrast of 7:1 or more on their background (WCAG 2.2 AAA for text). */
const colour = {
  ink: '#1f1f1f',
  soft: '#4a4a4a',
  accent: '#8a1538',
  paper: '#ffffff',
  ground: '#f4f1ec',
  rule: '#d8d2c8',
};
const font = `font-family:Verdana,'DejaVu Sans',Arial,sans-serif`;
const style = {
  body: `margin:0;padding:0;background-color:${colour.ground};color:${colour.ink};${font};font-size:16px;line-height:1.5`,
  outer: 'padding:24px 12px',
  card: `max-width:600px;margin:0 auto;padding:24px;background-color:${colour.paper};border-top:6px solid ${colour.accent}`,
  heading: `margin:0 0 16px;font-size:22px;line-height:1.3;color:${colour.accent}`,
  paragraph: 'margin:0 0 16px',
  facts: `margin:0 0 16px;padding:12px 16px;border-left:4px solid ${colour.rule};list-style:none`,
  fact: 'margin:0 0 8px',
  link: `color:${colour.accent};overflow-wrap:anywhere`,
  picture: `width:200px;height:200px;background-color:${colour.paper};color:${colour.ink}`,
  action: 'margin:0 0 8px',
  button: `display:inline-block;padding:12px 20px;background-color:${colour.accent};color:${colour.paper};font-weight:bold;text-decoration:none`,
  address: `margin:0 0 16px;font-size:14px;color:${colour.soft};overflow-wrap:anywhere`,
  foot: `max-width:600px;margin:0 auto;padding:16px 24px;font-size:13px;color:${colour.soft}`,
};

/** Makes text safe between tags and inside a quoted attribute. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/**
 * One column of headings, paragraphs and one list, with every style inline: what is left when a mail program drops
 * style sheets, images and scripts is the whole message, in reading order.
 */
export function renderHtml(mail: CleanMail): string {
  const parts = [
    element('h1', style.heading, escapeHtml(mail.subject)),
    element('p', style.paragraph, escapeHtml(mail.greeting)),
    ...mail.paragraphs.map(paragraph),
    factList(mail.facts),
    actionBlock(mail),
    ...mail.closing.map(paragraph),
    paragraph(mail.frame.signature),
  ];
  return `<!doctype html>
<html lang="${mail.language}" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<title>${escapeHtml(mail.subject)}</title>
</head>
<body style="${style.body}">
<div lang="${mail.language}" style="${style.outer}">
<div role="article" aria-label="${escapeHtml(mail.subject)}" style="${style.card}">
${parts.filter((part) => part !== '').join('\n')}
</div>
<p style="${style.foot}">${escapeHtml(mail.frame.sentBy)} ${escapeHtml(mail.because)}</p>${ownLink(mail)}
</div>
</body>
</html>
`;
}

function ownLink({ own }: CleanMail): string {
  if (own === undefined) return '';
  const url = escapeHtml(own.url);
  return `\n<p style="${style.foot};overflow-wrap:anywhere">${escapeHtml(own.label)} <a href="${url}" style="color:${colour.soft}">${url}</a></p>`;
}

function element(tag: string, css: string, inner: string): string {
  return `<${tag} style="${css}">${inner}</${tag}>`;
}

function paragraph(lines: readonly string[]): string {
  return element('p', style.paragraph, lines.map(escapeHtml).join('<br>'));
}

function factList(facts: CleanMail['facts']): string {
  if (facts.length === 0) return '';
  const items = facts.map(([label, value, url, alt]) => {
    const link =
      url === undefined ? '' : `<br><a href="${escapeHtml(url)}" style="${style.link}">${escapeHtml(url)}</a>`;
    return element(
      'li',
      style.fact,
      `<strong>${escapeHtml(label)}:</strong> ${escapeHtml(value)}${picture(url, alt)}${link}`,
    );
  });
  return element('ul', style.facts, items.join(''));
}

/** Many programs show none until they are asked to: the text that stands for it says the same, and the link stays. */
function picture(url: string | undefined, alt: string | undefined): string {
  if (url === undefined || alt === undefined) return '';
  return `<br><img src="${escapeHtml(url)}" alt="${escapeHtml(alt)}" width="200" height="200" style="${style.picture}">`;
}

function actionBlock({ action, frame }: CleanMail): string {
  if (action === undefined) return '';
  const url = escapeHtml(action.url);
  const button = `<a href="${url}" style="${style.button}">${escapeHtml(action.label)}</a>`;
  const plain = `${escapeHtml(frame.actionAddress)}<br><a href="${url}" style="color:${colour.accent}">${url}</a>`;
  return `${element('p', style.action, button)}\n${element('p', style.address, plain)}`;
}
