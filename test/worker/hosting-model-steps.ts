import { abortAllDurableObjects, evictDurableObject, runDurableObjectAlarm } from 'cloudflare:test'
import fc from 'fast-check'
import { type ModelGuest, READS, RESUMES } from './hosting-model-guest.ts'
import { HostingWorld, type RoomKind } from './hosting-model-world.ts'
import { waitTick } from './model-world.ts'
import { letTimePass } from './pass-time.ts'
import { roomObject } from './person.ts'

/** What somebody does: `who` and `whom` by number. What they may not do is refused, and that is checked as well. */
export type Act =
  | { do: 'join' | 'stream' | 'disconnect'; who: number }
  | { do: 'connect'; who: number; query: string }
  | { do: 'read'; who: number; path: string }
  | { do: 'say'; who: number; by: 'http' | 'socket' }
  | Asked

/** A call that may change something. */
type Asked =
  | { do: 'rename' | 'claim'; who: number }
  | { do: 'react'; who: number; seq: number }
  | { do: 'leave'; who: number; whom?: number }
  | { do: 'admit' | 'remove' | 'free'; who: number; whom: number }
  | { do: 'role'; who: number; whom: number; role: 'host' | 'participant' }
  | { do: 'mute'; who: number; whom: number; ms: number | null }
  | { do: 'set'; who: number; patch: Record<string, unknown> }

/** One thing that happens, or two at once. */
export type Step =
  | Act
  | { do: 'together'; acts: readonly [Act, Act] }
  | { do: 'pass'; ms: number }
  | { do: 'evict'; sockets: 'hibernate' | 'close' }
  | { do: 'restart' | 'alarm' }

/** The host has spoken and two guests have come before anything is left to chance. */
export const BEGINNING: Step[] = [0, 1, 2].flatMap((who): Step[] => [
  { do: 'join', who },
  { do: 'admit', who: 0, whom: who },
  { do: 'connect', who, query: '' },
  { do: 'say', who, by: 'http' },
])

/** Lets all of this happen in a room of its own, and looks after each step, and in the end, whether the room holds what it promises. */
export async function playSteps(kind: RoomKind, steps: readonly Step[]): Promise<void> {
  const world = await HostingWorld.make(kind, 4)
  try {
    for (const step of steps) {
      await applyStep(world, step)
      await waitTick()
      await world.checkStep()
    }
    await world.end()
  } finally {
    for (const guest of world.guests) guest.disconnect()
  }
}

async function applyStep(world: HostingWorld, step: Step): Promise<unknown> {
  switch (step.do) {
    case 'pass':
      return letTimePass(step.ms)
    case 'alarm':
      return runDurableObjectAlarm(roomObject(world.roomId))
    case 'evict':
      // One that sleeps already can't be put to sleep.
      return evictDurableObject(roomObject(world.roomId), { webSockets: step.sockets }).catch(() => {})
    case 'restart':
      await abortAllDurableObjects()
      for (const guest of world.guests) guest.loseConnections()
      return
    case 'together':
      // Nobody does two things at once.
      if (step.acts[0].who === step.acts[1].who) return applyAct(world, step.acts[0])
      return Promise.all(step.acts.map((act) => applyAct(world, act)))
    default:
      return applyAct(world, step)
  }
}

async function applyAct(world: HostingWorld, act: Act): Promise<unknown> {
  const { roomId } = world
  const guest = world.guestOf(act.who)
  const whom = ('whom' in act && act.whom !== undefined && world.guestOf(act.whom).participantId) || 'nobody'
  switch (act.do) {
    case 'join':
      return world.report({ what: act.do, guest, whom, reply: await guest.join(roomId) })
    case 'connect':
      return guest.connect(roomId, act.query)
    case 'stream':
      return guest.openStream(roomId, 0)
    case 'disconnect':
      return guest.disconnect()
    case 'read':
      return guest.call(roomId, 'GET', act.path)
    case 'say': {
      const word = world.makeWord()
      // A refusal names the id: it is none of the words.
      const id = `m${word.replace(/\D/g, '')}`
      if (act.by === 'socket') return guest.say(id, word)
      return guest.call(roomId, 'POST', '/messages', { id, text: word })
    }
    default: {
      const [method, path, body] = requestOf(act, guest, whom)
      return world.report({ what: act.do, guest, whom, reply: await guest.call(roomId, method, path, body) })
    }
  }
}

