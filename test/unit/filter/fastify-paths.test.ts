import { describe, expect, it } from 'vitest';
import { FastifyPaths } from '../../../lib/filter/transports/fastify-paths';

function methodsFor(path: string): readonly string[] {
  const paths = new FastifyPaths();
  paths.add('GET', '/cats');
  paths.add('HEAD', '/cats');
  paths.add('POST', '/cats');
  paths.add('GET', '/cats/:id');
  paths.add('PUT', '/dogs/:id(^\\d+$)');
  paths.add('GET', '/geo/:lat-:lng');
  paths.add('GET', '/files/*');
  paths.add('POST', '/name::verb');
  paths.add('GET', '/a.b(c)');
  paths.add('OPTIONS', '*');
  paths.add(['LOCK', 'UNLOCK'], '/dav');
  return paths.allowedMethods(path);
}

describe('The paths that Fastify serves', () => {
  it.each([
    ['/cats', ['GET', 'HEAD', 'POST']],
    ['/cats/', ['GET', 'HEAD', 'POST']],
    ['/cats/7', ['GET']],
    ['/cats/7/toys', []],
    ['/dogs/7', ['PUT']],
    ['/dogs/rex', []],
    ['/geo/1-2', ['GET']],
    ['/geo/1', []],
    ['/files/a/b.txt', ['GET']],
    ['/name:verb', ['POST']],
    ['/a.b(c)', ['GET']],
    ['/aXb(c)', []],
    ['/dav', ['LOCK', 'UNLOCK']],
    ['/anything', []],
  ])('%s takes %j', (path, methods) => {
    expect(methodsFor(path)).toEqual(methods);
  });
});
