import { Metadata } from '@grpc/grpc-js';
import { expect, it } from 'vitest';
import { grpcMapper } from '../../../lib/upstream/grpc.mapper';
import { mapperContext } from './mapper-context';

function serviceError(code: number): Error {
  return Object.assign(new Error('secret'), { code, details: 'secret', metadata: new Metadata() });
}

it.each([1, 2, 16])('a status of gRPC, %i, is a failure of an upstream', (code) => {
  expect(grpcMapper(serviceError(code), mapperContext())).toMatchObject({ origin: 'dependency' });
});

it.each([0, 17, -1])('%i is no status of a failed call', (code) => {
  expect(grpcMapper(serviceError(code), mapperContext())).toBeUndefined();
});
