import { cases } from './cases';

/** Runs every case; an empty text stands for success. */
export async function runSuite(url: string): Promise<Record<string, string>> {
  const results: Record<string, string> = {};
  for (const [title, check] of cases) {
    results[title] = await check(url).then(
      () => '',
      (error: unknown) => String((error as Error).stack),
    );
  }
  return results;
}
