import { mailTo } from '../e2e/people.ts';
import { createVisitor, signInAs } from '../visitor.ts';
import { furnishCases } from './cases.ts';
import { furnishDirectory } from './directory.ts';
import { firstId, type Furnished, type Furnishers } from './furnishers.ts';
import { furnishWorkbook } from './justification.ts';
import { furnishTraining } from './training.ts';

/**
 * Gives a platform one of everything that its pages show, by the forms of its pages alone, in Catalan.
 *
 * @param origin where the platform is
 * @throws Error where a form is not there, is refused, or does not lead where it should
 */
export async function furnish(origin: string): Promise<Furnished> {
  const staff = createVisitor(origin);
  const admin = createVisitor(origin);
  const citizen = createVisitor(origin);
  const furnishers: Furnishers = {
    origin,
    mark: `m${Date.now().toString(36)}`,
    staff,
    admin,
    partner: createVisitor(origin),
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
  const { apiKey, ...cases } = await furnishCases(furnishers);
  const workbook = await furnishWorkbook(furnishers, '2024-2025');
  const [, kind = '', of = ''] = /\/texts\/([^/"]+)\/([^/"]+)"/.exec((await furnishers.desk('/texts')).text) ?? [];
  const deliveries = firstId((await furnishers.desk('/deliveries')).text, 'deliveries');
  return {
    ...furnishers,
    apiKey,
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
