import { median, ms, printTable, timed } from './bench-tools.mjs';

/** The catalogue with a share of its options, drawn with a seed; decision points keep at least one. */
function thinned({ catalogue, seededRandom }, share, seed) {
  const random = seededRandom(seed);
  const drawn = catalogue.options.map((option) => ({ option, kept: random() < share }));
  const empty = new Set(
    catalogue.decisionPoints
      .map(({ id }) => id)
      .filter((id) => !drawn.some(({ option, kept }) => kept && option.decision === id)),
  );
  const options = drawn.filter(({ option, kept }) => kept || empty.delete(option.decision)).map(({ option }) => option);
  return { ...catalogue, options };
}

/** What the search costs as options are added to a catalogue. */
export function benchSearch(engine, briefs, rounds) {
  const rows = [0.25, 0.5, 0.75, 1].map((share) => {
    const runs = [];
    let infeasible = 0;
    for (let seed = 1; seed <= rounds; seed += 1) {
      const catalogue = thinned(engine, share, seed);
      for (const { brief } of briefs) {
        const { reading, figures } = engine.understand({ brief, catalogue: engine.catalogue });
        const book = figures.copy();
        const workload = engine.sizeWorkload(reading, catalogue.archetypes, book);
        const { problem } = engine.poseProblem(reading, workload, catalogue, book);
        const space = engine.openSpace(problem, catalogue);
        const candidates = space.points.reduce((product, { options }) => product * options.length, 1);
        const solver = new engine.Solver(space, problem);
        const [time, best] = timed(() => solver.best());
        if (best)
          runs.push({
            time,
            nodes: solver.nodes,
            open: space.points.reduce((sum, { options }) => sum + options.length, 0),
            candidates,
          });
        else infeasible += 1;
      }
    }
    const most = (list) => Math.max(...list);
    // So few options are left that no design stands: there is nothing to report.
    const of = (key, show = String, how = median) => (runs.length > 0 ? show(how(runs.map((run) => run[key]))) : '–');
    return [
      `${share * 100} %`,
      thinned(engine, share, 1).options.length,
      of('open'),
      of('candidates', (value) => value.toExponential(1)),
      of('nodes'),
      of('nodes', String, most),
      of('time', ms),
      of('time', ms, most),
      infeasible,
    ];
  });
  printTable(
    [
      'search, share of options',
      'options',
      'in the space',
      'candidates',
      'nodes',
      'nodes, worst',
      'ms',
      'ms, worst',
      'nothing feasible',
    ],
    rows,
  );
}
