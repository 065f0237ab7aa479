import type { Readable } from 'node:stream';

import { Disk } from 'flydrive';
import { FSDriver } from 'flydrive/drivers/fs';
import { S3Driver } from 'flydrive/drivers/s3';

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
  const disk = new Disk(driverOf(location));
  return {
    put: (key, contents, contentType) => disk.put(key, contents, { contentType, visibility: 'private' }),
    get: (key) => disk.getStream(key),
    remove: (key) => disk.delete(key),
  };
}

function driverOf(location: StorageLocation) {
  if (location.kind === 'folder') return new FSDriver({ location: location.path, visibility: 'private' });
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
