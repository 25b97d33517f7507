/** A process of `mutate.ts`: runs unit tests again and again, in the folder that it is started in. */

import { createVitest } from 'vitest/node'

const vitest = await createVitest('test', {
  project: 'unit',
  watch: false,
  bail: 1,
  reporters: [{}],
  fileParallelism: false,
  maxWorkers: 1,
})
await vitest.standalone()
const unit = vitest.getProjectByName('unit')
/** Errors that belong to no test: Vitest lists those of earlier runs again. */
let known = 0
let changed = ''

// Its parent stopped.
process.on('disconnect', () => process.exit())

process.on('message', async ({ file, tests }: { file: string; tests: string[] }) => {
  // The file that was changed before is as it was again.
  for (const each of new Set([changed, file])) vitest.invalidateFile(each)
  changed = file
  const specifications = tests.map((test) => unit.createSpecification(test))
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(specifications)
  const ran = testModules.filter(({ moduleId }) => tests.includes(moduleId))
  const failed = ran.filter((module) => !module.ok()).map(({ moduleId }) => moduleId)
  process.send?.(unhandledErrors.length > known ? [...failed, 'an error of no test'] : failed)
  known = unhandledErrors.length
})
