/** Of this package: a report names it. */
export const VERSION = '0.1.0';
