import type { Figure } from '../figure.ts';
import { backlog } from './backlog.ts';
import { consumer } from './consumer.ts';
import { consumerCurve, outboxCurve, searchCurve } from './curves.ts';
import { latency } from './latency.ts';
import { notModified } from './not-modified.ts';
import { pages } from './pages.ts';
import { relay } from './relay.ts';
import { rivalCommands, rivalJobs } from './rival.ts';
import { rivalContent } from './rival-content.ts';
import { search } from './search.ts';
import { start } from './start.ts';
import { storeUpdate } from './store-update.ts';
import { wholePath } from './whole-path.ts';

/** Every figure, in the order in which they are measured. */
export const figures: readonly Figure[] = [
  storeUpdate,
  relay,
  consumer,
  backlog,
  latency,
  search,
  notModified,
  wholePath,
  pages,
  start,
  consumerCurve,
  outboxCurve,
  searchCurve,
  rivalCommands,
  rivalJobs,
  rivalContent,
];
