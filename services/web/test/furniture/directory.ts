import { done, firstId, type Furnishers, type Furniture, idOf, whenDone } from './furnishers.ts';

/** A published initiative with a correction that waits, a good practice about it, an import that was tried, an export. */
export async function furnishDirectory({ staff, citizen, desk, confirm, mark }: Furnishers): Promise<Furniture> {
  const proposal = {
    'name.ca': `Forn ${mark}`,
    'summary.ca': 'Pa de barri.',
    legalForm: 'cooperativa-treball-associat',
    sectors: 'alimentacio',
    'proposer.name': 'Núria Vidal',
    'proposer.email': `nuria.${mark}@example.org`,
  };
  await done(citizen.send(await citizen.visit('/ca/proposa'), '/proposa', proposal));
  await confirm(`nuria.${mark}@example.org`);
  const initiatives = firstId((await desk(`/search?q=${mark}`)).text, 'initiatives');
  const reviewed = await done(staff.send(await desk(`/initiatives/${initiatives}`), '/start-review'));
  const published = await done(staff.send(reviewed, '/publish'));
  const slug = /href="[^"]*\/ca\/directori\/([^"/?]+)"/.exec(published.text)?.[1] ?? '';
  await done(
    citizen.send(await citizen.visit(`/ca/directori/${slug}/corregeix`), '/corregeix', {
      address: 'Carrer del Forn, 7',
      'author.name': 'Jordi Prat',
      'author.email': `jordi.${mark}@example.org`,
    }),
  );
  await confirm(`jordi.${mark}@example.org`);
  const corrections = firstId((await desk('/corrections')).text, 'corrections');
  const practice = await done(
    staff.send(await desk('/practices/new'), '/practices/new', {
      'title.ca': `Bona pràctica ${mark}`,
      'summary.ca': 'Com ho van fer.',
      'body.ca': 'Van començar amb una llista.',
      'initiativeIds.0.name': `Forn ${mark}`,
      sectors: 'alimentacio',
    }),
  );
  const practices = idOf(practice, 'practices');
  await done(staff.send(practice, '/publish'));
  const story = /\/ca\/bones-practiques\/([^"/?]+)"/.exec((await citizen.visit('/ca/bones-practiques')).text)?.[1];
  const file = new File(['Codi;Nom\r\n1;Obrador\r\n'], 'entitats.csv', { type: 'text/csv' });
  const looked = await done(staff.send(await desk('/imports'), '/imports', { file, source: mark }));
  const imported = await done(
    staff.send(looked, '/imports', {
      'column.external_id': 'Codi',
      'column.name_ca': 'Nom',
      'column.summary_ca': 'Nom',
      'default.legal_form': 'associacio',
      'default.sectors': 'alimentacio',
    }),
  );
  const exported = await done(staff.send(await desk('/imports'), '/exports'));
  const [imports, exports] = [idOf(imported, 'imports'), idOf(exported, 'exports')];
  // A page of work that goes on is loaded anew when that ends, whoever looks at it then.
  for (const path of [`/imports/${imports}`, `/exports/${exports}`]) await whenDone(() => desk(path));
  return {
    initiatives,
    directori: slug,
    directorio: slug,
    directory: slug,
    corrections,
    practices,
    'bones-practiques': story ?? '',
    'buenas-practicas': story ?? '',
    'good-practices': story ?? '',
    imports,
    exports,
  };
}
