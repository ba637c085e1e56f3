import type { FileKind } from '../repository-context.ts';
import { readCompose, readDockerfile, readEnvironment } from './containers.ts';
import { readCi, readManifest, readOpenApi, readPlatform } from './manifests.ts';
import { readNpmManifest } from './npm.ts';
import { readCargo, readGo, readJvm, readPython } from './package-lists.ts';
import type { StackReader } from './reader.ts';
import { readOrmSchema, readSql } from './schemas.ts';
import { readTerraform } from './terraform.ts';

/** The reader of each kind, most telling first: what is deployed says more than what is depended on. */
export const STACK_READERS: ReadonlyMap<FileKind, StackReader> = new Map<FileKind, StackReader>([
  ['terraform', readTerraform],
  ['manifest', readManifest],
  ['compose', readCompose],
  ['platform', readPlatform],
  ['dockerfile', readDockerfile],
  ['orm-schema', readOrmSchema],
  ['sql', readSql],
  ['npm-manifest', readNpmManifest],
  ['python-manifest', readPython],
  ['go-manifest', readGo],
  ['jvm-manifest', readJvm],
  ['cargo-manifest', readCargo],
  ['environment', readEnvironment],
  ['openapi', readOpenApi],
  ['ci', readCi],
]);
