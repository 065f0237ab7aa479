/** Runs a script: a failure is one message and exit code 1, not a stack. */
export function runScript(main: () => boolean): void {
  try {
    if (!main()) process.exitCode = 1;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
