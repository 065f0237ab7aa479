/** Something on this machine that the person has to put right before anything can run. */
export class SetupError extends Error {
  /** @param {string} message what is wrong and what to do, in whole sentences */
  constructor(message) {
    super(message);
    this.name = 'SetupError';
  }
}

/**
 * Says it once, without a stack: nobody has to read code to put it right.
 *
 * @param {SetupError} error
 */
export function announceFailure(error) {
  process.stderr.write(`\n✖ ${error.message}\n\n`);
}
