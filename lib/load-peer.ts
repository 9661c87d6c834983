import { createRequire } from 'node:module';

const requirePeer = createRequire(__filename);

/**
 * Loads an optional peer of the package.
 * @throws Error that names the command which installs it
 */
export function loadPeer<T>(name: string, feature: string): T {
  return orExplain(name, feature, () => requirePeer(name) as T);
}

/**
 * Makes sure, without loading it, that an optional peer is there.
 * @throws Error that names the command which installs it
 */
export function checkPeer(name: string, feature: string): void {
  orExplain(name, feature, () => requirePeer.resolve(name));
}

function orExplain<T>(name: string, feature: string, load: () => T): T {
  try {
    return load();
  } catch (cause) {
    throw new Error(
      `${feature} needs the package "${name}". Install it (npm install ${name}), or switch the feature off in ErrorsModule.forRoot().`,
      { cause },
    );
  }
}
