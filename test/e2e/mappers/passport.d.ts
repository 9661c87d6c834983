/** The parts of passport and passport-jwt that the tests use: they bring no types of their own. */
declare module 'passport' {
  type Next = (error?: unknown) => void;
  type Middleware = (request: object, response: object, next: Next) => void;
  type Outcome = (error: unknown, user: unknown, info: unknown) => void;

  class Passport {
    use(name: string, strategy: object): this;
    authenticate(name: string | readonly string[], options: object, done?: Outcome): Middleware;
  }
  const passport: { readonly Passport: typeof Passport; readonly Strategy: new () => object };
  export = passport;
}

declare module 'passport-jwt' {
  type Verify = (payload: object, done: (error: unknown, user: unknown) => void) => void;
  const Strategy: new (options: object, verify: Verify) => object;
  type Extract = (request: object) => string | null;
  const ExtractJwt: { fromAuthHeaderAsBearerToken(): Extract; fromHeader(name: string): Extract };
  export { ExtractJwt, Strategy };
}
