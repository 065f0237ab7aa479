const RealDate = Date;

/**
 * Sets the clock of this process ahead, or back, for all of its code from now on.
 *
 * @param aheadMs by how much, asked each time that somebody looks at the clock
 */
export function shiftClock(aheadMs: () => number): void {
  globalThis.Date = class extends RealDate {
    constructor(...given: ConstructorParameters<DateConstructor> | []) {
      if (given.length === 0) super(RealDate.now() + aheadMs());
      else super(...given);
    }

    static override now(): number {
      return RealDate.now() + aheadMs();
    }
  } as DateConstructor;
}
