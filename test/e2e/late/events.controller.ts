import {
  type CallHandler,
  Controller,
  Injectable,
  InternalServerErrorException,
  type MessageEvent,
  type NestInterceptor,
  NotFoundException,
  Scope,
  Sse,
  UseInterceptors,
} from '@nestjs/common';
import { StandardErrors, UseErrorFormat } from 'nestjs-errors';
import { catchError, concat, defer, NEVER, Observable, of, throwError, timeout } from 'rxjs';

const SECRET = 'postgres://admin:hunter2@db';
const failLater = (thrown: unknown) =>
  defer(async () => {
    await new Promise((resolve) => setTimeout(resolve, 20));
    throw thrown;
  });
const afterA = (thrown: unknown): Observable<MessageEvent> =>
  concat(of({ data: 'a' }), failLater(thrown));

/** An interceptor whose own failure tells a secret. */
@Injectable()
export class SlowIsBroken implements NestInterceptor {
  intercept(_context: unknown, next: CallHandler) {
    return next.handle().pipe(
      timeout(20),
      catchError(() => throwError(() => new InternalServerErrorException(SECRET))),
    );
  }
}

class EventsBase {
  @Sse('inherited') inherited() {
    return afterA(new InternalServerErrorException(SECRET));
  }
}

/** Every way in which a stream of events fails. */
@Controller()
export class EventsController extends EventsBase {
  @Sse('http') http() {
    return afterA(new InternalServerErrorException(SECRET));
  }

  @Sse('error') error() {
    return afterA(new Error(SECRET));
  }

  @Sse('value') value() {
    return afterA(SECRET);
  }

  @Sse('at-once') atOnce() {
    return concat(
      of({ data: 'a' }),
      throwError(() => new Error(SECRET)),
    );
  }

  @Sse('promise') promise() {
    return Promise.resolve(afterA(new Error(SECRET)));
  }

  @Sse('big') big() {
    return of({ data: 'a' }, { data: { count: 1n } });
  }

  @Sse('interceptor') @UseInterceptors(SlowIsBroken) interceptor() {
    return concat(of({ data: 'a' }), NEVER);
  }

  @Sse('locked') locked() {
    return afterA(StandardErrors.RESOURCE_LOCKED({ holder: 'ada' }));
  }

  @Sse('ids') ids() {
    return concat(of({ data: 'a', id: 'evt-42' }), failLater(new NotFoundException('Gone')));
  }

  @Sse('own-error') ownError() {
    return of({ type: 'error', data: 'mine' });
  }

  @Sse('flat') @UseErrorFormat('flat') flat() {
    return afterA(new Error(SECRET));
  }

  @Sse('problem') @UseErrorFormat('problem') problem() {
    return afterA(new Error(SECRET));
  }

  @Sse('early') early() {
    return throwError(() => new NotFoundException('No such feed'));
  }

  @Sse('soon') soon() {
    return new Observable((subscriber) => {
      setImmediate(() => subscriber.error(new NotFoundException('No such feed')));
    });
  }

  @Sse('throws') throws(): never {
    throw new NotFoundException('No such feed');
  }

  @Sse('rejects-late') async rejectsLate(): Promise<Observable<MessageEvent>> {
    await new Promise((resolve) => setTimeout(resolve, 20));
    throw new NotFoundException('No such feed');
  }
}

/** One instance a request. */
@Controller({ path: 'scoped', scope: Scope.REQUEST })
export class ScopedController {
  @Sse() feed() {
    return afterA(new Error(SECRET));
  }
}
