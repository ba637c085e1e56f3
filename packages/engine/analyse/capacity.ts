import type { Figure } from '@archwright/kernel';
import type { CapacityRow } from '@archwright/model';
import { DEMAND_VARIABLES } from '@archwright/model';
import type { Synthesis } from '../synthesise/synthesis.ts';

const DEMANDS = [
  'requestMean',
  'requestPeak',
  'peakFactor',
  'ingressBytes',
  'egressBytes',
  'recordReadPeak',
  'recordWritePeak',
  'recordBytes',
  'hotBytes',
  'appendMean',
  'appendPeak',
  'appendBytes',
  'appendLookupPeak',
  'aggregationPeak',
  'searchPeak',
  'indexPeak',
  'jobMean',
  'jobPeak',
  'blobBytes',
  'connections',
  'pushPeak',
  'users',
  'dailyUsers',
] as const;

/** The chain from what the brief states to what each part must carry, one row a quantity; rows of nothing are left out. */
export function capacitySheet(synthesis: Synthesis): readonly CapacityRow[] {
  const { reading, workload, decided, book } = synthesis;
  const row = (label: string, figures: readonly (Figure | undefined)[]): CapacityRow[] => {
    const ids = figures.flatMap((figure) => (figure && figure.likely > 0 ? [figure.id] : []));
    return ids.length > 0 ? [{ label, figures: ids }] : [];
  };
  const stated = reading.requirements.flatMap(({ figure, statement }) =>
    figure && book.get(figure) ? row(statement, [book.get(figure)]) : [],
  );
  const activities = reading.activities.flatMap(({ id, meanRate, peakRate, bytes }) =>
    row(
      `${id.replaceAll('-', ' ')}`,
      [meanRate, peakRate, bytes].map((figure) => (figure ? book.get(figure) : undefined)),
    ),
  );
  const operations = workload.operations.flatMap(({ definition, mean, peak }) =>
    row(`${definition.summary}: mean, peak`, [mean, peak]),
  );
  const entities = workload.entities.flatMap(({ definition, rowsYearOne, rowsHorizon, bytesHorizon }) =>
    row(`${definition.name} rows after a year, at the horizon; bytes`, [
      rowsYearOne,
      ...(rowsHorizon === rowsYearOne ? [] : [rowsHorizon]),
      bytesHorizon,
    ]),
  );
  const demand = DEMANDS.flatMap((name) => row(DEMAND_VARIABLES[name][1], [workload.demand[name]]));
  const parts = decided.ledger.options.flatMap(({ option, lines }) => row(option.name, Object.values(lines)));
  return unique([...stated, ...activities, ...operations, ...entities, ...demand, ...parts]);
}

function unique(rows: readonly CapacityRow[]): readonly CapacityRow[] {
  const seen = new Set<string>();
  return rows.filter(({ figures }) => {
    const key = figures.join();
    return !seen.has(key) && seen.add(key);
  });
}