/** The call that somebody makes: its method, its path below the room's, and its body. */
function requestOf(
  act: Asked,
  guest: ModelGuest,
  whom: string,
): [method: string, path: string, body?: unknown] {
  switch (act.do) {
    case 'rename':
      return ['PATCH', '/participants/me', { alias: guest.makeName() }]
    case 'claim':
      return ['POST', '/host']
    case 'leave':
      return ['POST', '/leave', act.whom === undefined ? {} : { host: whom }]
    case 'admit':
      return ['POST', `/participants/${whom}/admit`]
    case 'remove':
      return ['DELETE', `/participants/${whom}`]
    case 'free':
      return ['DELETE', `/participants/${whom}?away=true`]
    case 'role':
      return ['PATCH', `/participants/${whom}`, { role: act.role }]
    case 'mute':
      return ['PATCH', `/participants/${whom}`, { mutedUntil: act.ms === null ? null : Date.now() + act.ms }]
    case 'set':
      return ['PATCH', '', act.patch]
    default:
      return ['PUT', `/messages/${act.seq}/reactions/yes`]
  }
}

/** The kinds of room that differ in who comes in, and in what they read. */
export const roomKind: fc.Arbitrary<RoomKind> = fc.record({
  maker: fc.constantFrom('host', 'facilitator'),
  capacity: fc.constantFrom(4, null),
  destroyBy: fc.constantFrom('anyone', 'host'),
  door: fc.constantFrom('open', 'knock'),
  history: fc.constantFrom('all', 'from-join'),
  starts: fc.constantFrom('now', 'second'),
})

const anybody = fc.nat({ max: 3 })
// Most of what hosts do is tried by whoever made the room.
const who = fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: anybody })
const whom = fc.integer({ min: 1, max: 3 })
const PATCHES = [
  ...[{ quiet: true }, { quiet: true }, { quiet: false }, { slow: 30 }, { slow: 0 }, { pinned: 1 }],
  ...[{ door: 'open' }, { door: 'knock' }, { door: 'knock' }, { locked: true }, { locked: false }],
]

const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 16, arbitrary: fc.record({ do: fc.constant('join'), who: anybody }) },
  {
    weight: 16,
    arbitrary: fc.record({
      do: fc.constant('connect'),
      who: anybody,
      query: fc.constantFrom(...RESUMES),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('stream', 'rename'), who: anybody }) },
  {
    weight: 34,
    arbitrary: fc.record({ do: fc.constant('say'), who: anybody, by: fc.constantFrom('http', 'socket') }),
  },
  {
    weight: 12,
    arbitrary: fc.record({ do: fc.constant('read'), who: anybody, path: fc.constantFrom(...READS) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('react'), who: anybody, seq: fc.integer({ min: 1, max: 9 }) }),
  },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('disconnect'), who: anybody }) },
  {
    weight: 5,
    arbitrary: fc.record(
      { do: fc.constant('leave'), who: anybody, whom: anybody },
      { requiredKeys: ['do', 'who'] },
    ),
  },
  { weight: 14, arbitrary: fc.record({ do: fc.constant('admit'), who, whom }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('remove', 'free'), who, whom }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('role'),
      who,
      whom,
      role: fc.constantFrom('host', 'participant'),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('mute'),
      who,
      whom,
      ms: fc.constantFrom(40_000, 86_400_000, null),
    }),
  },
  { weight: 10, arbitrary: fc.record({ do: fc.constant('set'), who, patch: fc.constantFrom(...PATCHES) }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('claim'), who: anybody }) },
) as fc.Arbitrary<Act>

/** One step, in the proportions of a room that people come to and are let into, and whose hosts come and go. */
export const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 40, arbitrary: act },
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant('together'), acts: fc.tuple(act, act) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('evict'), sockets: fc.constantFrom('hibernate', 'close') }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('restart', 'alarm') }) },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('pass'), ms: fc.constantFrom(3_000, 15_000, 130_000) }),
  },
) as fc.Arbitrary<Step>
