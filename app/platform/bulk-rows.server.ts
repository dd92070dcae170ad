type Value = string | number | bigint | boolean | null | Uint8Array | readonly unknown[] | object

/**
 * Rows for `jsonb_to_recordset(…::jsonb)`: one text instead of one array a column, which costs a third of the time for
 * thousands of rows. Bytes become `\x…`, which a column of type bytea reads.
 */
export function bulkRows<Row extends Record<string, Value>>(rows: readonly Row[]): string {
  return JSON.stringify(rows.map(plainRow))
}

function plainRow(row: Record<string, Value>): Record<string, unknown> {
  const plain: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(row)) {
    if (typeof value === 'bigint') plain[name] = value.toString()
    else if (value instanceof Uint8Array)
      plain[name] = `\\x${Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('hex')}`
    else plain[name] = value
  }
  return plain
}
