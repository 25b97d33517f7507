import { createRoot, createSignal } from 'solid-js'
import { expect, onTestFinished, test } from 'vitest'
import type { RoomEvent } from '../../../protocol/room-events.ts'
import { exampleMessage, exampleMessages, exampleWelcome } from '../../../test/support/examples.ts'
import { makeFakeTimers } from '../../../test/support/fake-timers.ts'
import { flushPromises, refused } from '../../../test/support/room-fixture.ts'
import type { RoomApi } from '../../net/room-api.ts'
import { renewTexts } from '../actions/renew-texts.ts'
import { takeUpdates } from '../actions/take-updates.ts'
import { applyEvent } from '../apply.ts'
import { createRoomState } from '../create-room-state.ts'
import { HISTORY_RETRY_DELAY, makeHistory } from '../history.ts'
import type { RoomMessage } from '../room-state.ts'
import { createSearch } from './create-search.ts'

const page = (...messages: RoomMessage[]) => ({ ok: true, value: { messages, lastSeq: 1_010 } })
const said = (seq: number, text: string, more: Partial<RoomMessage> = {}): RoomMessage => ({
  ...exampleMessage(seq),
  text,
  ...more,
})

/** A page that holds the messages from 1,001 to 1,010, and a search on it. */
function makeSearch(answers: unknown[], newest = exampleMessages(1_001, 1_010)) {
  const queries: unknown[] = []
  const waits: { ms: number; end: () => void }[] = []
  const made = createRoot((dispose) => {
    const { state, latest, mutate } = createRoomState((run) => run())
    const api = new Proxy({} as RoomApi, {
      get: () => async (_: string, query: unknown) => {
        queries.push(query)
        return answers.shift()
      },
    })
    // As a session does it, in a room without encryption.
    const decrypt = async (messages: RoomMessage[]) => renewTexts(messages, latest.updates)
    const history = makeHistory({
      ...{ roomId: 'room', api, timers: makeFakeTimers(), latest, mutate, decrypt },
      batch: (run) => run(),
      confirmDelivery: () => {},
    })
    const receive = (event: RoomEvent) => mutate((latest) => void applyEvent(latest, event, 0))
    receive(exampleWelcome(newest, 1_010))
    const [query, setQuery] = createSignal('')
    const wait = (ms: number) => new Promise<void>((end) => waits.push({ ms, end }))
    const search = createSearch({ state, ...history }, query, { wait })
    return {
      ...{ ...search, setQuery, receive, state, dispose },
      loadOlder: history.loadOlder,
      ignore: (...ignored: string[]) => mutate((latest) => Object.assign(latest, { ignored })),
      update: (update: Parameters<typeof takeUpdates>[1][number]) =>
        takeUpdates({ mutate, decrypt, isStopped: () => false }, [update]),
    }
  })
  onTestFinished(made.dispose)
  return { ...made, queries, waits, seqs: () => made.found().map(({ seq }) => seq) }
}

test('nothing is read before there is something to look for, and then all that is older, once', async () => {
  const search = makeSearch([
    page(...exampleMessages(502, 999), said(1_000, 'The APPLE')),
    page(said(1, 'an apple'), ...exampleMessages(2, 501)),
  ])
  search.setQuery('  ')
  await flushPromises()
  expect([search.queries, search.seqs()]).toEqual([[], []])
  search.setQuery('apple')
  await flushPromises()
  expect(search.queries).toEqual([
    { before: 1_001, limit: 500 },
    { before: 502, limit: 500 },
  ])
  expect([search.seqs(), search.progress()]).toEqual([[1_000, 1], 'done'])
  search.setQuery('the apple')
  await flushPromises()
  expect([search.seqs(), search.queries.length]).toEqual([[1_000], 2])
  // None of it came onto the page.
  expect(search.state.messages[0]?.seq).toBe(1_001)
})

