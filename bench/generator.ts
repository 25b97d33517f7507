/** The process that drives the servers: takes one measure at a time, and gives each server's figures, a list a round. */

import { MEASURES } from './measures/all.ts'
import type { Figures, Target } from './measures/measure.ts'

/** What the generator is asked to do. */
export interface Job {
  measure: string
  targets: Target[]
  /** Instead of as many as the measure has. */
  rounds: number | null
}

async function run({ measure, targets, rounds }: Job): Promise<Figures[][]> {
  const how = MEASURES[measure]
  if (how === undefined) throw new Error(`nothing is measured as ${measure}`)
  const figures: Figures[][] = targets.map(() => [])
  // One group whose members take turns, or each for itself.
  const groups = how.isAlone ? targets.map((target) => [target]) : [targets]
  for (const group of groups) {
    const states: unknown[] = []
    for (const target of group) states.push(await how.setUp(target))
    for (let round = 0; round < Math.min(how.rounds, rounds ?? how.rounds); round += 1) {
      for (const [at, target] of group.entries()) {
        figures[targets.indexOf(target)]?.push(await how.round(target, states[at]))
      }
    }
    for (const [at, target] of group.entries()) await how.clear(states[at], target)
  }
  return figures
}

process.on('disconnect', () => process.exit())
process.on('message', async (job: Job) => {
  process.send?.(await run(job))
})
