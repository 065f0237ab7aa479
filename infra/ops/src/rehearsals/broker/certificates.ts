import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Where the certificates of a rehearsal are. */
export interface Certificates {
  readonly caFile: string;
  readonly certFile: string;
  readonly keyFile: string;
}

const run = promisify(execFile);

/** Makes an authority and one certificate for this machine, good for a day, with the machine's openssl. */
export async function makeCertificates(folder: string): Promise<Certificates> {
  const [caFile, caKey, certFile, keyFile, request, extensions] = [
    'ca.pem',
    'ca.key',
    'server.pem',
    'server.key',
    'server.csr',
    'server.ext',
  ].map((name) => join(folder, name)) as [string, string, string, string, string, string];
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  await run('openssl', [
    'req',
    '-x509',
    ...curve,
    '-days',
    '1',
    '-subj',
    '/CN=rehearsal',
    '-keyout',
    caKey,
    '-out',
    caFile,
  ]);
  await run('openssl', ['req', '-new', ...curve, '-subj', '/CN=localhost', '-keyout', keyFile, '-out', request]);
  await writeFile(extensions, 'subjectAltName=DNS:localhost,IP:127.0.0.1\nextendedKeyUsage=serverAuth,clientAuth\n');
  const signed = ['x509', '-req', '-in', request, '-CA', caFile, '-CAkey', caKey, '-CAcreateserial', '-days', '1'];
  await run('openssl', [...signed, '-extfile', extensions, '-out', certFile]);
  return { caFile, certFile, keyFile };
}
