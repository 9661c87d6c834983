import { createRequire } from 'node:module';

const requirePeer = createRequire(__filename);

/**
 * Loads an optional peer of the package.
 * @throws Error that names the command which installs it
 */
export function loadPeer<T>(name: string, feature: string): T {
  try {
    return requirePeer(name) as T;
  } catch (cause) {
    throw new Error(
      `${feature} needs the package "${name}". Install it (npm install ${name}), or switch the feature off in ErrorsModule.forRoot().`,
      { cause },
    );
  }
}
