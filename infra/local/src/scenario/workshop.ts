import type { Cast, Versioned } from './cast.ts';
import { must, tell, within } from './report.ts';

/** A workshop of two places that three people want. */
export async function holdWorkshop(cast: Cast): Promise<void> {
  const base = '/training/v1/staff/sessions';
  const startsAt = new Date(Date.now() + 14 * 24 * 3_600_000);
  startsAt.setUTCHours(16, 0, 0, 0);
  const { body: draft } = await cast.technician.done<Versioned>(base, {
    title: { ca: `Com fer una cooperativa ${cast.run}`, es: `Cómo hacer una cooperativa ${cast.run}` },
    summary: { ca: 'Taller pràctic de dues hores.', es: 'Taller práctico de dos horas.' },
    startsAt: startsAt.toISOString(),
    endsAt: new Date(startsAt.getTime() + 2 * 3_600_000).toISOString(),
    mode: 'in-person',
    venue: 'Ateneu, c. de Xipre 13',
    capacity: 2,
  });
  await cast.technician.done(`${base}/${draft.id}/publish`, undefined, { 'if-match': `"${draft.version}"` });
  tell('technician', 'publishes a workshop with 2 places');
  const people = ['nuria', 'omar', 'pilar'].map((name) => ({ name, email: `${name}-${cast.run}@example.org` }));
  const answers = await Promise.all(
    people.map(async (person) => {
      const { body } = await cast.anybody.done<{ status: string }>(`/training/v1/sessions/${draft.id}/enrolments`, {
        ...person,
        language: 'ca',
        consents: { data: true, textVersion: '2026-01' },
      });
      return { ...person, status: body.status };
    }),
  );
  const confirmed = answers.filter((person) => person.status === 'confirmed');
  const [waiting] = answers.filter((person) => person.status === 'waiting');
  must(confirmed.length === 2 && waiting !== undefined, `Places went wrong: ${JSON.stringify(answers)}`);
  tell('three people', `enrol at once: ${answers.map((person) => `${person.name} ${person.status}`).join(', ')}`);
  const first = confirmed[0] ?? waiting;
  const mails = await Promise.all([...confirmed, waiting].map((person) => cast.mail.oneTo(person.email, /./)));
  tell('each of them', `gets one e-mail: ${mails.map((message) => `“${message.subject}”`).join(', ')}`);
  const link = mails[0]?.links.find((address) => address.includes('/self-service/'));
  must(link !== undefined, 'The confirmation has no link to manage the enrolment.');
  await cast.anybody.done(`${link}/cancel`);
  tell(first.name, 'cancels by the link in the e-mail');
  const promoted = await within(`${waiting.name}’s promotion`, async () => {
    const messages = await cast.mail.allTo(waiting.email);
    must(messages.length <= 2, `${waiting.name} got ${messages.length} messages.`);
    return messages.length === 2 ? messages[0] : undefined;
  });
  tell(waiting.name, `is promoted and told: “${promoted.subject}”`);
}
