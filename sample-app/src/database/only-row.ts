/** The row of a statement that always yields one, as `INSERT … RETURNING` does. */
export function onlyRow<Row>(rows: readonly Row[]): Row {
  const [row] = rows;
  if (row === undefined) throw new Error('The statement was to yield a row, but it yielded none.');
  return row;
}
