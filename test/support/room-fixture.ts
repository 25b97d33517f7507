import { createRoot } from 'solid-js'
import { onTestFinished } from 'vitest'
import type { KeyStore } from '../../client/browser/key-store.ts'
import type { EpochLink } from '../../client/crypto/epoch-link.ts'
import type { LinkKey } from '../../client/crypto/link-key.ts'
import type { Hint } from '../../client/net/connection-options.ts'
import type { RoomApi } from '../../client/net/room-api.ts'
import type { SafeStorage } from '../../client/net/safe-storage.ts'
import { createRoom } from '../../client/room/create-room.ts'
import type { Refusal } from '../../protocol/refusal.ts'
import type { Room } from '../../protocol/room.ts'
import { exampleMessages, exampleRoom, exampleWelcome } from './examples.ts'
import { type FakeSocket, makeFakeSocket } from './fake-socket.ts'
import { makeFakeStorage } from './fake-storage.ts'
import { makeFakeTimers } from './fake-timers.ts'

/** The room of every scene. */
export const ROOM = 'V1StGXR8_Z5jdHi6B-myT'

/** What joining it answers. */
export const joined = (room: Room = exampleRoom()) =>
  ({ ok: true, value: { participantId: 'me', alias: 'me', role: 'participant', room } }) as const

/** A refusal, as the API client returns it. */
export const refused = (code: string, more = {}) =>
  ({ ok: false, refusal: { code, ...more } as Refusal }) as const

/** Runs what waits for promises that are settled. */
export async function flushPromises(): Promise<void> {
  for (let tick = 0; tick < 20; tick++) await Promise.resolve()
}

export interface RoomFixtureOptions {
  /** What each call answers, one after the other, the last one again and again. */
  answers?: Partial<Record<keyof RoomApi, unknown[]>>
  /** What the tab has kept. */
  kept?: Map<string, string>
  /** The tab's storage: `kept` unless given. */
  storage?: SafeStorage
  linkKey?: LinkKey | null
  /** The link of a room whose keys rotate. */
  link?: EpochLink | null
  /** What the browser keeps of rooms whose keys rotate: nothing unless given. */
  keyStore?: KeyStore
  /** Whether the device would keep a token. */
  keepsTokens?: () => boolean
  /** What the clock of the device shows, which may be set; it follows the time of the test unless given. */
  wall?: () => number
  /** Runs what is shown with the next frame; at once unless given. */
  frame?: (run: () => void) => void
}

/** The answers to calls where a test names no others. */
function usualReply(call: keyof RoomApi) {
  if (call === 'joinRoom') return joined()
  if (call === 'fetchMessages') return refused('unreachable')
  return { ok: true, value: call === 'fetchRoom' || call === 'call' ? exampleRoom() : null }
}

/** A visitor at a room, with the network, the time and the tab's storage in the test's hand. */
export async function makeRoomFixture({
  answers = {},
  kept = new Map(),
  storage = makeFakeStorage(kept),
  linkKey,
  link,
  keyStore,
  keepsTokens,
  frame = (run) => run(),
  wall,
}: RoomFixtureOptions = {}) {
  const timers = makeFakeTimers()
  const sockets: FakeSocket[] = []
  const asked: unknown[][] = []
  const hinting = { sendHint: (_: Hint) => {}, ended: false }
  const api = new Proxy({} as RoomApi, {
    get:
      (_, call: keyof RoomApi) =>
      async (first: string, ...rest: unknown[]) => {
        // Any call is made with its route, the others with the room first.
        asked.push([call === 'call' ? first : call, ...rest])
        const own = answers[call] ?? [usualReply(call)]
        return own.length > 1 ? own.shift() : own[0]
      },
  })
  const made = createRoot((dispose) => {
    const room = createRoom(ROOM, {
      alias: 'wolf',
      linkKey,
      link,
      keyStore,
      keepsTokens,
      api,
      origin: 'https://chat.example',
      storage,
      timers,
      // Waits are then three quarters of what they may be.
      random: () => 0.5,
      device: { steady: timers.now, wall: wall ?? timers.now },
      makeSocket(url) {
        const socket = makeFakeSocket(url)
        sockets.push(socket)
        return socket
      },
      listen(sendHint) {
        hinting.sendHint = sendHint
        return () => {
          hinting.ended = true
        }
      },
      visible: () => true,
      frame,
    })
    return { room, dispose }
  })
  onTestFinished(made.dispose)
  await flushPromises()
  const socket = () => sockets.at(-1) as FakeSocket
  return {
    ...made,
    timers,
    sockets,
    socket,
    asked,
    kept,
    hint: (hint: Hint) => hinting.sendHint(hint),
    hinting,
  }
}

/** The same, live and welcomed, with messages 1 to `messages`. */
export async function makeLiveRoomFixture(messages = 0, answers: RoomFixtureOptions['answers'] = {}) {
  const fixture = await makeRoomFixture({ answers })
  fixture.socket().receive(exampleWelcome(exampleMessages(1, messages)))
  return fixture
}

/** Ids of the messages that were sent over a socket. */
export function sentIds(socket: FakeSocket) {
  return socket.sent
    .map((frame) => JSON.parse(frame))
    .flatMap(({ event, data }) => (event === 'chat.message' ? [data.id] : []))
}
