import { formatQuantity, type Diagnostic, type Place } from '@archwright/kernel';
import type { Demand } from './demand.ts';

/** Statements that cannot hold together, with both places. */
export function findContradictions(demand: Demand): readonly Diagnostic[] {
  return [...peakBelowMean(demand), ...activeAboveTotal(demand), ...sharesAboveOne(demand)];
}

const quoted = (place: Place | undefined): string => (place?.quote ? `"${place.quote}"` : 'the brief');
const contradiction = (message: string, at: Place | undefined, hint: string): Diagnostic => ({
  code: 'brief/contradiction',
  severity: 'warning',
  message,
  ...(at && { at }),
  hint,
});

function peakBelowMean(demand: Demand): Diagnostic[] {
  return demand.streams.flatMap((stream) => {
    const peak = stream.peak;
    if (!peak || peak.origin !== 'stated' || peak.high >= stream.mean.low * 0.999) return [];
    const [mean, top] = [formatQuantity(stream.mean.likely, '1/s'), formatQuantity(peak.likely, '1/s')];
    return [
      contradiction(
        `${quoted(stream.at)} is ${mean} on average, and ${quoted(peak.at)} says ${top} at peak.`,
        peak.at,
        'A peak cannot be below the average: correct one of the two.',
      ),
    ];
  });
}

const RANK = ['concurrent', 'daily', 'monthly', undefined] as const;

function activeAboveTotal(demand: Demand): Diagnostic[] {
  const stated = demand.populations.filter(({ mention, parent }) => mention && !parent);
  return stated.flatMap((inner) =>
    stated.flatMap((outer) => {
      const wider = RANK.indexOf(outer.qualifier) > RANK.indexOf(inner.qualifier);
      if (inner.noun !== outer.noun || !wider || inner.figure.low <= outer.figure.high) return [];
      if (outer.modifiers.some((word) => word === 'new' || word === 'enterprise')) return [];
      return [
        contradiction(
          `${quoted(inner.at)} is more than ${quoted(outer.at)}, which should contain it.`,
          inner.at,
          'Correct one of the two numbers.',
        ),
      ];
    }),
  );
}

function sharesAboveOne(demand: Demand): Diagnostic[] {
  return demand.requirements.flatMap((requirement) =>
    requirement.key === 'share' && requirement.quantity && requirement.quantity.low > 1
      ? [contradiction(`${quoted(requirement.at)} is more than the whole.`, requirement.at, 'A share runs from 0 to 100 %.')]
      : [],
  );
}
