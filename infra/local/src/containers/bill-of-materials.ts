import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

import { ComponentType, HashAlgorithm } from '@cyclonedx/cyclonedx-library/Enums';
import {
  Bom,
  Component,
  HashDictionary,
  LicenseExpression,
  LicenseRepository,
  Metadata,
  NamedLicense,
  SpdxLicense,
} from '@cyclonedx/cyclonedx-library/Models';
import { JSON as Json, JsonSerializer } from '@cyclonedx/cyclonedx-library/Serialize';
import { Spec1dot6 } from '@cyclonedx/cyclonedx-library/Spec';
import { isSupportedSpdxId } from '@cyclonedx/cyclonedx-library/SPDX';

import { lookedUpLicences } from './looked-up-licences.ts';

interface Manifest {
  name: string;
  version: string;
  license?: string;
}

/** What an image is called and has in it, besides its base. */
export interface Contents {
  readonly title: string;
  readonly version: string;
  /** The project, with its lockfile. */
  readonly root: string;
  /** The folders of the third-party packages that are in it. */
  readonly packages: Iterable<string>;
}

/**
 * What an image carries besides its base: Node and every package, with version, licence and the hash that was locked, as
 * CycloneDX 1.6. The same contents give the same bytes.
 */
export async function billOfMaterials({ title, version, root, packages }: Contents): Promise<string> {
  const { packages: locked } = await readJson<{ packages: Record<string, { integrity?: string }> }>(
    join(root, 'package-lock.json'),
  );
  const image = new Component(ComponentType.Container, title, { version, bomRef: title });
  const bom = new Bom({ metadata: new Metadata({ component: image }) });
  const node = process.versions.node;
  bom.components.add(new Component(ComponentType.Platform, 'node', named(`pkg:generic/node@${node}`, node)));
  for (const folder of [...packages].sort()) {
    const manifest = await readJson<Manifest>(join(folder, 'package.json'));
    const [name = '', scope] = manifest.name.split('/').toReversed();
    const purl = `pkg:npm/${manifest.name.replace('@', '%40')}@${manifest.version}`;
    // Two places may have the same version of a package.
    const place = relative(root, folder);
    const { integrity } = locked[place] ?? {};
    bom.components.add(
      new Component(ComponentType.Library, name, {
        ...named(purl, manifest.version, `${purl}#${place}`),
        ...(scope === undefined ? {} : { group: scope }),
        licenses: new LicenseRepository(licencesOf(manifest)),
        hashes: new HashDictionary(hashesOf(integrity)),
      }),
    );
  }
  return `${new JsonSerializer(new Json.Normalize.Factory(Spec1dot6)).serialize(bom, { sortLists: true, space: 1 })}\n`;
}

const named = (purl: string, version: string, bomRef = purl): { purl: string; version: string; bomRef: string } => ({
  purl,
  version,
  bomRef,
});

function licencesOf(manifest: Manifest): (SpdxLicense | LicenseExpression | NamedLicense)[] {
  const license = manifest.license ?? lookedUpLicences[manifest.name];
  if (typeof license !== 'string') return [];
  if (isSupportedSpdxId(license)) return [new SpdxLicense(license)];
  return [/ (OR|AND) /.test(license) ? new LicenseExpression(license) : new NamedLicense(license)];
}

function hashesOf(integrity: string | undefined): [HashAlgorithm, string][] {
  const [, hash] = /^sha512-(\S+)$/.exec(integrity ?? '') ?? [];
  return hash === undefined ? [] : [[HashAlgorithm['SHA-512'], Buffer.from(hash, 'base64').toString('hex')]];
}

async function readJson<T>(path: string): Promise<T> {
  return JSON.parse(await readFile(path, 'utf8')) as T;
}
