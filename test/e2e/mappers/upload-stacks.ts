import { createRequire } from 'node:module';
import {
  Controller,
  type INestApplication,
  type NestInterceptor,
  Post,
  Req,
  type Type,
  UseInterceptors,
} from '@nestjs/common';
import multipart from '@fastify/multipart';
import { FileInterceptor } from '@nestjs/platform-express';
import { PLATFORMS, type CreateAdapter } from '../../support/platforms';
import { CANARY } from './failure-row';
import { isNest11 } from './is-nest-11';

/** The same for every reader of forms. */
const fileLimits = { fileSize: 8, files: 3, parts: 4 };
const limits = { ...fileLimits, fields: 2, fieldSize: 8, fieldNestingDepth: 2 };
const options = { limits, fileFilter: refuseByName };

type Interceptor = (field: string, options: object) => Type<NestInterceptor>;
type Decide = (error: Error | null, isAccepted: boolean) => void;

/** A way in which an application reads uploads. */
export interface UploadStack {
  readonly name: string;
  readonly create: CreateAdapter;
  readonly controller: Type;
  readonly configure?: (app: INestApplication) => unknown;
  /** It tells in which field a file was too large. */
  readonly isTellingField: boolean;
  /** It is multer's, or follows multer in what it refuses. */
  readonly isStrict: boolean;
}

const require = createRequire(__filename);

function refuseByName(
  _request: object,
  { originalname }: { originalname: string },
  decide: Decide,
) {
  decide(originalname === 'refused' ? new Error(CANARY) : null, true);
}

function controllerWith(interceptor: Type<NestInterceptor>): Type {
  @Controller('avatar')
  class AvatarController {
    @UseInterceptors(interceptor) @Post() upload() {
      return 'uploaded';
    }
  }
  return AvatarController;
}

interface MultipartRequest {
  parts(): AsyncIterable<{ readonly toBuffer?: () => Promise<unknown> }>;
}

@Controller('avatar')
class PartsController {
  @Post() async upload(@Req() request: MultipartRequest) {
    for await (const part of request.parts()) await part.toBuffer?.();
    return 'uploaded';
  }
}

const onExpress: Omit<UploadStack, 'create'> = {
  name: 'FileInterceptor on Express',
  controller: controllerWith(FileInterceptor('avatar', options)),
  isTellingField: !isNest11(),
  isStrict: true,
};

const byHand: Omit<UploadStack, 'create'> = {
  name: '@fastify/multipart by hand',
  controller: PartsController,
  configure: (app) =>
    (app.getHttpAdapter().getInstance() as { register: Function }).register(multipart, { limits }),
  isTellingField: true,
  isStrict: false,
};

/** Nest has interceptors of its own for Fastify since version 12. */
function byInterceptor(): Omit<UploadStack, 'create'>[] {
  if (isNest11()) return [];
  const loaded = require('@nestjs/platform-fastify/multipart') as { FileInterceptor: Interceptor };
  const controller = controllerWith(loaded.FileInterceptor('avatar', options));
  const name = 'FileInterceptor on Fastify';
  return [{ name, controller, isTellingField: false, isStrict: true }];
}

const STACKS = { Express: [onExpress], Fastify: [byHand, ...byInterceptor()] };

export const UPLOAD_STACKS: readonly UploadStack[] = PLATFORMS.flatMap(([platform, create]) =>
  STACKS[platform].map((stack) => ({ ...stack, create })),
);
