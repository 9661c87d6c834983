import { PARENT_ID, type Rule, TRACE_ID, traceparent } from './rule';

const STATE = 'tracestate: rojo=1';
const shortTraceId = TRACE_ID.slice(1);
const shortParentId = PARENT_ID.slice(1);
const zeros = (length: number) => '0'.repeat(length);

/** Sections 3.2 of W3C Trace Context Level 2. */
export const TRACEPARENT_RULES: readonly Rule[] = [
  {
    section: '3.2.1',
    rule: 'header names are case-insensitive',
    does: 'read in any case; sent in lower case',
    cases: [
      { what: 'TraceParent', sends: [`TraceParent:${traceparent('00').slice(12)}`], flags: '00' },
      { what: 'TRACEPARENT', sends: [`TRACEPARENT:${traceparent('00').slice(12)}`], flags: '00' },
      { what: 'another name', sends: [`trace-parent:${traceparent('00').slice(12)}`] },
    ],
  },
  {
    section: '3.2.2',
    rule: 'four fields in lowercase hex, with dashes between',
    does: 'anything else restarts the trace',
    cases: [
      { what: 'the four fields', sends: [traceparent('00')], flags: '00' },
      {
        what: 'white space around them',
        sends: [`${traceparent('00').replace(' ', ' \t ')} \t`],
        flags: '00',
      },
      { what: 'no dashes', sends: [`traceparent: 00${TRACE_ID}${PARENT_ID}00`, STATE] },
      { what: 'an empty value', sends: ['traceparent: ', STATE] },
    ],
  },
  {
    section: '3.2.2.1',
    rule: 'a version has two digits; `ff` is invalid',
    does: 'the trace is restarted',
    cases: [
      { what: 'ff', sends: [traceparent('00', 'ff'), STATE] },
      { what: 'one digit', sends: [traceparent('00', '0'), STATE] },
      { what: 'three digits', sends: [traceparent('00', '000'), STATE] },
      { what: 'upper case', sends: [traceparent('00', 'AA'), STATE] },
      { what: 'no hex', sends: [traceparent('00', '.0'), STATE] },
    ],
  },
  {
    section: '3.2.2.2',
    rule: 'version 00 ends after its flags',
    does: 'more than 55 characters restart the trace',
    cases: [
      { what: 'a dash more', sends: [`${traceparent('00')}-`, STATE] },
      { what: 'a field more', sends: [`${traceparent('00')}-what`, STATE] },
      { what: 'a character more', sends: [`${traceparent('00')}.`, STATE] },
    ],
  },
  {
    section: '3.2.2.3',
    rule: 'a trace id has 32 digits, not all of them zero',
    does: 'the trace is restarted',
    cases: [
      { what: 'zeros', sends: [`traceparent: 00-${zeros(32)}-${PARENT_ID}-01`, STATE] },
      { what: '31 digits', sends: [`traceparent: 00-${shortTraceId}-${PARENT_ID}-01`, STATE] },
      { what: '33 digits', sends: [`traceparent: 00-${TRACE_ID}0-${PARENT_ID}-01`, STATE] },
      { what: 'no hex', sends: [`traceparent: 00-${shortTraceId}g-${PARENT_ID}-01`, STATE] },
    ],
  },
  {
    section: '3.2.2.4',
    rule: 'a parent id has 16 digits, not all of them zero, and names one request',
    does: 'else the trace is restarted; each request that goes out has one of its own, or that of the active span',
    cases: [
      { what: 'zeros', sends: [`traceparent: 00-${TRACE_ID}-${zeros(16)}-01`, STATE] },
      { what: '15 digits', sends: [`traceparent: 00-${TRACE_ID}-${shortParentId}-01`, STATE] },
      { what: '17 digits', sends: [`traceparent: 00-${TRACE_ID}-${PARENT_ID}0-01`, STATE] },
      { what: 'no hex', sends: [`traceparent: 00-${TRACE_ID}-${shortParentId}.-01`, STATE] },
    ],
  },
  {
    section: '3.2.2.5',
    rule: 'flags are a field of eight bits in two digits',
    does: 'each bit is read by itself; anything else restarts the trace',
    cases: [
      { what: 'sampled and random', sends: [traceparent('03')], isTrusted: true, flags: '03' },
      { what: 'one digit', sends: [traceparent('1'), STATE] },
      { what: 'three digits', sends: [traceparent('001'), STATE] },
      { what: 'no hex', sends: [traceparent('.0'), STATE] },
      { what: 'upper case', sends: [traceparent('0A'), STATE] },
    ],
  },
  {
    section: '3.2.2.5.1, 7.2',
    rule: '`sampled` is advice that strangers may abuse',
    does: 'kept from peers in `trustProxies`, zero from everyone else, zero for a new trace',
    cases: [
      { what: 'by a stranger', sends: [traceparent('01')], flags: '00' },
      { what: 'by a trusted peer', sends: [traceparent('01')], isTrusted: true, flags: '01' },
      { what: 'not, by a trusted peer', sends: [traceparent('00')], isTrusted: true, flags: '00' },
    ],
  },
  {
    section: '3.2.2.5.2, 8.2, 9.2',
    rule: '`random-trace-id` tells that the trace id is random',
    does: 'set for a new trace, whose ids are random in all of their bytes; else handed on as it came',
    cases: [
      { what: 'nothing', sends: [] },
      { what: 'set', sends: [traceparent('02')], flags: '02' },
      { what: 'unset', sends: [traceparent('00')], flags: '00' },
      {
        what: 'unset, by a trusted peer',
        sends: [traceparent('01')],
        isTrusted: true,
        flags: '01',
      },
    ],
  },
  {
    section: '3.2.2.5.3',
    rule: 'other flags are reserved',
    does: 'zero',
    cases: [
      { what: 'all of them', sends: [traceparent('fc')], flags: '00' },
      { what: 'all, by a trusted peer', sends: [traceparent('ff')], isTrusted: true, flags: '03' },
    ],
  },
  {
    section: '3.2.4',
    rule: 'later versions are read as far as they are known',
    does: 'trace id, parent id and the two flags are read, the rest is not; sent on as version 00',
    cases: [
      { what: 'of the same length', sends: [traceparent('02', '01')], flags: '02' },
      { what: 'with more', sends: [`${traceparent('02', 'cc')}-what.it=is`], flags: '02' },
      { what: 'with an empty field', sends: [`${traceparent('02', 'fe')}-`], flags: '02' },
      { what: 'with unknown flags', sends: [traceparent('fe', '01')], flags: '02' },
      { what: 'too short', sends: [traceparent('0', '01'), STATE] },
      { what: 'no dash after the flags', sends: [`${traceparent('01', 'cc')}.what`, STATE] },
      {
        what: 'a trace id that is no hex',
        sends: [`traceparent: 01-${shortTraceId}g-${PARENT_ID}-01`, STATE],
      },
    ],
  },
];
