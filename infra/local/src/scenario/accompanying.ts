import type { Cast, Partner, Versioned } from './cast.ts';
import { publishProposal } from './publishing.ts';
import { must, tell } from './report.ts';
import { taxIdFor } from './tax-id.ts';

/** The referred project is accompanied to the entity it becomes. */
export async function accompany(cast: Cast, a: Partner, referralId: string): Promise<void> {
  const base = '/accompaniment/v1/staff/accompaniments';
  let { body: current } = await cast.technician.done<Versioned & { projectId: string }>(base, { referralId });
  const step = async (name: string, body?: object): Promise<void> => {
    const answer = await cast.technician.done<typeof current>(`${base}/${current.id}/${name}`, body, {
      'if-match': `"${current.version}"`,
    });
    current = answer.body;
  };
  if (current.status === 'planned') await step('start');
  tell('technician', `opens the accompaniment (${current.status})`);
  await a.client.expect('started');
  const heldOn = new Date().toISOString().slice(0, 10);
  for (const objective of ['Definir el projecte i el grup', 'Pla de viabilitat', 'Estatuts i constitució']) {
    await step('sessions', { heldOn, minutes: 90, people: 5, objective });
    tell('technician', `records a consultancy session: ${objective}`);
  }
  const name = `Queviures Ònia ${cast.run}, SCCL`;
  const entity = {
    name,
    taxId: taxIdFor(cast.run),
    legalForm: 'cooperativa-consumidors',
    constitutedOn: heldOn,
    sectors: ['alimentacio'],
    neighbourhood: '7',
  };
  await step('complete', { outcome: { kind: 'entity-created', entity } });
  tell('technician', `completes it: “${name}” is constituted`);
  const closed = await a.client.expect('closed');
  must(closed.data['outcome'] === 'entity-created', 'Partner A was not told the outcome.');
  await publishProposal(cast, current.projectId, name);
}
