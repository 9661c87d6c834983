import { type Rule, traceparent } from './rule';

const members = (count: number) => Array.from({ length: count }, (_, index) => `k${index}=v`);
const longKey = `a${'b'.repeat(255)}`;
const longValue = 'v'.repeat(256);

const continued = (what: string, sent: string, tracestate = sent) => ({
  what,
  sends: [traceparent('02'), `tracestate: ${sent}`],
  flags: '02',
  tracestate,
});

const discarded = (what: string, sent: string) => ({
  what,
  sends: [traceparent('02'), `tracestate: ${sent}`],
  flags: '02',
});

const LONG = [`a=${'1'.repeat(200)}`, `b=${'2'.repeat(100)}`, `c=${'3'.repeat(250)}`, 'd=4'];
const MANY = Array.from({ length: 32 }, (_, index) => `k${index}=${'v'.repeat(20)}`);

/** Section 3.3 of W3C Trace Context Level 2. */
export const TRACESTATE_RULES: readonly Rule[] = [
  {
    section: '3.3',
    rule: 'without a `traceparent` that can be read, `tracestate` is not; the opposite does not hold',
    does: 'discarded with the former; a `tracestate` that is not valid leaves the `traceparent` as it is',
    cases: [
      { what: 'a traceparent that is not valid', sends: ['traceparent: 00', 'tracestate: a=1'] },
      discarded('a tracestate that is not valid', 'a=b=c'),
    ],
  },
  {
    section: '3.3.1',
    rule: 'its name is case-insensitive, too',
    does: 'read in any case; sent in lower case',
    cases: [
      {
        what: 'TraceState',
        sends: [traceparent('00'), 'TraceState: a=1'],
        flags: '00',
        tracestate: 'a=1',
      },
      { what: 'another name', sends: [traceparent('00'), 'trace-state: a=1'], flags: '00' },
    ],
  },
  {
    section: '3.3.2',
    rule: 'several headers are one list; white space and empty members do not count',
    does: 'sent as one header, in order, without them; an empty one is not sent',
    cases: [
      {
        what: 'three headers, one of them empty',
        sends: [traceparent('02'), 'tracestate: a=1', 'tracestate: ', 'tracestate: b=2,c=3'],
        flags: '02',
        tracestate: 'a=1,b=2,c=3',
      },
      continued('white space', 'a=1 \t, \tb=2', 'a=1,b=2'),
      continued('empty members', 'a=1,, ,b=2,', 'a=1,b=2'),
      discarded('an empty header', ''),
    ],
  },
  {
    section: '3.3.2.1',
    rule: 'a list has 32 members at most',
    does: 'a longer one is not valid',
    cases: [
      continued('32 members', members(32).join(',')),
      discarded('33 members', members(33).join(',')),
    ],
  },
  {
    section: '3.3.2.2.1',
    rule: 'a key has up to 256 characters, begins with a letter or digit, and has no upper case',
    does: 'a list with any other key is not valid',
    cases: [
      continued('every character', 'a0_-*/@z=1,0=1'),
      continued('256 characters', `${longKey}=1`),
      discarded('257 characters', `${longKey}c=1`),
      discarded('upper case', 'b=1,A=1'),
      discarded('another beginning', '_a=1'),
      discarded('white space in it', 'a b=1'),
      discarded('none', '=1'),
    ],
  },
  {
    section: '3.3.2.2.2',
    rule: 'a value has up to 256 printable characters without `,` and `=`, the last of which is no space',
    does: 'leading spaces stay, trailing ones go; a list with any other value is not valid',
    cases: [
      continued('256 characters', `a=${longValue}`),
      continued('leading spaces', 'a=  b c'),
      continued('trailing spaces', 'a=b  ,c=d', 'a=b,c=d'),
      discarded('257 characters', `a=${longValue}v`),
      discarded('an equals sign', 'a=b=c'),
      discarded('none', 'a=,b=1'),
      discarded('a character beyond ASCII', 'a=\u00fc'),
    ],
  },
  {
    section: '3.3.3',
    rule: 'a key stands once, at its most recent position',
    does: 'the leftmost stays',
    cases: [continued('a key twice', 'a=2,b=1,a=1', 'a=2,b=1')],
  },
  {
    section: '3.3.3.1',
    rule: 'at least 512 characters are handed on; what is too long loses whole members',
    does: '512 are: members over 128 characters leave first, then those at the end',
    cases: [
      continued('512 characters', `a=${'1'.repeat(255)},b=${'2'.repeat(252)}`),
      continued('long members', LONG.join(','), [LONG[0], LONG[1], LONG[3]].join(',')),
      continued('short members', MANY.join(','), MANY.slice(0, 20).join(',')),
    ],
  },
  {
    section: '3.3.5',
    rule: 'the `tracestate` of a later version is read as well as can be',
    does: 'as that of version 00',
    cases: [
      {
        what: 'a later version',
        sends: [traceparent('02', 'cc'), 'tracestate: a=1'],
        flags: '02',
        tracestate: 'a=1',
      },
    ],
  },
];
