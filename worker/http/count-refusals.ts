import { createMiddleware } from 'hono/factory'
import { counters, reportCounters } from '../counters.ts'
import type { AppEnv } from '../env.ts'
import { writeFromObject } from '../log-from-object.ts'
import { refusalCodeOf } from './refuse.ts'

/** Counts what a request was refused with in the end, and reports what this isolate has counted, where it is time. */
export const countRefusals = createMiddleware<AppEnv>(async (c, next) => {
  await next()
  const code = refusalCodeOf(c)
  if (code !== undefined) counters.countRefusal(code)
  reportCounters(c.env, Date.now(), (line) => writeFromObject(c, line))
})
