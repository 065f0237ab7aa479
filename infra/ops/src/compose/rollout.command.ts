import { type Command, CommandError, needed } from '../cli/command.ts';
import { parts } from '../rehearsals/rollout/rollout.ts';
import { rollOut } from './roll-out.ts';

/** Replaces a service of the platform in Compose, while people use it. */
export const rolloutCommand: Command = {
  name: 'rollout',
  usage: '<service> [--image <image>] [--back]',
  summary: 'with Compose: a service to the image that was built, or to another, or back, with nobody noticing',
  options: { image: { type: 'string' }, back: { type: 'boolean' } },
  run: async (invocation) => {
    const [word] = needed(invocation, 'service');
    const part = parts.find((one) => one === word);
    if (part === undefined) throw new CommandError(`There is: ${parts.join(', ')}.`);
    const { image, back } = invocation.options;
    if (back === true && image !== undefined) throw new CommandError('Give --image or --back, not both.');
    // The version before runs on the schema as it is, and knows nothing of later migrations.
    const data =
      back === true
        ? await rollOut(part, `ateneu/${part}:before`, false)
        : await rollOut(part, typeof image === 'string' ? image : undefined);
    const short = (id: string): string => id.replace('sha256:', '').slice(0, 12);
    const text =
      data.from === data.to
        ? `${part} was started anew, from the same image ${short(data.to)}.`
        : `${part} runs ${short(data.to)}. Back to ${short(data.from)}: npm run ateneu -- rollout ${part} --back`;
    return { data, text };
  },
};
