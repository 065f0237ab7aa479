/**
 * Fails where a contract no longer keeps what its version promised: to readers of every form it ever had, and to readers
 * of today who meet events of every form it ever had.
 */
import { catalogue } from '../src/index.ts';
import { historyIn, packageFolder, readGenerated } from './artifacts/disk.ts';
import { exampleEventOf } from './artifacts/example-event.ts';
import { jsonSchemaOf } from './artifacts/json-schema.ts';
import { readBase } from './compatibility/base.ts';
import { problemsOfExamples } from './compatibility/check-examples.ts';
import { problemsOfHistory } from './compatibility/check-history.ts';
import { runScript } from './run-script.ts';

runScript(() => {
  const base = readBase(packageFolder, process.env.ATENEU_CONTRACT_BASE);
  const history = historyIn(readGenerated(packageFolder));
  const schemas = new Map(catalogue.map((contract) => [contract.type, jsonSchemaOf(contract)]));
  const examples = new Map(catalogue.map((contract) => [contract.type, exampleEventOf(contract)]));
  const problems = [...problemsOfHistory(base.history, history, schemas), ...problemsOfExamples(history, examples)];
  for (const problem of problems) console.error(problem);
  const forms = [...history.values()].reduce((sum, { length }) => sum + length, 0);
  console.log(
    `check-compatibility: ${catalogue.length} contracts, ${forms} forms, published: ${base.name}, ` +
      `${problems.length} problems`,
  );
  return problems.length === 0;
});
