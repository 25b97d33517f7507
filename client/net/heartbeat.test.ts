import { expect, test } from 'vitest'
import { makeFakeTimers } from '../../test/support/fake-timers.ts'
import { TIMEOUTS } from './connection-timeouts.ts'
import { makeHeartbeat } from './heartbeat.ts'

/** A heartbeat on a device that has been on for long, and the times of its pings and of its deaths since then. */
function begin(needsPings = true) {
  const start = 1_000_000
  const timers = makeFakeTimers(start)
  const pings: number[] = []
  const deaths: number[] = []
  const heartbeat = makeHeartbeat({
    sendPing: () => pings.push(timers.now() - start),
    needsPings,
    onDead: () => deaths.push(timers.now() - start),
    timers,
  })
  /** Lets seconds pass in each of which a frame arrives. */
  const receiveFor = (seconds: number) => {
    for (let second = 0; second < seconds; second += 1) {
      timers.passTime(1_000)
      heartbeat.recordFrame(false)
    }
  }
  return { heartbeat, timers, pings, deaths, receiveFor }
}

test('where much is received it pings every 38 s, because it looks back after 20 s of silence at most', () => {
  const { pings, deaths, receiveFor } = begin()
  receiveFor(120)
  expect(pings).toEqual([39_000, 77_000, 115_000])
  expect(deaths).toEqual([])
})

test('it pings as soon as the last ping is thirty seconds old', () => {
  const { heartbeat, pings, timers } = begin()
  timers.passTime(10_000)
  heartbeat.recordFrame(false)
  timers.passTime(15_000)
  heartbeat.recordFrame(false)
  timers.passTime(5_000)
  expect(pings).toEqual([TIMEOUTS.alive])
})

test('where the server needs no ping, none is sent while anything is received', () => {
  const { pings, timers, receiveFor } = begin(false)
  receiveFor(120)
  expect(pings).toEqual([])
  timers.passTime(TIMEOUTS.silence)
  expect(pings).toHaveLength(1)
})

test('a ping that nobody answers ends the connection after five seconds, other frames or not', () => {
  const { heartbeat, pings, deaths, timers } = begin()
  timers.passTime(TIMEOUTS.silence)
  heartbeat.recordFrame(false)
  timers.passTime(TIMEOUTS.answer)
  expect(pings).toEqual([TIMEOUTS.silence])
  expect(deaths).toEqual([TIMEOUTS.silence + TIMEOUTS.answer])
})

test('a probe calls its own function where nobody answers', () => {
  const { heartbeat, deaths, timers } = begin()
  let dead = 0
  heartbeat.probeConnection(() => {
    dead += 1
  })
  timers.passTime(TIMEOUTS.probe)
  expect([dead, deaths.length, timers.waitingCount]).toEqual([1, 0, 0])
})

test('once stopped it neither pings nor ends anything', () => {
  const { heartbeat, pings, deaths, timers } = begin()
  heartbeat.stop()
  timers.passTime(1_000_000)
  expect([pings, deaths, timers.waitingCount]).toEqual([[], [], 0])
})
