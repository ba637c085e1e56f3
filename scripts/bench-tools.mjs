// What the parts of the benchmark share: time, medians, tables and budgets.

export const BUDGETS = [];

export const median = (list) => {
  const sorted = [...list].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};
export const ms = (value) => (value >= 100 ? value.toFixed(0) : value.toFixed(1));

const verdict = (value, limit) => (value <= limit ? 'within' : `${(value / limit).toFixed(1)} times over`);

/** Time in milliseconds, and what came back. */
export function timed(run) {
  const start = performance.now();
  const value = run();
  return [performance.now() - start, value];
}

export function printTable(head, rows) {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => String(row[column]).length)));
  const line = (row) =>
    row
      .map((text, column) => (column === 0 ? String(text).padEnd(widths[column]) : String(text).padStart(widths[column])))
      .join('  ');
  console.log([line(head), widths.map((width) => '-'.repeat(width)).join('  '), ...rows.map(line)].join('\n'), '\n');
}

/** Keeps a budget with its measure and that of the fastest round: all are shown at the end. */
export function hold(name, limit, value, fastest) {
  BUDGETS.push([name, String(limit), ms(value), verdict(value, limit), ms(fastest)]);
}
