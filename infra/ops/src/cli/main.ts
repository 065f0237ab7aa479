/** `npm run ateneu -- <command>`: what operators ask and do. Exits with 1 where the answer is bad, with 2 where asked wrongly. */
import { CommandError, findCommand, helpOf, readInvocation } from './command.ts';
import { commands } from './commands.ts';

const args = process.argv.slice(2);
if (args.length === 0 || args[0] === 'help' || args[0] === '--help') {
  console.log(helpOf(commands));
} else {
  try {
    const { command, rest } = findCommand(commands, args);
    const invocation = readInvocation(command, rest);
    const { data, text, bad = false } = await command.run(invocation);
    console.log(invocation.json ? JSON.stringify(data, null, 2) : text);
    if (bad) process.exitCode = 1;
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    console.error(error.message);
    process.exitCode = 2;
  }
}
