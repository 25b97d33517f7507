import { writeSync } from 'node:fs'
import type { Reporter, TestModule } from 'vitest/node'

/** Prints, as the very last line of a run, how many tests passed and failed: for programs that read it. */
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
    // On exit, so that nothing is printed after it.
    process.once('exit', () => writeSync(1, `${count.passed} passed, ${failed} failed${skipped}\n`))
  }
}
