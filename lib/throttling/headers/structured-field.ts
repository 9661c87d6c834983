/**
 * A text as a String of RFC 9651 (3.3.3). What the syntax cannot hold is percent-encoded, as in a
 * URL.
 */
export function sfString(text: string): string {
  const ascii = text.toWellFormed().replaceAll(/[^ -~]+/g, encodeURIComponent);
  return `"${ascii.replaceAll(/["\\]/g, String.raw`\$&`)}"`;
}

/** An Item with parameters, such as `"burst";q=100;w=60`; a parameter that is undefined is left out. */
export function sfItem(
  item: string,
  parameters: Readonly<Record<string, string | number | undefined>>,
): string {
  const given = Object.entries(parameters).filter(([, value]) => value !== undefined);
  return item + given.map(([key, value]) => `;${key}=${value}`).join('');
}
