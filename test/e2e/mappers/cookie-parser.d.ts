/** cookie-parser brings no types of its own. */
declare module 'cookie-parser' {
  function cookieParser(secret: string): (...parts: never[]) => void;
  export = cookieParser;
}
