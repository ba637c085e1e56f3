import { type Check, none } from '../check.ts';

/** D9: considered in every design, with the figure that settled it. */
export const edgeServerlessConsidered: Check = {
  id: 'edge-serverless-considered',
  title: 'Edge and serverless were weighed',
  checklist: 'H8',
  onlyFull: true,
  run({ design, catalogue }) {
    const tagged = (tag: RegExp) =>
      new Set(catalogue.options.filter(({ tags }) => tags.some((one) => tag.test(one))).map(({ id }) => id));
    const weighed = new Set(design.decisions.flatMap(({ options }) => options.map(({ id }) => id)));
    const settled = (tag: RegExp) => [...tagged(tag)].filter((id) => weighed.has(id));
    const [serverless, edge] = [settled(/platform:serverless-functions/), settled(/platform:edge-functions|^edge:/)];
    return none(
      [serverless.length === 0 && 'no serverless option was weighed', edge.length === 0 && 'no edge option was weighed'].filter(
        (one): one is string => Boolean(one),
      ),
      `${serverless.length} serverless and ${edge.length} edge options weighed`,
    );
  },
};
