import { URL_SCHEMES } from '../technology/client-libraries.ts';
import { imageVersion } from '../technology/image-name.ts';
import { type Sighting, using } from '../technology/sighting.ts';
import type { TechnologyIndex } from '../technology/technology-index.ts';
import { linesOf } from './lines.ts';
import type { StackReader } from './reader.ts';
import { yamlScalars } from './yaml-scalars.ts';

export function imageSighting(reference: string, line: number, technologies: TechnologyIndex): readonly Sighting[] {
  const id = technologies.image(reference.slice(0, 300));
  const version = imageVersion(reference.slice(0, 300));
  return id === undefined ? [] : [using(id, line, { ...(version !== undefined && { version }) })];
}

const SCHEME = /\b([a-z][a-z0-9+]{2,20}):\/\//gi;

/** Stores named by the scheme of a connection URL; the rest of the URL is not looked at. */
export const urlSightings = (text: string, line: number, technologies: TechnologyIndex): readonly Sighting[] =>
  [...text.matchAll(SCHEME)].flatMap(([, scheme]) => {
    // `postgresql+asyncpg` names a driver too.
    const lower = scheme!.toLowerCase();
    const id = URL_SCHEMES.get(lower) ?? URL_SCHEMES.get(lower.split('+')[0]!);
    return id === undefined || technologies.name(id) === undefined ? [] : [using(id, line, { isClient: true })];
  });

/** `compose.yaml`: the images of its services, and the stores their environment points to. */
export const readCompose: StackReader = ({ text }, technologies) => {
  const { scalars, problem } = yamlScalars(text);
  const sightings = scalars.flatMap(({ path, key, value, line }) => {
    if (path[0] === 'services' && path.length === 3 && key === 'image') return imageSighting(value, line, technologies);
    return path.includes('environment') ? urlSightings(value, line, technologies) : [];
  });
  return { sightings, ...(problem && { problem }) };
};

const FROM = /^[ \t]{0,8}FROM[ \t]{1,8}(?:--[a-z]{1,20}=\S{1,100}[ \t]{1,8})?(\S{1,300})(?:[ \t]{1,8}AS[ \t]{1,8}(\S{1,100}))?/i;

/** `Dockerfile`: base images, the last stage first since that is what runs; a stage of its own file is no image. */
export const readDockerfile: StackReader = ({ text }, technologies) => {
  const stages = linesOf(text).flatMap(({ text, number }) => {
    const [, image, name] = FROM.exec(text) ?? [];
    return image === undefined ? [] : [{ image, name: name?.toLowerCase(), line: number }];
  });
  const own = new Set(stages.map(({ name }) => name));
  return {
    sightings: stages
      .filter(({ image }) => !own.has(image.toLowerCase()))
      .toReversed()
      .flatMap(({ image, line }) => imageSighting(image, line, technologies)),
  };
};

/** `.env` files: only the schemes of their URLs. */
export const readEnvironment: StackReader = ({ text }, technologies) => ({
  sightings: linesOf(text)
    .filter(({ text }) => !text.startsWith('#'))
    .flatMap(({ text, number }) => urlSightings(text, number, technologies)),
});
