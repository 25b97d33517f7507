/**
 * The seed of a test that does things by chance. A run of the tests has the same seeds every day, so that a red run speaks
 * of the change; `npm run hunt` sets others, and prints the one that breaks something: `VITE_TEST_SEED=7 npx vitest …` has
 * the same happen again, as far as the clock of a real machine allows.
 * @param usual the seed where nothing else is said
 */
export function readSeed(usual: number): number {
  return Number(process.env.VITE_TEST_SEED ?? usual)
}

/** How often a test runs with different steps; `VITE_TEST_RUNS` asks for more. @param usual how often where nothing is said */
export function readRuns(usual: number): number {
  return Number(process.env.VITE_TEST_RUNS ?? usual)
}

/** Numbers from 0 up to but not including 1, always the same ones for a seed. */
export function makeRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
