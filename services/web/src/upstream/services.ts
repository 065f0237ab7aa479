/** The services whose APIs the pages stand on. */
export const services = ['directory', 'training', 'accompaniment', 'notifications'] as const;

/** One of them. */
export type UpstreamName = (typeof services)[number];
