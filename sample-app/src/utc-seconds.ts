/** ISO 8601 in UTC with whole seconds, as both guides write times: `2024-01-15T10:30:00Z`. */
export function utcSeconds(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}
