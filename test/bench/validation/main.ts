import 'reflect-metadata';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { median } from '../median';
import { compileCost } from './compile-cost';
import { contestantNames, contestantsFor } from './contestants';
import { type Effort, measure, type Samples } from './measure';
import { bodies, shapes } from './orders';
import { registerDtos } from './register-dtos';

const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false } } });
const effort: Effort = values.quick
  ? { rounds: 1, milliseconds: 2 }
  : { rounds: 15, milliseconds: 40 };
const OTHER_DTOS = [0, 300];

async function main(): Promise<void> {
  const processors = cpus();
  console.log(`Node ${process.version}, ${processors.length} × ${processors[0]?.model}`);
  console.log('CPU µs per call, and how many times as long as ours: medians of the rounds.\n');
  console.log(`| body | | other DTOs | ${contestantNames.join(' | ')} |`);
  console.log(`|-|-|-:|${'-:|'.repeat(contestantNames.length)}`);
  for (const others of OTHER_DTOS) {
    registerDtos(others);
    for (const shape of shapes) {
      for (const kind of ['valid', 'invalid'] as const) {
        const given = { body: bodies[shape][kind], isValid: kind === 'valid' };
        const samples = await measure(contestantsFor(shape), given, effort);
        console.log(`| ${[shape, kind, others, ...toCells(samples)].join(' | ')} |`);
      }
    }
  }
  const cost = await compileCost();
  console.log(
    `\nA class of ${cost.fields} fields: ${cost.firstMicroseconds.toFixed(0)} µs for its first body ` +
      `(${cost.secondMicroseconds.toFixed(1)} µs for the next), ${cost.kilobytes.toFixed(1)} KB held; ` +
      `medians of ${cost.classes} classes.`,
  );
}

function toCells(samples: Samples): string[] {
  return contestantNames.map((name) => {
    const microseconds = median(samples[name]).toFixed(2);
    if (name === 'ours') return microseconds;
    // The median of the rounds' ratios: what slowed a whole round down does not count.
    const ratios = samples[name].map(
      (sample, round) => sample / (samples.ours[round] ?? Number.NaN),
    );
    return `${microseconds} (${median(ratios).toFixed(1)}×)`;
  });
}

void main();
