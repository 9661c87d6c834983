/** The parameters of RFC 6750, section 3. */
export interface BearerParameters {
  readonly error: 'invalid_token' | 'insufficient_scope' | 'invalid_request';
  readonly description: string;
  /** Scopes that the token lacks, separated by spaces. */
  readonly scope?: string | undefined;
}

/** scope-token, RFC 6749, section 3.3: neither a quote nor a backslash. */
const SCOPE = /^[\x21\x23-\x5B\x5D-\x7E]+(?: [\x21\x23-\x5B\x5D-\x7E]+)*$/;
const MAX_SCOPE_LENGTH = 1_000;

/** The value of `WWW-Authenticate`: bare without parameters, as where no token was sent. */
export function bearerChallenge(parameters?: BearerParameters): string {
  if (parameters === undefined) return 'Bearer';
  const { error, description, scope } = parameters;
  const isScope = scope !== undefined && scope.length <= MAX_SCOPE_LENGTH && SCOPE.test(scope);
  const named = [`error="${error}"`, `error_description="${description}"`];
  return `Bearer ${[...named, ...(isScope ? [`scope="${scope}"`] : [])].join(', ')}`;
}
