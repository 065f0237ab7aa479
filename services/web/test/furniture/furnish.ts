import { mailTo } from '../e2e/people.ts';
import { createVisitor, signInAs, type Transport } from '../visitor.ts';
import { furnishCases } from './cases.ts';
import { furnishDirectory } from './directory.ts';
import { firstId, type Furnishers, type Furniture } from './furnishers.ts';
import { furnishWorkbook } from './justification.ts';
import { furnishTraining } from './training.ts';

/**
 * Gives a platform one of everything that its pages show, by the forms of its pages alone, in Catalan.
 *
 * @param origin where the platform is
 * @param options another site over the same services, how it is reached, and what the names of all that is made end with
 * @throws Error where a form is not there, is refused, or does not lead where it should
 */
export async function furnish(
  origin: string,
  {
    site = origin,
    transport,
    mark = `m${Date.now().toString(36)}`,
  }: { readonly site?: string; readonly transport?: Transport; readonly mark?: string } = {},
): Promise<Furnishers & { readonly furniture: Furniture }> {
  const [staff, admin, partner, citizen] = Array.from({ length: 4 }, () => createVisitor(site, transport));
  if (staff === undefined || admin === undefined || partner === undefined || citizen === undefined) {
    throw new TypeError('Somebody is missing.');
  }
  const furnishers: Furnishers = {
    origin,
    mark,
    staff,
    admin,
    partner,
    citizen,
    desk: (path) => staff.visit(`/ca/console${path}`),
    confirm: async (address) => {
      const { links } = await mailTo(origin, address, /self-service/);
      const page = await citizen.visit(links.find((link) => link.includes('self-service')) ?? '');
      await citizen.send(page, /./);
    },
  };
  await signInAs(staff, 'carme');
  await signInAs(admin, 'adam');
  const training = await furnishTraining(furnishers);
  const directory = await furnishDirectory(furnishers);
  const cases = await furnishCases(furnishers);
  const workbook = await furnishWorkbook(furnishers, '2024-2025');
  const [, kind = '', of = ''] = /\/texts\/([^/"]+)\/([^/"]+)"/.exec((await furnishers.desk('/texts')).text) ?? [];
  const deliveries = firstId((await furnishers.desk('/deliveries')).text, 'deliveries');
  return {
    ...furnishers,
    furniture: {
      ...training,
      ...directory,
      ...cases,
      ...workbook,
      texts: kind,
      of,
      deliveries,
      justification: '2024-2025',
    },
  };
}
