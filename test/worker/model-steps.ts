import { abortAllDurableObjects, evictDurableObject, runDurableObjectAlarm } from 'cloudflare:test'
import fc from 'fast-check'
import { expect } from 'vitest'
import type { ModelBrowser } from './model-browser.ts'
import { type RoomKind, World, waitTick } from './model-world.ts'
import { roomObject } from './person.ts'

/** Who does something, by number, and in which of their tabs: both are taken modulo those there are. */
type Who = { who: number; tab?: number }

/** One thing that happens. What can't happen just now (a message of somebody who is not in) does nothing. */
export type Step =
  | ({ do: 'join' | 'leave' | 'reload' | 'duplicate' | 'type' | 'ack' | 'resend' | 'older' } & Who)
  | ({ do: 'send' | 'post'; count: number } & Who)
  | { do: 'rename' | 'remove' | 'destroy'; who: number }
  | { do: 'cut' | 'offline' | 'online' | 'hold' | 'release' | 'closeDead'; who: number }
  | { do: 'lock'; locked: boolean }
  | { do: 'extend' | 'pass'; ms: number }
  | { do: 'evict'; sockets: 'hibernate' | 'close' }
  | { do: 'restart' | 'alarm' | 'calm' }
  | { do: 'ticks'; count: number }

/** Lets all of this happen in a room of its own, and holds the room to its promises then, and after its end. */
export async function playSteps(kind: RoomKind, steps: readonly Step[], random: () => number): Promise<void> {
  const world = await World.make(kind, 4, random)
  try {
    for (const step of steps) {
      await applyStep(world, step)
      world.check()
    }
    await world.settle()
    await world.end()
  } finally {
    for (const tab of world.browsers.flatMap(({ tabs }) => tabs)) tab.session.stopSession()
  }
}

async function applyStep(world: World, step: Step): Promise<void> {
  switch (step.do) {
    case 'pass':
      return world.pass(step.ms)
    case 'ticks':
      for (let count = 0; count < step.count; count += 1) await waitTick()
      return
    case 'calm':
      await world.calls()
      return world.pass(2_000)
    case 'evict':
      await world.calls()
      // One that sleeps already can't be put to sleep.
      return evictDurableObject(roomObject(world.roomId), { webSockets: step.sockets }).catch(() => {})
    case 'restart':
      await world.calls()
      return abortAllDurableObjects()
    case 'alarm':
      await runDurableObjectAlarm(roomObject(world.roomId))
      return
    case 'lock':
      return queueCall(world, 0, async ({ api }) =>
        api.call('PATCH /api/rooms/:id', { param: { id: world.roomId }, json: { locked: step.locked } }),
      )
    case 'extend':
      return queueCall(world, 0, async ({ api }) => {
        const closesAt = Date.now() + step.ms
        world.mayEnd(closesAt)
        await api.call('PATCH /api/rooms/:id', { param: { id: world.roomId }, json: { closesAt } })
      })
    default:
      return applyBrowserStep(world, step)
  }
}

function applyBrowserStep(world: World, step: Extract<Step, { who: number }>): void {
  const { roomId } = world
  const browser = browserOf(world, step.who)
  const tab = browser.live[('tab' in step ? (step.tab ?? 0) : 0) % Math.max(1, browser.live.length)]
  switch (step.do) {
    case 'join':
      return queueCall(world, step.who, () => enter(world, browser))
    case 'leave':
      return queueCall(world, step.who, () => leave(world, browser))
    case 'reload':
      return queueCall(world, step.who, () => reload(world, browser, step.tab ?? 0))
    case 'duplicate':
      if (tab && browser.live.length < 3) {
        const copy = { ...world.page(), kept: new Map(tab.page.kept), owed: new Set(tab.page.owed) }
        browser.open(roomId, tab.participantId, world.observer, copy)
      }
      return
    case 'send':
      for (let count = 0; tab && count < step.count; count += 1) {
        const text = world.sentence(tab.page.stream)
        tab.page.owed.add(text)
        tab.session.outbox.enqueueMessage(text)
      }
      return
    case 'post':
      return queueCall(world, step.who, () => post(world, browser, step.count))
    case 'resend': {
      const stored = tab?.state.messages.findLast((each) => each.participantId === tab.participantId)
      if (!tab || !stored) return
      const data = { id: stored.id, text: 'something else under a name that is taken' }
      if (tab.session.connection.sendEvent({ event: 'chat.message', data })) tab.again.add(stored.id)
      return
    }
    case 'type':
      return tab?.session.sendTyping()
    case 'ack':
      return void tab?.session.connection.sendEvent({ event: 'chat.ack', data: { seq: tab.lastSeq } })
    case 'older':
      return void tab?.session.loadOlder()
    case 'rename':
      return queueCall(world, step.who, async ({ person }) => {
        const sender = `name-${step.who}-${world.sentence('').length}`
        await person.postMessage(roomId, { text: 'by another name', sender }).catch(() => {})
      })
    case 'remove':
      return queueCall(world, 0, async ({ api }) => {
        const { participantId } = browser.tabs.at(-1) ?? {}
        if (participantId === undefined) return
        const { value } = await api.call('DELETE /api/rooms/:id/participants/:participantId', {
          param: { id: roomId, participantId },
          query: {},
        })
        if (value !== undefined && browser.tabs.at(-1)?.participantId === participantId)
          browser.isBanned = true
      })
    case 'destroy':
      return queueCall(world, step.who, ({ api }) => api.destroyRoom(roomId))
    default:
      return browser[step.do]()
  }
}

