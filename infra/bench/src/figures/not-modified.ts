import type { Figure } from '../figure.ts';
import { directoryWith } from '../rig/directory.ts';
import { askOverAndOver, ownScript, serviceEnvironment, serviceScript, startServer } from '../rig/server.ts';

/** A conditional read that finds nothing new, beside a ready buffer. */
export const notModified: Figure = {
  name: 'not-modified',
  title: 'Conditional read answered 304',
  description:
    'The directory’s own process answers `GET /v1/initiatives` with `If-None-Match` on ten connections: 304, after it has ' +
    'asked the database whether anything public has changed. Beside it, a bare Fastify route that sends a ready buffer of ' +
    '900 bytes and asks nobody; and the directory’s reference data, whose tag never changes.',
  metrics: [
    { name: 'answers', unit: '/s', goal: { kind: 'ratio', atLeast: 0.7 } },
    { name: 'server CPU', unit: 'µs' },
  ],
  prepare: async (bench) => {
    const url = await directoryWith(bench, bench.scale.quick ? 10_000 : 100_000);
    const [ours, bare] = await Promise.all([
      startServer(serviceScript('directory'), {
        env: await serviceEnvironment(bench, 'directory', url),
        readyPath: '/health/ready',
      }),
      startServer(ownScript('bare-buffer.ts'), { readyPath: '/' }),
    ]);
    const seconds = bench.scale.quick ? 1.5 : 4;
    const conditional = async (path: string) => {
      const accept = { accept: 'application/json', 'accept-language': 'ca' };
      const answer = await fetch(ours.url + path, { headers: accept });
      await answer.arrayBuffer();
      const headers = { ...accept, 'if-none-match': answer.headers.get('etag') ?? '' };
      return askOverAndOver(ours, { paths: [path], status: 304, headers, seconds });
    };
    return {
      ours: { name: 'the directory, 304', run: () => conditional('/v1/initiatives') },
      beside: [
        {
          name: 'a bare route, a ready buffer',
          run: () => askOverAndOver(bare, { paths: ['/'], status: 200, seconds }),
        },
        { name: 'reference data, 304', run: () => conditional('/v1/reference/legal-forms') },
      ],
      close: async () => {
        await Promise.all([ours.stop(), bare.stop()]);
      },
    };
  },
};
