import type { Fact, Figure, FigureBook } from '@archwright/kernel';
import type { Demand, Option, Problem, Recovery } from '@archwright/model';

/** Limits on what the loss of a server or its zone may cost: data that may be gone, time until it serves again. */
export type RecoveryLimit = 'rpo' | 'rto';

export const RECOVERY_WORDS: Readonly<Record<RecoveryLimit, { readonly label: string; readonly costs: string }>> = {
  rpo: { label: 'data that may be lost', costs: 'of acknowledged data is lost with a server or its zone' },
  rto: { label: 'time to recover', costs: 'pass after the loss of a server or its zone until it serves again' },
};

const timeBack = ({ back, restores }: Recovery, demand: Demand): number =>
  back.likely + (restores ? demand[restores.bytes] / restores.rate.likely : 0);

/** By limit, what the loss costs with an option, s; 0 where it holds nothing that anybody waits for. */
export const costOfLoss = ({ recovery }: Option, demand: Demand): Readonly<Record<RecoveryLimit, number>> => ({
  rpo: recovery?.lost?.likely ?? 0,
  rto: recovery ? timeBack(recovery, demand) : 0,
});

/** The limit that an option exceeds whatever stands beside it. */
export function exceededRecovery(option: Option, { constraints, demand }: Problem): RecoveryLimit | undefined {
  if (!option.recovery || (constraints.rpo === undefined && constraints.rto === undefined)) return undefined;
  const costs = costOfLoss(option, demand);
  return (['rpo', 'rto'] as const).find((name) => costs[name] > (constraints[name] ?? Infinity));
}

/** By option that a recovery limit rules out, its place in the catalogue and the limit: the same for problems that rule out the same. */
export function ruledOutByRecovery(problem: Problem, options: readonly Option[]): readonly string[] {
  const { rpo, rto } = problem.constraints;
  if (rpo === undefined && rto === undefined) return [];
  return options.flatMap((option, at) => {
    const exceeded = exceededRecovery(option, problem);
    return exceeded ? [`${at} ${exceeded}`] : [];
  });
}

export interface RecoveryFigures {
  readonly rpo?: Figure;
  readonly rto: Figure;
}

/** What the loss of its server or zone costs with an option, as figures. */
export function recordRecovery(option: Option, book: FigureBook, read: (name: string) => Figure): RecoveryFigures | undefined {
  const { recovery } = option;
  if (!recovery) return undefined;
  const prefix = `option.${option.id}.recovery`;
  const own = (name: string, fact: Fact): Figure =>
    book.fact(`${prefix}.${name}`, { ...fact, label: `${option.name}: ${fact.label}` });
  const back = own('back', recovery.back);
  const { lost, restores } = recovery;
  const rto = restores
    ? book.compute(
        `${prefix}.back-restored`,
        `${option.name}: time until it serves again, restore included`,
        's',
        'back + bytes / rate',
        {
          back,
          bytes: read(restores.bytes),
          rate: own('rate', restores.rate),
        },
      )
    : back;
  return { rto, ...(lost && { rpo: own('lost', lost) }) };
}
