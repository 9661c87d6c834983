/** What PostgreSQL, MySQL and the ORMs append to a constraint's name when nobody names it. */
const SUFFIX = /(?:_(?:key|unique|uniq|uindex|idx|index|fkey|foreign|fk|check|chk|excl)\d*){1,2}$/i;

/**
 * The column in a constraint's default name: `users_email_key` of `users` is about `email`, as is
 * MySQL's `email`. A guess that is used only where the client sent a field of that name.
 */
export function conventionalColumn(constraint: string, table: string | undefined): string {
  const isOfTable = table !== undefined && /^[._]$/.test(constraint.charAt(table.length));
  const name =
    isOfTable && constraint.startsWith(table) ? constraint.slice(table.length + 1) : constraint;
  return name.replace(SUFFIX, '');
}
