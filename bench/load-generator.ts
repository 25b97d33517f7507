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

/** What the generator sends back: the step that it is about to take, and in the end the figures of each target. */
export type GeneratorReport = { step: string } | { figures: Figures[][] }

const report = (message: GeneratorReport) => process.send?.(message)

async function runJob({ benchmark, targets, rounds }: GeneratorJob): Promise<Figures[][]> {
  const definition = BENCHMARKS[benchmark]
  if (definition === undefined) throw new Error(`there is no benchmark ${benchmark}`)
  const figures: Figures[][] = targets.map(() => [])
  // All servers round by round, or one server after the other.
  const groups = definition.runsAlone ? targets.map((target) => [target]) : [targets]
  for (const group of groups) {
    const states: unknown[] = []
    for (const target of group) {
      report({ step: `${benchmark}: setting up ${target.name}` })
      states.push(await definition.setUp(target))
    }
    const roundCount = Math.min(definition.rounds, rounds ?? definition.rounds)
    for (let round = 0; round < roundCount; round += 1) {
      for (const [at, target] of group.entries()) {
        report({ step: `${benchmark}: round ${round + 1} of ${roundCount}, ${target.name}` })
        figures[targets.indexOf(target)]?.push(await definition.runRound(target, states[at]))
      }
    }
    for (const [at, target] of group.entries()) await definition.tearDown(states[at], target)
  }
  return figures
}

process.on('disconnect', () => process.exit())
process.on('message', async (job: GeneratorJob) => {
  report({ figures: await runJob(job) })
})
