/** Places that are taken and left again; who comes when all are taken waits. */
export function createPlaces(count: number) {
  const waiting: (() => void)[] = [];
  const watchers: (() => void)[] = [];
  let taken = 0;
  return {
    enter: async (): Promise<void> => {
      if (taken >= count) await new Promise<void>((resolve) => void waiting.push(resolve));
      else taken += 1;
    },
    tryEnter: (): boolean => {
      if (taken >= count) return false;
      taken += 1;
      return true;
    },
    leave: (): void => {
      const next = waiting.shift();
      if (next !== undefined) return next();
      taken -= 1;
      if (taken === 0) for (const watcher of watchers.splice(0)) watcher();
    },
    empty: async (): Promise<void> => {
      if (taken > 0) await new Promise<void>((resolve) => void watchers.push(resolve));
    },
  };
}
