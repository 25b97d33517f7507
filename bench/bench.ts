import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { NAMES, type Name, start } from './contender.ts'
import { type Figures, MEASURES } from './measures.ts'

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true, default: Object.keys(MEASURES) },
    who: { type: 'string', multiple: true, default: [...NAMES] },
  },
})
for (const measure of Object.keys(MEASURES)) {
  if (!values.only.some((only) => measure.startsWith(only))) continue
  for (const name of values.who as Name[]) {
    const contender = await start(name)
    const generator = fork(join(import.meta.dirname, 'generator.ts'))
    try {
      generator.send({
        measure,
        target: { name, origin: contender.origin, pids: contender.pids },
        quick: values.quick,
      })
      const answer = await Promise.race([once(generator, 'message'), once(generator, 'exit')])
      const figures: Figures = answer[0]?.figures ?? {}
      console.log(
        measure.padEnd(14),
        name.padEnd(9),
        Object.entries(figures)
          .map(([key, value]) => `${key} ${value.toFixed(3)}`)
          .join('  '),
      )
    } finally {
      generator.kill()
      await contender.stop()
    }
  }
}
