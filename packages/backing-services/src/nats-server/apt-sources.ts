/** Where Debian packages come from, as the machine's own apt configuration says. */
export interface DebianArchive {
  /** Its base address, such as `http://mirror.example.org/debian`. */
  uri: string;
  /** The key that signs it, where the configuration names one. */
  signedBy: string | undefined;
}

interface Source {
  uris: string[];
  suites: string[];
  components: string[];
  signedBy: string | undefined;
}

/** The names that Debian's own archive gives its suites; the machine's codename is one more. */
const debianSuites = ['stable', 'testing', 'unstable', 'sid', 'bookworm', 'trixie', 'forky', 'duke'];

/**
 * The Debian archive among a machine's apt sources, whatever their format: the one that serves a whole suite, rather
 * than its security updates or somebody else's packages. `undefined` where there is none.
 *
 * @param files name and text of each file; apt reads those that end in `.list` (one line each) or `.sources` (deb822)
 * @param codename the machine's own suite, such as `bookworm`
 */
export function debianArchiveIn(
  files: readonly { name: string; text: string }[],
  codename?: string,
): DebianArchive | undefined {
  const whole = new Set([...debianSuites, ...(codename === undefined ? [] : [codename])]);
  for (const { name, text } of files) {
    for (const source of sourcesIn(name, text)) {
      const uri = source.uris.find((address) => /^https?:\/\//.test(address) && !/ubuntu|security/.test(address));
      const isArchive = source.components.includes('main') && source.suites.some((suite) => whole.has(suite));
      if (uri !== undefined && isArchive) return { uri, signedBy: source.signedBy };
    }
  }
  return undefined;
}

function sourcesIn(name: string, text: string): Source[] {
  if (name.endsWith('.sources')) return text.split(/\n\s*\n/).flatMap((stanza) => deb822(stanza) ?? []);
  if (name.endsWith('.list')) return text.split('\n').flatMap((line) => oneLine(line) ?? []);
  return [];
}

function deb822(stanza: string): Source | undefined {
  const fields = new Map<string, string>();
  let current = '';
  for (const line of stanza.split('\n').filter((line) => !line.startsWith('#'))) {
    const [, name, value] = /^([\w-]+):(.*)$/.exec(line) ?? [];
    if (name !== undefined) current = name.toLowerCase();
    fields.set(current, `${fields.get(current) ?? ''} ${value ?? line}`.trim());
  }
  const words = (name: string): string[] => fields.get(name)?.split(/\s+/).filter(Boolean) ?? [];
  if (!words('types').includes('deb') || words('enabled')[0] === 'no') return undefined;
  const [key] = words('signed-by');
  return {
    uris: words('uris'),
    suites: words('suites'),
    components: words('components'),
    // A key may also stand in the file itself; only a path is of use elsewhere.
    signedBy: key?.startsWith('/') === true ? key : undefined,
  };
}

function oneLine(line: string): Source | undefined {
  const [, options = '', rest = ''] = /^deb\s+(?:\[([^\]]*)\]\s+)?(.*)$/.exec(line.trim()) ?? [];
  const [uri, suite, ...components] = rest.replace(/#.*$/, '').trim().split(/\s+/);
  if (uri === undefined || suite === undefined) return undefined;
  return { uris: [uri], suites: [suite], components, signedBy: /signed-by=(\/[^\s,]+)/i.exec(options)?.[1] };
}
