import type { KindOfEntry } from './resources/catalogue-entries.ts';

export const DESIGN_TEMPLATE = 'archwright://design/{designId}/{+path}';
export const CATALOGUE_TEMPLATE = 'archwright://catalogue/{kind}/{id}';
export const CATALOGUE_INDEX = 'archwright://catalogue';

export const designUri = (designId: string, path: string): string =>
  `archwright://design/${designId}/${path.split('/').map(encodeURIComponent).join('/')}`;

export const catalogueUri = (kind: KindOfEntry, id: string): string => `archwright://catalogue/${kind}/${encodeURIComponent(id)}`;