test('what is said meanwhile is found too, the newest first, with choices of polls and names of files', async () => {
  const search = makeSearch([page()])
  search.setQuery('pear')
  search.receive({ event: 'chat.message', data: said(1_011, 'a pear') })
  search.receive({
    event: 'chat.message',
    data: said(1_012, 'what', { kind: 'poll', options: ['apple', 'Pear'] }),
  })
  const file = { id: 'f', key: 'k', name: 'PEAR.pdf', type: 'application/pdf', size: 1, chunks: 1 }
  search.receive({ event: 'chat.message', data: said(1_013, '', { attached: [file] }) })
  await flushPromises()
  expect([search.seqs(), search.progress()]).toEqual([[1_013, 1_012, 1_011], 'done'])
})

test('it waits as long as the room asks, and says so where older messages do not come', async () => {
  const search = makeSearch([
    refused('slow-down', { retryAfter: 5 }),
    refused('unreachable'),
    page(said(1, 'a fig'), ...exampleMessages(2, 1_000)),
  ])
  search.setQuery('fig')
  await flushPromises()
  expect([search.waits[0]?.ms, search.progress()]).toEqual([5_000, 'reading'])
  search.waits[0]?.end()
  await flushPromises()
  expect([search.waits[1]?.ms, search.progress()]).toEqual([HISTORY_RETRY_DELAY, 'failing'])
  search.waits[1]?.end()
  await flushPromises()
  expect([search.seqs(), search.progress()]).toEqual([[1], 'done'])
})

test('it ends with its owner: no page more is read', async () => {
  const search = makeSearch([page(...exampleMessages(501, 1_000)), page(...exampleMessages(1, 500))])
  search.setQuery('x')
  search.dispose()
  await flushPromises()
  expect(search.queries).toHaveLength(1)
})

test('a text that is taken back is gone from what was found, and an edited one is found as it is now', async () => {
  const search = makeSearch([
    page(said(997, 'cherry'), said(998, 'plum one'), said(999, 'plum two'), said(1_000, 'plum, cherry')),
    page(),
    page(said(998, 'a cherry', { edit: 1, editedAt: 5 })),
  ])
  search.setQuery('plum')
  await flushPromises()
  expect(search.seqs()).toEqual([1_000, 999, 998])
  await search.update({ seq: 999, rev: 1, text: '', deletedAt: 5 })
  expect(search.seqs()).toEqual([1_000, 998])
  await search.update({ seq: 998, rev: 2, text: 'a cherry', edit: 1, editedAt: 5 })
  await flushPromises()
  expect(search.seqs()).toEqual([1_000])
  search.setQuery('cherry')
  await flushPromises()
  expect(search.seqs()).toEqual([1_000, 998, 997])
})

test('a text that was taken back is not found on the page either, and neither is what is folded there', async () => {
  const messages = [
    ...exampleMessages(1_001, 1_008),
    said(1_009, 'a plum'),
    said(1_010, 'a plum', { participantId: 'third' }),
  ]
  const search = makeSearch([page()], messages)
  search.setQuery('plum')
  expect(search.seqs()).toEqual([1_010, 1_009])
  search.ignore('third')
  expect(search.seqs()).toEqual([1_009])
  await search.update({ seq: 1_009, rev: 1, text: '', deletedAt: 5 })
  expect(search.seqs()).toEqual([])
})

test('what the page loads meanwhile is found once', async () => {
  const older = [said(999, 'a kiwi'), said(1_000, 'a kiwi')]
  const search = makeSearch([page(...older), page(), page(...structuredClone(older))])
  search.setQuery('kiwi')
  await flushPromises()
  await search.loadOlder()
  expect([search.state.messages[0]?.seq, search.seqs()]).toEqual([999, [1_000, 999]])
})

test('what is read once is not found, one’s own neither', () => {
  const messages = [...exampleMessages(1_001, 1_009), said(1_010, 'a plum', { burn: 10 })]
  const search = makeSearch([page()], messages)
  search.setQuery('plum')
  expect(search.seqs()).toEqual([])
})

test('a room that answers with the same page again and again is not asked for ever', async () => {
  const search = makeSearch(Array.from({ length: 5 }, () => page(...exampleMessages(1_001, 1_010))))
  search.setQuery('apple')
  await flushPromises()
  expect([search.queries.length, search.progress()]).toEqual([1, 'done'])
})
