/** The cell that an arrow leads to from another, within rows of any lengths; undefined past an edge. */
export function nextCell(
  rows: readonly number[],
  [row, column]: readonly [number, number],
  key: string,
  is_rtl: boolean,
): readonly [number, number] | undefined {
  const length = rows[row] ?? 0;
  const forwards = is_rtl ? "ArrowLeft" : "ArrowRight";
  switch (key) {
    case "ArrowRight":
    case "ArrowLeft":
      if (key === forwards) {
        if (column + 1 < length) return [row, column + 1];
        return row + 1 < rows.length ? [row + 1, 0] : undefined;
      }
      if (column > 0) return [row, column - 1];
      return row > 0 ? [row - 1, rows[row - 1]! - 1] : undefined;
    case "ArrowDown":
      return row + 1 < rows.length ? [row + 1, Math.min(column, rows[row + 1]! - 1)] : undefined;
    case "ArrowUp":
      return row > 0 ? [row - 1, Math.min(column, rows[row - 1]! - 1)] : undefined;
    case "Home":
      return [row, 0];
    case "End":
      return [row, length - 1];
  }
}
