import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type OutgoingEvent, toMessageEvent } from '../../broadcast/event-queue.ts'
import { claimParticipantId, claimRoomId } from '../../ids.ts'
import type { RoomToRelayAnswer } from '../../relay-protocol/calls.ts'
import type { BacklogOptions } from './backlog.ts'
import { RelayLink, type RelayLinkOptions } from './relay-link.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const SPACING = 100
const UP_TO_DATE: RoomToRelayAnswer = { missingAfter: null, isEmpty: false }
const EMPTY_STORE: BacklogOptions['store'] = { readHistory: () => [] }

/** What a relay was sent in one call, and after how many milliseconds. */
interface Call {
  at: number
  seqs: number[]
  disconnections: number
  isLast: boolean
}

/** The calls to a relay where somebody is connected, and which answers like this. */
function linkTo(answer = async () => UP_TO_DATE, store = EMPTY_STORE) {
  const from = Date.now()
  const calls: Call[] = []
  const onEmpty = vi.fn<RelayLinkOptions['onEmpty']>()
  const relayLink = new RelayLink({
    ...{ roomId: claimRoomId('a room'), store, newestSeq: 0, onEmpty },
    sendBatch({ events, disconnections, isLast }) {
      const seqs = events.map(({ seq }) => seq)
      calls.push({ at: Date.now() - from, seqs, disconnections: disconnections.length, isLast })
      return answer()
    },
  })
  relayLink.addPresent(true)
  return { relayLink, calls, onEmpty }
}

const sendMessage = (relayLink: RelayLink, seq: number) =>
  relayLink.sendEvents([toMessageEvent(seq, '{}')], SPACING)

const FIRST: Call = { at: 0, seqs: [1], disconnections: 0, isLast: false }

/** The same 20 milliseconds later: message 1 was sent, and 2 waits until the spacing has passed. */
async function waitingLink() {
  const { relayLink, calls } = linkTo()
  sendMessage(relayLink, 1)
  await vi.advanceTimersByTimeAsync(10)
  sendMessage(relayLink, 2)
  await vi.advanceTimersByTimeAsync(10)
  expect(calls).toEqual([FIRST])
  return { relayLink, calls }
}

test('a message after a silence is sent at once, and those that follow go together once the spacing has passed', async () => {
  const { relayLink, calls } = await waitingLink()
  sendMessage(relayLink, 3)
  await vi.advanceTimersByTimeAsync(79)
  expect(calls).toEqual([FIRST])
  await vi.advanceTimersByTimeAsync(1)
  expect(calls.slice(1)).toEqual([{ ...FIRST, at: 100, seqs: [2, 3] }])
  await vi.advanceTimersByTimeAsync(SPACING)
  sendMessage(relayLink, 4)
  await vi.advanceTimersByTimeAsync(0)
  expect(calls.slice(2)).toEqual([{ ...FIRST, at: 200, seqs: [4] }])
})

test('a message that waits is sent as it is now, after its text was changed or deleted', async () => {
  const sent: string[] = []
  const relayLink = new RelayLink({
    ...{ roomId: claimRoomId('a room'), store: EMPTY_STORE, newestSeq: 0, onEmpty: () => {} },
    async sendBatch({ events }) {
      sent.push(...events.map(({ json }) => json))
      return UP_TO_DATE
    },
  })
  relayLink.addPresent(true)
  for (const seq of [1, 2, 3]) relayLink.sendEvents([toMessageEvent(seq, '"secret"')], SPACING)
  relayLink.replaceMessage(toMessageEvent(2, '""'))
  await vi.advanceTimersByTimeAsync(SPACING)
  expect(sent).toEqual(['"secret"', '""', '"secret"'].map((json, at) => toMessageEvent(at, json).json))
})

test('a removed participant is disconnected at once, after everything that waited', async () => {
  const { relayLink, calls } = await waitingLink()
  relayLink.disconnectParticipant({ participantId: claimParticipantId('somebody'), code: 'removed' })
  await vi.advanceTimersByTimeAsync(0)
  expect(calls).toEqual([FIRST, { at: 20, seqs: [2], disconnections: 1, isLast: false }])
})

test('a clock that is set back makes nobody wait for longer', async () => {
  const { relayLink, calls } = await waitingLink()
  vi.setSystemTime(Date.now() - 3_600_000)
  sendMessage(relayLink, 3)
  await vi.advanceTimersByTimeAsync(SPACING)
  expect(calls.flatMap(({ seqs }) => seqs)).toEqual([1, 2, 3])
})

test('a removed participant is disconnected although what the relay missed can’t be read at first', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  let reads = 0
  const readHistory = () => {
    reads += 1
    if (reads === 1) throw new Error('not read')
    return []
  }
  let isBehind = true
  const answer = async () => {
    // Somebody is removed while the call is under way.
    if (isBehind)
      relayLink.disconnectParticipant({ participantId: claimParticipantId('somebody'), code: 'removed' })
    const missingAfter = isBehind ? 0 : null
    isBehind = false
    return { missingAfter, isEmpty: false }
  }
  const { relayLink, calls } = linkTo(answer, { readHistory })
  sendMessage(relayLink, 1)
  await vi.advanceTimersByTimeAsync(10_000)
  expect(reads).toBe(2)
  expect(calls.map(({ disconnections }) => disconnections)).toEqual([0, 1])
})

