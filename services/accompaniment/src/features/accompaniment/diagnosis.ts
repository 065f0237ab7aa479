/** What a project is looked at for. */
export const areas = ['legal', 'economic', 'organisational', 'communication', 'market', 'digital'] as const;
export type Area = (typeof areas)[number];

/** From 1 (nothing is there yet) to 5 (it works well). */
export type Scores = Partial<Record<Area, number>>;

/** A look at a project's needs (*diagnosi*), before the work or after it. */
export interface Diagnosis {
  id: string;
  moment: 'before' | 'after';
  scores: Scores;
  note?: string | undefined;
  /** The day, `YYYY-MM-DD`. */
  madeOn: string;
  by: { id: string; name: string };
}

/** The areas in which a project is weak: 2 points or less, the weakest first. */
export function weakAreas(scores: Scores): Area[] {
  return areas
    .flatMap((area) => {
      const score = scores[area];
      return score !== undefined && score <= 2 ? [{ area, score }] : [];
    })
    .toSorted((left, right) => left.score - right.score)
    .map(({ area }) => area);
}

/** How far each area that was looked at twice has come. */
export function progress(before: Scores, after: Scores): Scores {
  return Object.fromEntries(
    areas.flatMap((area) => {
      const [from, to] = [before[area], after[area]];
      return from === undefined || to === undefined ? [] : [[area, to - from]];
    }),
  );
}
