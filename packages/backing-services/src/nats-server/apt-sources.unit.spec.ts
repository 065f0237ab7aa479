import { describe, expect, it } from 'vitest';

import { debianArchiveIn } from './apt-sources.ts';

const file = (name: string, text: string) => ({ name: `/etc/apt/sources.list.d/${name}`, text });
const deb822 = `Types: deb
# a comment
URIs: http://mirror.example.org/debian
Suites: bookworm bookworm-updates
Components: main
Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg

Types: deb
URIs: http://mirror.example.org/debian-security
Suites: bookworm-security
Components: main
`;

describe('the Debian archive of a machine', () => {
  it('is read from the format of today', () => {
    expect(debianArchiveIn([file('debian.sources', deb822)])).toEqual({
      uri: 'http://mirror.example.org/debian',
      signedBy: '/usr/share/keyrings/debian-archive-keyring.gpg',
    });
  });

  it('is read from the format of one line each', () => {
    const text = `# deb http://old.example.org/debian bookworm main
deb-src http://source.example.org/debian bookworm main
deb http://mirror.example.org/debian-security bookworm-security main
deb [arch=amd64 signed-by=/usr/share/keyrings/own.gpg] https://mirror.example.org/debian bookworm main contrib # ours
`;
    expect(debianArchiveIn([{ name: '/etc/apt/sources.list', text }])).toEqual({
      uri: 'https://mirror.example.org/debian',
      signedBy: '/usr/share/keyrings/own.gpg',
    });
  });

  it('is found among the archives of others, wherever it stands', () => {
    const others = [
      file('a.list', 'deb https://packages.example.org/apt cloud-sdk-bookworm main'),
      file('b.sources', 'Types: deb\nURIs: https://deb.example.org/node_24.x\nSuites: nodistro\nComponents: main\n'),
    ];
    expect(debianArchiveIn([...others, file('debian.sources', deb822)])?.uri).toBe('http://mirror.example.org/debian');
    expect(debianArchiveIn(others)).toBeUndefined();
  });

  it('is known by the machine’s own suite when a later one has a name that nobody knows yet', () => {
    const later = [file('debian.sources', deb822.replaceAll('bookworm', 'future'))];
    expect(debianArchiveIn(later)).toBeUndefined();
    expect(debianArchiveIn(later, 'future')?.uri).toBe('http://mirror.example.org/debian');
  });

  it.each([
    ['is switched off', file('debian.sources', `Enabled: no\n${deb822.split('\n\n')[0]}`)],
    ['apt itself does not read', file('debian.sources.bak', deb822)],
    ['is on a disc', file('debian.list', 'deb cdrom:[Debian]/ bookworm main')],
    ['is Ubuntu’s', file('ubuntu.list', 'deb http://archive.example.org/ubuntu stable main')],
    ['is no source at all', file('debian.sources', '404: Not Found')],
  ])('is not taken from a file that %s', (_what, source) => {
    expect(debianArchiveIn([source])).toBeUndefined();
  });

  it('keeps to keys that are files, since a key inside the configuration is of no use elsewhere', () => {
    const inline = `Types: deb
URIs: http://mirror.example.org/debian
Suites: sid
Components: main
Signed-By:
 -----BEGIN PGP PUBLIC KEY BLOCK-----
 .
 xyz
`;
    expect(debianArchiveIn([file('debian.sources', inline)])).toEqual({
      uri: 'http://mirror.example.org/debian',
      signedBy: undefined,
    });
  });
});
