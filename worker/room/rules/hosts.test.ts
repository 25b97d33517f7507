import { expect, test } from 'vitest'
import { HOST_ABSENT_MS } from '../../../protocol/limits.ts'
import { isRoleFree, mayStepDown } from './hosts.ts'

const NOW = 1_000_000

test.for<[ago: (number | 'connected')[], free: boolean]>([
  [[], true],
  [['connected'], false],
  [[HOST_ABSENT_MS], true],
  [[HOST_ABSENT_MS - 1], false],
  [[HOST_ABSENT_MS, HOST_ABSENT_MS + 1], true],
  [[HOST_ABSENT_MS, 0], false],
  [[HOST_ABSENT_MS, 'connected'], false],
])('where hosts were here so many milliseconds ago: %j, the role is free: %s', ([ago, free]) => {
  const hosts = ago.map((each) =>
    each === 'connected'
      ? // Since when somebody was away before they came back means nothing.
        { isConnected: true, idleSince: NOW - HOST_ABSENT_MS }
      : { isConnected: false, idleSince: NOW - each },
  )
  expect(isRoleFree(hosts, NOW)).toBe(free)
})

test.for<[hosts: number, schedule: object | null, may: boolean]>([
  [1, null, false],
  [2, null, true],
  [1, {}, true],
])('one of %i hosts may step down in a room with the schedule %j: %s', ([hosts, schedule, may]) => {
  expect(mayStepDown(hosts, { schedule })).toBe(may)
})
