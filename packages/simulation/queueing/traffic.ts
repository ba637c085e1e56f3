/**
 * Arrival rate at every station of an open network from its routing: λ = γ + λP.
 *
 * @param external - arrivals from outside, per station
 * @param routing - `routing[i][j]`: probability that a request leaving station i goes on to j; a row's rest leaves the network
 * @returns rates in station order, or undefined where requests can circulate for ever
 * @source Jackson 1957; Gaussian elimination with partial pivoting
 */
export function trafficRates(
  external: readonly number[],
  routing: readonly (readonly number[])[],
): readonly number[] | undefined {
  const size = external.length;
  const rows = external.map((rate, j) => [...external.map((_, i) => (i === j ? 1 : 0) - routing[i]![j]!), rate]);
  for (let column = 0; column < size; column += 1) {
    let pivot = column;
    for (let row = column + 1; row < size; row += 1)
      if (Math.abs(rows[row]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = row;
    if (Math.abs(rows[pivot]![column]!) < 1e-12) return undefined;
    [rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!];
    for (let row = 0; row < size; row += 1) if (row !== column) eliminate(rows[row]!, rows[column]!, column);
  }
  return rows.map((row, index) => row[size]! / row[index]!);
}

function eliminate(row: number[], pivot: readonly number[], column: number): void {
  const factor = row[column]! / pivot[column]!;
  for (let index = column; index < row.length; index += 1) row[index]! -= factor * pivot[index]!;
}
