import type { Name } from '../contender.ts'
import { DIALECTS, type Dialect } from '../dialect.ts'
import type { Listener } from './listener.ts'
import { gather, leave, type Measure, quantile, quiet, spent, type Target } from './measure.ts'

const JOINS = 1_000

/** A thousand people come into one room, a hundred at a time: a seat, a socket, and word that they are in. */
function joining(how: Partial<Measure<null>>, dialects: Partial<Record<Name, Dialect>>): Measure<null> {
  const come = (target: Target) => gather(target, JOINS, 100, dialects[target.name])
  return {
    what: 'a thousand join at once: seat, socket, welcome',
    rounds: 9,
    async setUp(target) {
      for (let round = 0; round < 3; round += 1) {
        leave(await come(target))
        await quiet(target)
      }
      return null
    },
    async round(target) {
      let people: Listener[] = []
      const { seconds, cpu } = await spent(target, async () => {
        people = await come(target)
      })
      leave(people)
      await quiet(target)
      return { 'joins/s': JOINS / seconds, 'cpu ms each': (cpu / JOINS) * 1_000 }
    },
    clear() {},
    ...how,
  }
}

export const joins = joining({}, {})

/** The same in one request, where the seat is taken with the socket: socket.io's clients are told not to begin with polling. */
export const joinsAtOnce = joining(
  { what: 'the same, seat and socket in one request', who: ['app', 'party', 'socketio'] },
  { app: DIALECTS.appAtOnce, socketio: DIALECTS.socketioAtOnce },
)

const OPENED = 60

/** A room is made, somebody joins, and opens a socket: one after another. */
export const opening: Measure<null> = {
  what: 'a room is opened: create, join, socket',
  rounds: 5,
  async setUp(target) {
    for (let at = 0; at < OPENED; at += 1) leave(await gather(target, 1))
    await quiet(target)
    return null
  },
  async round(target) {
    const waits: number[] = []
    const { cpu } = await spent(target, async () => {
      for (let at = 0; at < OPENED; at += 1) {
        const begun = performance.now()
        const people = await gather(target, 1)
        waits.push(performance.now() - begun)
        leave(people)
      }
    })
    return {
      'p50 ms': quantile(waits, 0.5),
      'p99 ms': quantile(waits, 0.99),
      'cpu ms each': (cpu / OPENED) * 1_000,
    }
  },
  clear() {},
}