test('a relay that reports that it is empty is believed, unless somebody came during the call', async () => {
  let comes = true
  const answer = async () => {
    if (comes) relayLink.addPresent(true)
    comes = false
    return { missingAfter: null, isEmpty: true }
  }
  const { relayLink, onEmpty } = linkTo(answer)
  sendMessage(relayLink, 1)
  await vi.advanceTimersByTimeAsync(SPACING)
  expect(onEmpty).not.toHaveBeenCalled()
  sendMessage(relayLink, 2)
  await vi.advanceTimersByTimeAsync(SPACING)
  expect(onEmpty).toHaveBeenCalledOnce()
  const isStillEmpty = onEmpty.mock.calls[0]?.[0]
  expect(isStillEmpty?.()).toBe(true)
  // Before the room counts them out.
  relayLink.addPresent(true)
  expect(isStillEmpty?.()).toBe(false)
})

test('the end waits for nothing, and takes along what waits', async () => {
  const { relayLink, calls } = await waitingLink()
  await relayLink.sendEnd([toMessageEvent(3, '{}')])
  expect(calls).toEqual([FIRST, { at: 20, seqs: [2, 3], disconnections: 0, isLast: true }])
})

test('a relay where nobody is connected is not called', async () => {
  const { relayLink, calls } = linkTo()
  relayLink.removePresent()
  sendMessage(relayLink, 1)
  relayLink.checkPosition()
  await vi.advanceTimersByTimeAsync(SPACING)
  expect(calls).toEqual([])
})

/** A store with the messages of these texts. */
function storeOf(texts: string[]): BacklogOptions['store'] {
  const message = { id: 'm', roomId: 'a room', participantId: 'p', sender: 'Ann', timestamp: 1 }
  const stored = texts.map((text, index) => ({ ...message, seq: index + 1, text }))
  return {
    readHistory(_, { after = 0, limit, characters }) {
      let left = characters
      return stored
        .slice(after, after + limit)
        .map((message) => ({ message, json: JSON.stringify(message) }))
        .filter(({ json }, index) => {
          left -= json.length
          return left >= 0 || index === 0
        })
    },
  }
}

/**
 * The calls to a relay that has the messages up to `seq`.
 * @param isWilling false where it takes no batch, throws where it fails
 */
function linkBehind(texts: string[], seq: number, isWilling = () => true) {
  const calls: { seqs: number[]; isLast: boolean; characters: number }[] = []
  let newestSeq = seq
  const relayLink = new RelayLink({
    ...{ roomId: claimRoomId('a room'), store: storeOf(texts), newestSeq: texts.length },
    async sendBatch({ afterSeq, events, isLast }) {
      const characters = events.reduce((sum, { json }) => sum + json.length, 0)
      calls.push({ seqs: events.map(({ seq }) => seq), isLast, characters })
      if (calls.length > 100) throw new Error('it never ends')
      if (!isWilling() || afterSeq > newestSeq) return { missingAfter: newestSeq, isEmpty: false }
      newestSeq = Math.max(newestSeq, ...events.map(({ seq }) => seq))
      return UP_TO_DATE
    },
    onEmpty() {},
  })
  relayLink.addPresent(true)
  return { relayLink, calls }
}

const END: OutgoingEvent = { json: '{"event":"chat.destroy"}', seq: 0, tick: 1, exceptParticipantId: null }

test('a relay that is behind at the end learns of the end, whichever messages it has', async () => {
  const { relayLink, calls } = linkBehind(['one', 'two', 'three'], 1)
  const ended = relayLink.sendEnd([END])
  await vi.advanceTimersByTimeAsync(1_000)
  await ended
  expect(calls.at(-1)).toMatchObject({ isLast: true, seqs: [0] })
})

test('a relay that always reports that it is behind is sent the end three times, and no more', async () => {
  const { relayLink, calls } = linkBehind(['one'], 0, () => false)
  const ended = relayLink.sendEnd([END])
  await vi.advanceTimersByTimeAsync(60_000)
  await ended
  expect(calls.map(({ isLast }) => isLast)).toEqual([true, true, true])
})

test('calls that failed before the end don’t count as tries to send it', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  let isReached = false
  const { relayLink, calls } = linkBehind(['one', 'two'], 2, () => {
    if (!isReached) throw new Error('not reached')
    return true
  })
  sendMessage(relayLink, 3)
  await vi.advanceTimersByTimeAsync(2_000)
  expect(calls.length).toBeGreaterThan(3)
  const ended = relayLink.sendEnd([END])
  await vi.advanceTimersByTimeAsync(1_000)
  isReached = true
  await vi.advanceTimersByTimeAsync(60_000)
  await ended
  expect(calls.at(-1)).toMatchObject({ isLast: true, seqs: [0] })
})

test('missed messages come in calls that the platform lets through', async () => {
  const { relayLink, calls } = linkBehind(Array(300).fill('\u0001'.repeat(10_000)), 0)
  relayLink.checkPosition()
  await vi.advanceTimersByTimeAsync(1_000)
  expect(calls.flatMap(({ seqs }) => seqs)).toEqual(Array.from({ length: 300 }, (_, index) => index + 1))
  expect(Math.max(...calls.map(({ characters }) => characters))).toBeLessThan(4_300_000)
})
