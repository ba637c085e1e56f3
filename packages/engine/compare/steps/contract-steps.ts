import type { Change, MigrationStep } from '@archwright/model';

type Steps = (change: Change) => readonly MigrationStep[];

const one = (
  phase: MigrationStep['phase'],
  subject: string,
  text: string,
  rollback: string,
  risk: string,
  reversible = true,
): MigrationStep => ({ phase, subject, step: text, rollback, risk, reversible });

const operation: Steps = ({ kind, name, before = '', after = '', breaking = false }) => {
  const retire = [
    one(
      'switch',
      name,
      `answer with Deprecation and Sunset headers and tell the callers; watch its calls fall to zero`,
      'take the headers away',
      'a caller that does not read headers learns of it by the error',
    ),
    one(
      'contract',
      name,
      'remove it from the contract and answer 410',
      'deploy the version that answers',
      'a caller with one call a quarter is still there',
    ),
  ];
  if (kind === 'appears')
    return [
      one(
        'expand',
        name,
        `add it to the contract: ${after}`,
        'remove it; nobody depends on it yet',
        'none for existing callers: the contract only grows',
      ),
    ];
  if (kind === 'goes') return retire;
  if (!breaking)
    return [
      one(
        'expand',
        name,
        `change in place, existing callers go on: ${after} (was ${before})`,
        'deploy the version before',
        'a client that validates strictly may refuse new fields',
      ),
    ];
  return [
    one(
      'expand',
      name,
      `offer the new form under the next version of the path beside the old one: ${after} (was ${before})`,
      'remove the new version',
      'two versions share one model: a field that only one has needs a default',
    ),
    ...retire,
  ];
};

const event: Steps = ({ kind, name, before = '', after = '' }) => {
  if (kind === 'appears')
    return [
      one(
        'expand',
        name,
        `publish ${name} ${after}; consumers subscribe when they are ready`,
        'stop publishing',
        'a consumer may come to depend on it before it is final',
      ),
    ];
  const retire = [
    one(
      'switch',
      name,
      `consumers stop depending on ${name} ${before}, one by one`,
      'subscribe again',
      'a consumer nobody knows of: the subscription list is the truth',
    ),
    one(
      'contract',
      name,
      `stop publishing ${name} ${before}`,
      'publish it again; what was missed is replayed from the store',
      'history before the gap needs the replay',
    ),
  ];
  return kind === 'goes'
    ? retire
    : [
        one(
          'expand',
          name,
          `publish ${after} beside ${before}`,
          'stop publishing the new version',
          'both must be written in one transaction',
        ),
        ...retire,
      ];
};

/** Steps of a change of the contract that callers and consumers see. */
export const contractSteps: Steps = (change) =>
  change.subject === 'operation' ? operation(change) : change.subject === 'event' ? event(change) : [];
