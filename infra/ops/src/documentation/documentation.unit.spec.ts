import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { projectRoot } from '../../test/service-source.ts';

const read = (path: string): string => readFileSync(join(projectRoot, path), 'utf8');

/** Every document of the project, but what is installed or made. */
const documents = globSync('{*.md,docs/**/*.md,{infra,packages,services}/**/*.md}', {
  cwd: projectRoot,
  exclude: (path) => /(^|\/)(node_modules|dist|\.data)$/.test(path),
});

/** A document without its code, in which brackets are no links. */
const prose = (text: string): string => text.replaceAll(/^```[\s\S]*?^```/gm, '').replaceAll(/`[^`\n]*`/g, 'code');

/** The places in a document that a link can name: its headings, as they are made of their words, and marks. */
const placesIn = (text: string): string[] => [
  ...[...text.replaceAll(/^```[\s\S]*?^```/gm, '').matchAll(/^#+ (.+)$/gm)].map(([, words = '']) =>
    words
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(/\s/g, '-'),
  ),
  ...[...text.matchAll(/<a id="([^"]+)">/g)].map(([, id = '']) => id),
];

describe('the documents', () => {
  it('lead only to what is there', () => {
    expect(documents.length).toBeGreaterThan(30);
    const dead = documents.flatMap((document) =>
      [...prose(read(document)).matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, link = '']) => {
        if (/^[a-z]+:/.test(link)) return [];
        const [path = '', heading] = link.split('#', 2);
        const file = path === '' ? document : join(dirname(document), path);
        if (!existsSync(join(projectRoot, file))) return [`${document}: ${link}`];
        const known = heading === undefined || !file.endsWith('.md') || placesIn(read(file)).includes(heading);
        return known ? [] : [`${document}: ${link}`];
      }),
    );
    expect(dead).toEqual([]);
  });
});

describe('the list of decisions', () => {
  it('has every decision, by its number and title, in order', () => {
    const listed = read('docs/adr/README.md').match(/^- \d+\. .*$/gm);
    const decisions = globSync('docs/adr/[0-9]*.md', { cwd: projectRoot }).sort();
    expect(decisions.length).toBeGreaterThan(20);
    expect(listed).toEqual(
      decisions.map((path) => {
        const [, number, title] = /^# (\d+)\. (.+)\n/.exec(read(path)) ?? [];
        expect(path).toContain(`/${String(number).padStart(4, '0')}-`);
        return `- ${number}. [${title}](${path.slice('docs/adr/'.length)})`;
      }),
    );
  });
});
