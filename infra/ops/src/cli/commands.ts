import { natsConfigCommand, natsResignCommand, natsRotateCommand } from '../nats/nats.commands.ts';
import { rehearseCommand } from '../rehearsals/rehearse.command.ts';
import { traceCommand } from '../trace/trace.command.ts';
import type { Command } from './command.ts';

/** Everything the `ateneu` command can do, in the order of its help. */
export const commands: readonly Command[] = [
  traceCommand,
  natsConfigCommand,
  natsRotateCommand,
  natsResignCommand,
  rehearseCommand,
];
