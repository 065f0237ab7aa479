import { findFunderCall, type FunderCall } from '@ateneu/reference-data';

import { callUnknown } from './justification.errors.ts';

/** @throws DomainError `accompaniment.justification.call-unknown` */
export function callOf(code: string): FunderCall {
  const call = findFunderCall(code);
  if (call === undefined) throw callUnknown();
  return call;
}
