import type { Answer, Harness } from './harness.ts';

/** A day, in milliseconds. */
export const day = 24 * 60 * 60 * 1_000;

let people = 0;

/** A request as the website's form makes it, each from another person. */
export const aRequest = () => ({
  modality: 'unknown',
  project: { name: 'Bugaderia de Bellvitge', description: 'Volem muntar una bugaderia.', neighbourhood: '7' },
  person: { name: 'Fàtima El Amrani', email: `fatima${(people += 1)}@example.org`, language: 'ca' },
  consent: { textVersion: '2026-01', data: true },
});

/** What people and staff do with intake requests, for the tests of them. */
export function intakeDesk(harness: Harness) {
  const ask = (body: object = aRequest(), headers: Record<string, string> = {}): Promise<Answer> =>
    harness.ask('POST', '/v1/intake-requests', { token: '', body, headers });
  const linkOf = async (id: string): Promise<string> => {
    const { rows } = await harness.database.pool.query<{ payload: string }>(
      `select payload from outbox where aggregate_id = $1 and type like '%intake.received.v1'`,
      [id],
    );
    const url = (JSON.parse(rows[0]?.payload ?? '{}') as { data: { personal: { confirmUrl: string } } }).data.personal
      .confirmUrl;
    return new URL(url).pathname.replace('/accompaniment', '');
  };
  const confirm = async (id: string) => harness.raw({ method: 'POST', url: `${await linkOf(id)}/confirm` });
  const confirmed = async (body: object = aRequest()): Promise<string> => {
    const { id } = (await ask(body)).body;
    await confirm(id);
    return String(id);
  };
  const staff = (method: 'GET' | 'POST', path: string, more: { body?: object; etag?: string } = {}) =>
    harness.ask(method, `/v1/staff/intake-requests${path}`, {
      token: harness.tokens.technician,
      body: more.body,
      ...(more.etag === undefined ? {} : { headers: { 'if-match': more.etag } }),
    });
  const steps = async (id: string, ...names: (readonly [string, object?])[]): Promise<Answer> => {
    let answer = await staff('GET', `/${id}`);
    for (const [name, body] of names) {
      answer = await staff('POST', `/${id}/${name}`, { etag: answer.etag, ...(body === undefined ? {} : { body }) });
    }
    return answer;
  };
  const meeting = () => ({
    startsAt: new Date(harness.clock.now().getTime() + 3 * day).toISOString(),
    place: 'Can Serra, sala 2',
  });
  const typesOf = async (id: string): Promise<string[]> => {
    const { rows } = await harness.database.pool.query<{ type: string }>(
      `select type from outbox where aggregate_id = $1 order by id`,
      [id],
    );
    return rows.map(({ type }) => type.split('.').at(-2) ?? '');
  };
  return { ask, linkOf, confirm, confirmed, staff, steps, meeting, typesOf };
}
