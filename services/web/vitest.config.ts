import { defineWorkspaceTests } from '@ateneu/testing/vitest-config';
import { mergeConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The files that play for minutes begin first, the longest of them before the others: two play at a time. */
const longest = ['days', 'story', 'pages', 'records'];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const place = longest.findIndex((name) => moduleId.endsWith(`/test/e2e/${name}.int.spec.ts`));
      return place === -1 ? longest.length : place;
    };
    return (await super.sort(files)).toSorted((one, other) => rank(one) - rank(other));
  }
}

export default mergeConfig(defineWorkspaceTests({ servers: false, isolate: true }), {
  test: { sequence: { sequencer: LongestFirst } },
});
