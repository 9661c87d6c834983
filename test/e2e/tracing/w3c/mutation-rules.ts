import { type Rule, traceparent } from './rule';

const STATE = 'tracestate: rojo=1,congo=2';
const tracestate = 'rojo=1,congo=2';

/** Sections 3.4 to 4 of W3C Trace Context Level 2. */
export const MUTATION_RULES: readonly Rule[] = [
  {
    section: '3.4',
    rule: '`traceparent` is sent on: its parent id is updated, or the trace is restarted and loses its `tracestate`',
    does: 'always, and nothing else is changed',
    cases: [
      { what: 'none came in', sends: [] },
      { what: 'continued', sends: [traceparent('02'), STATE], flags: '02', tracestate },
      { what: 'restarted', sends: [traceparent('02', 'ff'), STATE] },
    ],
  },
  {
    section: '3.5',
    rule: '`tracestate` is sent on in its order',
    does: 'unchanged but for 3.3; this library adds no member of its own',
    cases: [
      { what: 'two members', sends: [traceparent('00'), STATE], flags: '00', tracestate },
      { what: 'none', sends: [traceparent('00')], flags: '00' },
    ],
  },
  {
    section: '4.1.1',
    rule: 'a `tracestate` without a `traceparent` is invalid',
    does: 'discarded',
    cases: [{ what: 'alone', sends: [STATE] }],
  },
  {
    section: '4.1.2',
    rule: 'where `traceparent` is not valid, a new one is made and `tracestate` deleted',
    does: 'also where there are two, which contradict each other',
    cases: [
      { what: 'a version that cannot be read', sends: [traceparent('00', '0x'), STATE] },
      { what: 'two of the same', sends: [traceparent('00'), traceparent('00'), STATE] },
      {
        what: 'two of a later version',
        sends: [`${traceparent('00', '01')}-x`, `${traceparent('00', '01')}-y`, STATE],
      },
    ],
  },
];
