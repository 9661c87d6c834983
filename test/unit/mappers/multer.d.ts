/** The part of multer that the tests use: it brings no types of its own. */
declare module 'multer' {
  class MulterError extends Error {
    constructor(code: string, field?: string);
    readonly code: string;
    readonly field?: string;
  }
  export { MulterError };
}
