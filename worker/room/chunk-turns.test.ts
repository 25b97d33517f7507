import { expect, test } from 'vitest'
import { CHUNKS_WAITING, FILE_STORE_RATE } from '../../protocol/file-limits.ts'
import { claimParticipantId } from '../ids.ts'
import { ChunkTurns } from './chunk-turns.ts'

/** Octets that are a tenth of a second in silence. */
const CHUNK = FILE_STORE_RATE.silent / 10

const sentBy = (name: string, octets = CHUNK) => ({ participantId: claimParticipantId(name), octets })

test('the first chunk is stored at once, and each after it when the one before has had its time', () => {
  const turns = new ChunkTurns()
  const waits = [0, 0, 50, 1_000].map((now) => turns.takeTurn(sentBy('ada'), null, now).value?.wait)
  expect(waits).toEqual([0, 100, 150, 0])
})

test('a small chunk takes less time', () => {
  const turns = new ChunkTurns()
  turns.takeTurn(sentBy('ada', CHUNK / 10), null, 0)
  expect(turns.takeTurn(sentBy('ada'), null, 0).value?.wait).toBe(10)
})

test.each([
  { what: 'while people talk', saidAt: 1, wait: 1_000 },
  { what: 'a second after the last message', saidAt: 0, wait: 100 },
])('$what a chunk waits $wait ms for the one before', ({ saidAt, wait }) => {
  const turns = new ChunkTurns()
  const now = FILE_STORE_RATE.talkMs
  turns.takeTurn(sentBy('ada', FILE_STORE_RATE.talking), saidAt, now)
  expect(turns.takeTurn(sentBy('ben'), saidAt, now).value?.wait).toBe(wait)
})

test('some chunks of somebody wait, and one more is refused until one is stored', () => {
  const turns = new ChunkTurns()
  const take = (name: string) => turns.takeTurn(sentBy(name, FILE_STORE_RATE.silent), null, 0)
  const taken = Array.from({ length: CHUNKS_WAITING.own }, () => take('ada'))
  // Who is refused comes again when those that wait are stored.
  expect(take('ada').refusal).toEqual({ code: 'slow-down', retryAfter: CHUNKS_WAITING.own })
  expect(take('ben').ok).toBe(true)
  taken[0]?.value?.end()
  expect(take('ada').ok).toBe(true)
  expect(take('ada').ok).toBe(false)
})

test('as many wait as memory is for, however many send', () => {
  const turns = new ChunkTurns()
  const takeAll = (name: string) =>
    Array.from({ length: CHUNKS_WAITING.all }, (_, at) => turns.takeTurn(sentBy(`${name}${at}`), null, 0))
  const taken = takeAll('a')
  expect(turns.takeTurn(sentBy('ada'), null, 0).ok).toBe(false)
  for (const turn of taken) turn.value?.end()
  expect(takeAll('b').every(({ ok }) => ok)).toBe(true)
})
