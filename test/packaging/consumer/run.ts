import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** Runs a command; its output is the error's text if it fails. */
export async function run(
  cwd: string,
  command: string,
  ...options: readonly string[]
): Promise<string> {
  // What npm tells the scripts of this repository is not meant for those of another one.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(npm_(?!config_)|NODE_ENV|VITEST)/i.test(name),
    ),
  );
  try {
    return (await execute(command, options, { cwd, env, maxBuffer: 1 << 26 })).stdout;
  } catch (cause) {
    const { stdout, stderr } = cause as { stdout?: string; stderr?: string };
    throw new Error([command, ...options].join(' ') + `\n${stdout}\n${stderr}`, { cause });
  }
}
