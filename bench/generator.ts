/** The process that drives a server: takes one measure at a time, and gives its figures. */

import { MEASURES, type Target } from './measures.ts'

process.on('disconnect', () => process.exit())
process.on(
  'message',
  async ({ measure, target, quick }: { measure: string; target: Target; quick: boolean }) => {
    const figures = await MEASURES[measure]?.(target, quick)
    process.send?.({ figures })
  },
)
