import type { Cast, Versioned } from './cast.ts';
import { must, tell, within } from './report.ts';

/** The entity has proposed itself to the directory; staff complete and publish it, and anybody finds it. */
export async function publishProposal(cast: Cast, projectId: string, name: string): Promise<void> {
  const base = '/directory/v1/staff/initiatives';
  interface Listed extends Versioned {
    name: { ca: string };
    origin: { projectId?: string };
    legalForm: string;
    sectors: string[];
    neighbourhood?: string;
    taxId?: string;
  }
  const proposal = await within('The proposal in the directory', async () => {
    const { body } = await cast.technician.get<{ items: Listed[] }>(`${base}?status=proposed&limit=200`);
    const found = body.items.filter((item) => item.origin.projectId === projectId);
    must(found.length <= 1, 'The entity proposed itself more than once.');
    return found[0];
  });
  tell('directory', `has the proposal “${proposal.name.ca}” by itself`);
  let version = proposal.version;
  const moderate = async (step: string): Promise<void> => {
    const answer = await cast.technician.done<Versioned>(`${base}/${proposal.id}/${step}`, undefined, {
      'if-match': `"${version}"`,
    });
    version = answer.body.version;
  };
  await moderate('start-review');
  const { legalForm, sectors, neighbourhood, taxId } = proposal;
  const edited = await cast.technician.put<Versioned>(
    `${base}/${proposal.id}`,
    {
      name: proposal.name,
      summary: { ca: 'Botiga cooperativa d’aliments de proximitat.' },
      legalForm,
      sectors,
      neighbourhood,
      taxId,
    },
    { 'if-match': `"${version}"` },
  );
  must(edited.status === 200, `The edit was answered ${edited.status}: ${JSON.stringify(edited.body)}`);
  version = edited.body.version;
  await moderate('publish');
  tell('technician', 'reviews, completes and publishes it');
  for (const words of [`queviures ònia ${cast.run}`, `queviures onia ${cast.run}`]) {
    await within(`“${words}” in the public search`, async () => {
      const { body } = await cast.anybody.get<{ items: { name: { ca: string } }[] }>(
        `/directory/v1/initiatives?q=${encodeURIComponent(words)}`,
      );
      return body.items.find((item) => item.name.ca === name);
    });
    tell('anybody', `finds it with “${words}”`);
  }
}
