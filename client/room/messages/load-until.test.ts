import { expect, test } from 'vitest'
import { exampleMessages, exampleWelcome } from '../../../test/support/examples.ts'
import { flushPromises, makeRoomFixture, refused } from '../../../test/support/room-fixture.ts'
import { HISTORY_RETRY_DELAY } from '../history.ts'
import { loadUntil } from './load-until.ts'

const page = (from: number, to: number) => ({
  ok: true,
  value: { messages: exampleMessages(from, to), lastSeq: 2_000 },
})

async function makeFixture(...fetchMessages: unknown[]) {
  const fixture = await makeRoomFixture({ answers: { fetchMessages } })
  fixture.socket().receive(exampleWelcome(exampleMessages(1_901, 2_000)))
  const queries = () => fixture.asked.filter(([call]) => call === 'fetchMessages').map(([, query]) => query)
  return { ...fixture, queries, first: () => fixture.room.state.messages[0]?.seq }
}

test('pages are loaded until the message is among them, waiting as long as the room asks', async () => {
  const { room, timers, queries, first } = await makeFixture(
    page(1_401, 1_900),
    refused('slow-down', { retryAfter: 3 }),
    page(901, 1_400),
  )
  const loaded = loadUntil(room, 1_000)
  await flushPromises()
  timers.passTime(HISTORY_RETRY_DELAY)
  await flushPromises()
  expect(first()).toBe(1_401)
  timers.passTime(1_000)
  await loaded
  expect(first()).toBe(901)
  expect(queries()).toEqual([
    { before: 1_901, limit: 500 },
    { before: 1_401, limit: 500 },
    { before: 1_401, limit: 500 },
  ])
})

test('nothing is loaded for what is here', async () => {
  const { room, queries } = await makeFixture()
  await loadUntil(room, 1_901)
  expect(queries()).toEqual([])
})

test('it ends where nothing older is stored, where no page comes, and where nobody waits any more', async () => {
  const late = await makeFixture(page(1_801, 1_900), page(1_801, 1_800))
  await loadUntil(late.room, 5)
  expect([late.first(), late.room.state.complete]).toEqual([1_801, true])

  const away = await makeFixture(refused('unreachable'))
  await loadUntil(away.room, 5)
  expect([away.first(), away.room.state.complete]).toEqual([1_901, false])

  const off = await makeFixture(page(1_401, 1_900), page(901, 1_400))
  await loadUntil(off.room, 5, () => off.first() === 1_401)
  expect(off.first()).toBe(1_401)
})

test('a page that is on its way already is waited for', async () => {
  const { room, queries, first } = await makeFixture(page(1_801, 1_900), page(1_301, 1_800))
  void room.loadOlder()
  await loadUntil(room, 1_500)
  expect(first()).toBe(1_301)
  expect(queries()).toEqual([
    { before: 1_901, limit: 100 },
    { before: 1_801, limit: 500 },
  ])
})
