/** Does work three times and writes how long each took, for what is measured and not asserted. Answers with the last result. */
export async function timed<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
  const times: number[] = [];
  const once = async (): Promise<Result> => {
    const from = performance.now();
    const result = await work();
    times.push(Math.round(performance.now() - from));
    return result;
  };
  await once();
  await once();
  const result = await once();
  process.stdout.write(`${what}: ${times.join(', ')} ms\n`);
  return result;
}
