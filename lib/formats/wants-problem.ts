interface MediaRange {
  readonly type: string;
  readonly quality: number;
}

/** Beyond this an Accept header is no wish but a burden. */
const MAX_ACCEPT_LENGTH = 1_000;

/**
 * Whether the client asked for RFC 9457: it must name the media type, and like it no less than
 * the configured one. A wildcard alone asks for nothing (RFC 9110, section 12.5.1).
 */
export function wantsProblem(accept: unknown, configuredType: string): boolean {
  if (typeof accept !== 'string' || accept.length > MAX_ACCEPT_LENGTH) return false;
  if (!/problem\+json/i.test(accept)) return false;
  const ranges = accept.split(',').map(parseRange);
  const problem = ranges.find((range) => range.type === 'application/problem+json');
  if (problem === undefined || problem.quality === 0) return false;
  return problem.quality >= qualityOf(configuredType, ranges);
}

function qualityOf(type: string, ranges: readonly MediaRange[]): number {
  const family = `${type.slice(0, type.indexOf('/'))}/*`;
  for (const candidate of [type, family, '*/*']) {
    const range = ranges.find((item) => item.type === candidate);
    if (range) return range.quality;
  }
  return 0;
}

function parseRange(text: string): MediaRange {
  const [type = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  const weight = parameters.find((parameter) => parameter.startsWith('q='));
  const quality = weight === undefined ? 1 : Number(weight.slice(2));
  return { type, quality: quality >= 0 && quality <= 1 ? quality : 0 };
}
