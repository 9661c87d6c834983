const NAME =
  'pass|pwd|secret|token|auth(?!or(?!iz))|cookie|session|credential|bearer|jwt|[eginst].?key|card|cv[cv]|[ds]sn|connection.?s|database.?u|\\bpin\\b';
const REDACTED = '[REDACTED]';
const SHOWN_CHARACTERS = 1_000;

/** The first 1000 characters of a text, as the guide has it, without what looks like a secret. */
export function redactText(text: string): string {
  // Made where it is used: a bundler leaves it out of applications that do not.
  const secret = new RegExp(
    `\\b(bearer|basic) [^\\s"',]+|eyJ[\\w.-]+|(?<=://)[^\\s/@]+(?=@)|(?<=(${NAME})\\w{0,9}["'\\\\\\s]{0,9}[:=]["'\\\\\\s]{0,9})[^&\\s"',}]+`,
    'gi',
  );
  return text.slice(0, SHOWN_CHARACTERS).replace(secret, REDACTED);
}

/** A copy of what is JSON, or of a JSON text, without secrets; of other bodies only their kind. */
export function redact(value: unknown): unknown {
  const isText = typeof value === 'string';
  try {
    return JSON.parse(isText ? value : JSON.stringify(value), (name, member: unknown) => {
      if (new RegExp(NAME, 'i').test(name)) return REDACTED;
      return typeof member === 'string' ? redactText(member) : member;
    });
  } catch {
    return isText ? redactText(value) || undefined : undefined;
  }
}
