import {
  dropDeadLetterCommand,
  listDeadLettersCommand,
  replayDeadLetterCommand,
  showDeadLetterCommand,
} from '../dead-letters/dead-letters.commands.ts';
import { demoCommand } from '../demo/demo.command.ts';
import { republishCommand } from '../events/republish.command.ts';
import { natsConfigCommand, natsResignCommand, natsRotateCommand } from '../nats/nats.commands.ts';
import { onboardCommand } from '../partners/onboard.command.ts';
import { erasePersonCommand } from '../people/erase.command.ts';
import { rolloutCommand } from '../compose/rollout.command.ts';
import { rehearseCommand } from '../rehearsals/rehearse.command.ts';
import { releaseCommand } from '../release/release.command.ts';
import { statusCommand } from '../status/status.command.ts';
import { licencesCommand } from '../supply-chain/licences.command.ts';
import { traceCommand } from '../trace/trace.command.ts';
import type { Command } from './command.ts';

/** Everything the `ateneu` command can do, in the order of its help. */
export const commands: readonly Command[] = [
  statusCommand,
  traceCommand,
  listDeadLettersCommand,
  showDeadLetterCommand,
  replayDeadLetterCommand,
  dropDeadLetterCommand,
  republishCommand,
  onboardCommand,
  erasePersonCommand,
  demoCommand,
  natsConfigCommand,
  natsRotateCommand,
  natsResignCommand,
  rolloutCommand,
  rehearseCommand,
  licencesCommand,
  releaseCommand,
];
