import type { FaultKind } from './faults.ts';

/** What people and partners are to notice of each fault, while it lasts. */
export const expected: Readonly<Record<FaultKind, string>> = {
  'kill directory': 'the directory is silent until it is up again; everything else answers',
  'kill training': 'one process of two is silent; the other answers',
  'kill accompaniment': 'accompaniment is silent until it is up again; everything else answers',
  'kill notifications': 'everything answers; e-mails come later, one in doubt is not sent twice',
  'kill relay leader': 'as killing training; the other process leads within seconds, events come later',
  'kill broker': 'everything answers; events and e-mails come later',
  'freeze broker': 'everything answers; events and e-mails come later',
  'fill broker': 'everything answers; events and e-mails come later',
  'crash database': '503 or silence from every service until it has recovered',
  'crash at a step': 'as killing training; what was committed is published, what was published is marked, once',
  'cut off broker': 'everything answers, for minutes if need be; events and e-mails come later',
  'cut off database':
    '503 from every service, or silence where packets are lost; well again within seconds of its return',
  'slow network': 'everything answers, later',
  'jump clock': 'everything answers; nothing is dated twice, skipped or repeated',
  'republish window': 'nothing: repeats change nothing',
  'repeat events': 'nothing: repeats change nothing',
  'forge message': 'nothing: what cannot be read is set aside',
};
