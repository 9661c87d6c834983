import { orUndefined } from '../or-undefined';

const REDACTED = '[REDACTED]';

/**
 * A copy of what is JSON, without secrets, and with the first 1000 characters of its texts, as the
 * guide has it; undefined for what is none.
 */
export function redact(value: unknown): unknown {
  // In here, since a bundler leaves it out of applications that redact nothing.
  const secret =
    /\b(bearer|basic) [^\s"',]+|eyJ[\w.-]+|(?<=:\/\/)[^\s/@]+(?=@)|(?<=(pass|pwd|secret|token|auth(?!or(?!iz))|cookie|session|credential|bearer|jwt|[eginst].?key|card|cv[cv]|[ds]sn|connection.?s|database.?u|\bpin\b)[\w-]{0,20}["'\\\s]{0,9}[:=]["'\\\s]{0,9})[^&\s"',}]+/gi;
  return orUndefined(() =>
    JSON.parse(
      JSON.stringify(value, (name, member: unknown) => {
        if (`${name}=1`.match(secret)) return REDACTED;
        return typeof member === 'string'
          ? member.slice(0, 1_000).replace(secret, REDACTED)
          : member;
      }),
    ),
  );
}
