/** The process that drives the servers: it runs one benchmark, and sends back each server's figures, round by round. */

import { BENCHMARKS } from './benchmarks/all.ts'
import type { Figures, Target } from './benchmarks/benchmark.ts'

/** What the generator is to run. */
export interface GeneratorJob {
  benchmark: string
  targets: Target[]
  /** Fewer rounds than the benchmark has; null for all of them. */
  rounds: number | null
}

async function runJob({ benchmark, targets, rounds }: GeneratorJob): Promise<Figures[][]> {
  const definition = BENCHMARKS[benchmark]
  if (definition === undefined) throw new Error(`there is no benchmark ${benchmark}`)
  const figures: Figures[][] = targets.map(() => [])
  // All servers round by round, or one server after the other.
  const groups = definition.runsAlone ? targets.map((target) => [target]) : [targets]
  for (const group of groups) {
    const states: unknown[] = []
    for (const target of group) states.push(await definition.setUp(target))
    for (let round = 0; round < Math.min(definition.rounds, rounds ?? definition.rounds); round += 1) {
      for (const [at, target] of group.entries()) {
        figures[targets.indexOf(target)]?.push(await definition.runRound(target, states[at]))
      }
    }
    for (const [at, target] of group.entries()) await definition.tearDown(states[at], target)
  }
  return figures
}

process.on('disconnect', () => process.exit())
process.on('message', async (job: GeneratorJob) => {
  process.send?.(await runJob(job))
})
