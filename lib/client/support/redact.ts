const NAME =
  'pass|pwd|secret|token|auth(?!or(?!iz))|cookie|session|credential|bearer|jwt|(?:api|access|sign|crypt|private).*key|card|cvv|cvc|ssn|dsn|connection.?str|database.?url';
const SECRET_NAME = /* @__PURE__ */ new RegExp(`${NAME}|^pin$`, 'i');
const SECRET_TEXT = /* @__PURE__ */ new RegExp(
  `\\b(bearer|basic) [^\\s"',]+|eyJ[\\w.-]+|(?<=://)[^\\s/@]+(?=@)|(?<=(${NAME})\\w{0,9}["']?[:=]["' ]?)[^&\\s"',}]+`,
  'gi',
);
const REDACTED = '[REDACTED]';
const SHOWN_CHARACTERS = 1_000;

/** The first 1000 characters of a text, as the guide has it, without what looks like a secret. */
export function redactText(text: string): string {
  return text.slice(0, SHOWN_CHARACTERS).replace(SECRET_TEXT, REDACTED);
}

/** A copy of what is JSON, or of a JSON text, without secrets; of other bodies only their kind. */
export function redact(value: unknown): unknown {
  const isText = typeof value === 'string';
  try {
    return JSON.parse(isText ? value : JSON.stringify(value), (name, member: unknown) => {
      if (SECRET_NAME.test(name)) return REDACTED;
      return typeof member === 'string' ? redactText(member) : member;
    });
  } catch {
    return isText ? redactText(value) || undefined : undefined;
  }
}