async function enter(world: World, browser: ModelBrowser): Promise<void> {
  if (browser.live.length > 2) return
  const { isBanned } = browser
  const { value } = await browser.api.joinRoom(world.roomId, {})
  if (value === undefined) return
  expect(isBanned, 'who was removed is let in again').toBe(false)
  const page = browser.parked ?? world.page()
  browser.parked = null
  // What another participant kept is not this one's to send.
  if (browser.tabs.every((tab) => tab.participantId !== value.participantId)) page.owed.clear()
  browser.open(world.roomId, value.participantId, world.observer, page)
}

async function leave(world: World, browser: ModelBrowser): Promise<void> {
  const tabs = browser.live
  if (tabs.length === 0) return
  const { value } = await browser.api.leaveRoom(world.roomId)
  // Another page of this browser may not learn of it before its next request to the room.
  const [tab] = tabs
  if (value === undefined || !tab) return
  tab.session.outbox.discardAll()
  tab.session.stopSession()
  tab.over ??= 'left'
}

async function reload(world: World, browser: ModelBrowser, which: number): Promise<void> {
  const tab = browser.live[which % Math.max(1, browser.live.length)]
  if (!tab || !browser.network.up) return
  const page = browser.shut(tab)
  const { value } = await browser.api.joinRoom(world.roomId, {})
  if (value === undefined) {
    browser.parked = page
    page.owed.clear()
    return
  }
  if (value.participantId !== tab.participantId) page.owed.clear()
  browser.open(world.roomId, value.participantId, world.observer, page)
}

/** Posts a message over HTTP, and again under the same id, as a client does that is not sure that it arrived. */
async function post(world: World, browser: ModelBrowser, count: number): Promise<void> {
  const tab = browser.live[0]
  if (!tab) return
  const text = world.sentence(`http-${tab.participantId}`)
  const id = text.replace(':', '-')
  for (let time = 0; time < count; time += 1) {
    const { cuts } = browser.network
    const reply = await browser.person.postMessage(world.roomId, { text, id })
    if (reply.status > 201 || cuts !== browser.network.cuts) continue
    world.promise(JSON.parse(reply.text))
  }
}

function browserOf(world: World, who: number): ModelBrowser {
  const browser = world.browsers[who % world.browsers.length]
  if (browser === undefined) throw new Error('nobody is here')
  return browser
}

/** Does a call after those that this browser has under way, while other things go on. */
function queueCall(world: World, who: number, call: (browser: ModelBrowser) => Promise<unknown>): void {
  const browser = browserOf(world, who)
  browser.calls = browser.calls.then(() => call(browser)).catch((error) => world.fail(error))
}

const who = fc.nat({ max: 3 })
const tab = fc.nat({ max: 1 })

/** The kinds of room that differ in what is promised. */
export const roomKind: fc.Arbitrary<RoomKind> = fc.record({
  capacity: fc.constantFrom(2, 3, null),
  expiry: fc.constantFrom('fixed', 'sliding'),
  lifetime: fc.constantFrom(60, 600),
  destroyBy: fc.constantFrom('anyone', 'host'),
})

/** One step, in the proportions of a room in which people talk and the network is bad. */
export const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 14, arbitrary: fc.record({ do: fc.constant('join'), who }) },
  {
    weight: 30,
    arbitrary: fc.record({ do: fc.constant('send'), who, tab, count: fc.integer({ min: 1, max: 4 }) }),
  },
  {
    weight: 8,
    arbitrary: fc.record({ do: fc.constant('post'), who, count: fc.integer({ min: 1, max: 2 }) }),
  },
  { weight: 20, arbitrary: fc.record({ do: fc.constant('ticks'), count: fc.integer({ min: 1, max: 6 }) }) },
  { weight: 8, arbitrary: fc.record({ do: fc.constant('calm') }) },
  {
    weight: 12,
    arbitrary: fc.record({ do: fc.constantFrom('cut', 'offline', 'hold', 'release', 'closeDead'), who }),
  },
  { weight: 8, arbitrary: fc.record({ do: fc.constant('online'), who }) },
  { weight: 8, arbitrary: fc.record({ do: fc.constantFrom('reload', 'duplicate'), who, tab }) },
  { weight: 10, arbitrary: fc.record({ do: fc.constantFrom('type', 'ack', 'resend', 'older'), who, tab }) },
  {
    weight: 8,
    arbitrary: fc.record({ do: fc.constant('evict'), sockets: fc.constantFrom('hibernate', 'close') }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('restart', 'alarm') }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('leave'), who }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('rename'), who }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('destroy'), who }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('remove'), who }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('lock'), locked: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('extend'), ms: fc.constantFrom(30_000, 300_000) }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('pass'), ms: fc.constantFrom(300, 3_000, 25_000) }) },
) as fc.Arbitrary<Step>
