import { z } from 'zod';

/** The setting `WORKBOOKS_KEPT_DAYS`, as every service that keeps a part has it. */
export const workbooksKeptDays = z.coerce
  .number()
  .int()
  .min(1)
  .max(11_000)
  .default(400)
  .describe(
    'For how many days a kept part of the funder’s workbook stays. One that is marked as sent stays for as long as the ' +
      'funder may audit the call, if that is longer.',
  );
