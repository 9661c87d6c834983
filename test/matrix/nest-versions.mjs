/**
 * What each major version of Nest is tested with; anything else comes from the repository. What
 * depends on Nest is installed beside it: from there it would load the repository's Nest.
 * @type {Readonly<Record<string, Readonly<Record<string, string>>>>}
 */
export const nestVersions = {
  11: {
    '@nestjs/common': '11.2.10',
    '@nestjs/core': '11.2.10',
    '@nestjs/jwt': '11.0.2',
    '@nestjs/platform-express': '11.2.10',
    '@nestjs/platform-fastify': '11.2.8',
    '@nestjs/testing': '11.2.6',
    '@nestjs/throttler': '6.7.1',
    'nestjs-i18n': '10.6.0',
    'nestjs-pino': '5.2.1',
  },
  12: {
    '@nestjs/common': '12.5.1',
    '@nestjs/core': '12.5.1',
    '@nestjs/jwt': '12.0.2',
    '@nestjs/platform-express': '12.5.1',
    '@nestjs/platform-fastify': '12.5.0',
    '@nestjs/testing': '12.1.1',
    '@nestjs/throttler': '6.7.1',
    'nestjs-i18n': '10.6.0',
    'nestjs-pino': '5.2.1',
  },
};

export const nodeVersions = ['20', '22', '24'];
