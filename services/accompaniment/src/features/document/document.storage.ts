import type { Readable } from 'node:stream';

import type { Disk } from 'flydrive';

/** Where the contents of documents are kept, outside the database. */
export interface DocumentStorage {
  put(key: string, contents: Uint8Array, mediaType: string): Promise<void>;
  /** @throws Error where there is nothing under the key */
  get(key: string): Promise<Readable>;
  /** Removing what is not there is no error. */
  remove(key: string): Promise<void>;
}

/** A folder of this machine, or a bucket of any store that speaks S3. */
export type StorageLocation =
  | { kind: 'folder'; path: string }
  | {
      kind: 's3';
      bucket: string;
      region: string;
      endpoint?: string | undefined;
      accessKeyId: string;
      secretAccessKey: string;
    };

export function createDocumentStorage(location: StorageLocation): DocumentStorage {
  let opened: Promise<Disk> | undefined;
  // Loaded when it is first needed: a client of S3 takes its time and memory, and most stores need none.
  const disk = (): Promise<Disk> => {
    opened ??= open(location);
    return opened;
  };
  return {
    put: async (key, contents, contentType) =>
      (await disk()).put(key, contents, { contentType, visibility: 'private' }),
    get: async (key) => (await disk()).getStream(key),
    remove: async (key) => (await disk()).delete(key),
  };
}

async function open(location: StorageLocation): Promise<Disk> {
  const { Disk: OpenDisk } = await import('flydrive');
  return new OpenDisk(await driverOf(location));
}

async function driverOf(location: StorageLocation) {
  if (location.kind === 'folder') {
    const { FSDriver } = await import('flydrive/drivers/fs');
    return new FSDriver({ location: location.path, visibility: 'private' });
  }
  const { S3Driver } = await import('flydrive/drivers/s3');
  const { bucket, region, endpoint, accessKeyId, secretAccessKey } = location;
  return new S3Driver({
    bucket,
    region,
    credentials: { accessKeyId, secretAccessKey },
    visibility: 'private',
    // Stores other than Amazon's have no ACLs, and name the bucket in the path.
    supportsACL: false,
    ...(endpoint === undefined ? {} : { endpoint, forcePathStyle: true }),
  });
}
