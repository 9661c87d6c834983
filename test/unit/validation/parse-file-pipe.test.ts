import {
  BadRequestException,
  FileTypeValidator,
  FileValidator,
  HttpStatus,
  MaxFileSizeValidator,
  ParseFilePipe,
  ParseFilePipeBuilder,
  UploadedFile,
  UploadedFiles,
} from '@nestjs/common';
import { describe, expect, it } from 'vitest';
import { authoredStatus, mapped, thrownBy } from './support/refused-by-pipe';

class NoHandler {
  other() {}
}

const FILE = { fieldname: 'avatar', mimetype: 'text/plain', size: 2_048, buffer: Buffer.from('x') };

class NoNames extends FileValidator {
  isValid() {
    return false;
  }

  buildErrorMessage() {
    return 'must have no name';
  }
}

async function exceptionOf(pipe: ParseFilePipe, file: unknown) {
  class Controller {
    handle(@UploadedFile(pipe) uploaded: unknown) {
      return uploaded;
    }
  }
  return mapped(await thrownBy(pipe, file), Controller, { file });
}

const withValidator = (validator: FileValidator) => new ParseFilePipe({ validators: [validator] });

describe('an exception of ParseFilePipe', () => {
  it('tells of a missing file', async () => {
    expect((await exceptionOf(new ParseFilePipe(), undefined))?.fields).toEqual([
      {
        path: ['file'],
        location: 'file',
        rule: 'isDefined',
        params: {},
        isMissing: true,
        code: 'VALIDATION_REQUIRED_FIELD',
        message: 'must not be null',
      },
    ]);
  });

  it("tells of a file that is too big, under its form's name", async () => {
    const pipe = withValidator(new MaxFileSizeValidator({ maxSize: 1_000 }));

    expect((await exceptionOf(pipe, FILE))?.fields).toEqual([
      {
        path: ['avatar'],
        location: 'file',
        rule: 'maxFileSize',
        params: { max: 1e3 },
        code: 'VALIDATION_OUT_OF_RANGE',
        message: 'size must be less than 1000 bytes',
      },
    ]);
  });

  it.each([
    [{ fileType: 'image/png' }, 'image/png'],
    [{ fileType: 'image/png', skipMagicNumbersValidation: true }, 'image/png'],
    [{ fileType: 'image/png', fallbackToMimetype: true }, 'image/png'],
    [{ fileType: /^image\/(png|jpeg)$/ }, '/^image\\/(png|jpeg)$/'],
  ])('tells of a file of a wrong type: %o', async (options, type) => {
    const pipe = withValidator(new FileTypeValidator(options));

    expect((await exceptionOf(pipe, FILE))?.fields).toEqual([
      {
        path: ['avatar'],
        location: 'file',
        rule: 'fileType',
        params: { type },
        code: 'VALIDATION_INVALID_FORMAT',
        message: `must be of type ${type}`,
      },
    ]);
  });

  it('keeps the words of its author, and those of validators of their own', async () => {
    const sized = withValidator(new MaxFileSizeValidator({ maxSize: 1, errorMessage: 'Too big' }));
    const own = withValidator(new NoNames({}));

    expect((await exceptionOf(sized, FILE))?.fields).toMatchObject([
      { path: ['avatar'], code: 'VALIDATION_INVALID', message: 'Too big', isAuthored: true },
    ]);
    expect((await exceptionOf(own, FILE))?.fields).toMatchObject([
      { path: ['avatar'], message: 'must have no name', isAuthored: true },
    ]);
  });

  it('tells which of several files was refused', async () => {
    const pipe = withValidator(new MaxFileSizeValidator({ maxSize: 3_000 }));
    class Controller {
      handle(@UploadedFiles(pipe) files: unknown) {
        return files;
      }
    }
    const files = [FILE, { ...FILE, size: 4_096 }];

    const exception = mapped(await thrownBy(pipe, files), Controller, { files });
    expect(exception?.fields.map(({ path }) => path)).toEqual([['avatar', 1]]);
  });

  it('keeps the status that its author gave the pipe', async () => {
    const pipe = new ParseFilePipeBuilder().build({
      errorHttpStatusCode: HttpStatus.UNPROCESSABLE_ENTITY,
    });

    expect(authoredStatus(await exceptionOf(pipe, undefined))).toBe(422);
    expect(authoredStatus(await exceptionOf(new ParseFilePipe(), undefined))).toBeUndefined();
  });

  it('is not seen where no parameter has such a pipe', () => {
    expect(mapped(new BadRequestException('File is required'), NoHandler, {})).toBeUndefined();
  });
});
