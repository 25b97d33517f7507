import { joins, joinsAtOnce, opening } from './coming.ts'
import { crowd } from './crowd.ts'
import type { Measure } from './measure.ts'
import { memory, waking } from './resting.ts'
import { burst, fanOut, lone, rooms, talk } from './talking.ts'

/** Everything that is measured by driving a server, by its name; in this order. */
export const MEASURES: Readonly<Record<string, Measure>> = {
  talk,
  burst,
  'fan-out-50': fanOut(50),
  'fan-out-500': fanOut(500),
  'fan-out-2000': fanOut(2_000),
  'fan-out-10000': fanOut(10_000),
  'lone-500': lone(500),
  'lone-2000': lone(2_000),
  rooms,
  joins,
  'joins-at-once': joinsAtOnce,
  opening,
  waking,
  memory,
  'crowd-10000': crowd,
} as Readonly<Record<string, Measure>>
