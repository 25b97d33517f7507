import { writeSync } from 'node:fs'
import { relative } from 'node:path'
import type { Reporter, TestCase, TestModule } from 'vitest/node'

/** How many files and how many tests are listed as the slowest. */
const SLOWEST = 10

/**
 * Prints what took longest, what passed only when it was tried again, and as the very last line of a run how many tests
 * passed and failed: for programs that read it.
 */
// biome-ignore lint/style/noDefaultExport: vitest asks for one.
export default class SummaryReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const count = { passed: 0, failed: 0, skipped: 0, pending: 0 }
    for (const module of modules) {
      for (const test of module.children.allTests()) count[test.result().state] += 1
      // A file that could not be loaded, or whose hooks failed, holds no failed test, and is one.
      count.failed += module.errors().length
      for (const suite of module.children.allSuites()) count.failed += suite.errors().length
    }
    // A rejection nobody awaited belongs to no test; a run that was cut short did not run the rest.
    const failed = count.failed + errors.length + count.pending
    const skipped = count.skipped > 0 ? `, ${count.skipped} skipped` : ''
    const lines = [
      ...listSlowest(modules),
      ...listFlaky(modules),
      `${count.passed} passed, ${failed} failed${skipped}`,
    ]
    // On exit, so that nothing is printed after it.
    process.once('exit', () => writeSync(1, `${lines.join('\n')}\n`))
  }
}

/** The slowest files and tests, a line each with seconds; nothing where there was too little to choose from. */
function listSlowest(modules: readonly TestModule[]): string[] {
  if (modules.length <= SLOWEST) return []
  const tests = modules.flatMap((module) => [...module.children.allTests()])
  return [
    'Slowest files, in seconds:',
    ...rankEntries(modules.map((module) => [fileDuration(module), fileName(module)])),
    'Slowest tests, in seconds:',
    ...rankEntries(tests.map((test) => [test.diagnostic()?.duration ?? 0, testName(test)])),
  ]
}

/** The tests that failed and then passed, a line each. */
function listFlaky(modules: readonly TestModule[]): string[] {
  const tests = modules.flatMap((module) => [...module.children.allTests()])
  const flaky = tests.filter((test) => test.diagnostic()?.flaky)
  return flaky.map((test) => `Passed only when it was tried again: ${testName(test)}`)
}

/** @param entries milliseconds and a name each */
function rankEntries(entries: [ms: number, name: string][]): string[] {
  return entries
    .sort(([a], [b]) => b - a)
    .slice(0, SLOWEST)
    .map(([ms, name]) => `${(ms / 1_000).toFixed(1).padStart(6)}  ${name}`)
}

/** Milliseconds that the file's tests and hooks took, and its imports. */
function fileDuration(module: TestModule): number {
  const { duration, collectDuration } = module.diagnostic()
  return duration + collectDuration
}

function fileName(module: TestModule): string {
  return `${module.project.name}: ${relative(module.project.config.root, module.moduleId)}`
}

function testName(test: TestCase): string {
  return `${fileName(test.module)}: ${test.fullName}`
}
