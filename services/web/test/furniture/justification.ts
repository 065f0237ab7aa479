import { done, type Furnishers, type Furniture, idOf, whenDone } from './furnishers.ts';

/** A copy of the funder's workbook, made and marked as sent. */
export async function furnishWorkbook({ staff, desk }: Furnishers, call: string): Promise<Furniture> {
  const begun = await done(staff.send(await desk(`/justification?call=${call}`), '/workbooks'));
  const workbooks = idOf(begun, 'workbooks');
  const ready = await whenDone(() => desk(`/justification/${call}/workbooks/${workbooks}`));
  await done(staff.send(ready, '/sent', { on: '2026-01-20', note: 'Registre 118' }));
  return { workbooks };
}
