import { start } from './contender.ts'
import { DIALECTS } from './dialect.ts'
import { Listener } from './measures/listener.ts'
import { type Figures, leave, oneByOne } from './measures/measure.ts'
import { Wire } from './wire.ts'

const MESSAGES = 500

/** What the platform would bill, counted by a build of the app that counts (`bench/workers/counted.ts`). */
export async function bill(): Promise<Record<string, Figures>> {
  const { app } = DIALECTS
  const figures: Record<string, Figures> = {}
  for (const [what, people, seatsEach] of [
    ['a room of 2', 2, undefined],
    ['a room of 50', 50, undefined],
    ['a room of 50 at 6 relays', 50, '8'],
  ] as const) {
    const counted = await start('counted', { relayAbove: seatsEach })
    const { origin } = counted
    const counts = async (): Promise<Figures> => {
      const wire = await Wire.open(origin)
      const { body } = await wire.ask('GET', '/counts', '')
      wire.close()
      return JSON.parse(body)
    }
    const since = async (before: Figures, divisor: number): Promise<Figures> => {
      const entries = Object.entries(await counts())
      return Object.fromEntries(entries.map(([key, value]) => [key, (value - (before[key] ?? 0)) / divisor]))
    }
    try {
      const zero = await counts()
      const room = await app.open(origin)
      figures[`opening ${what}`] = await since(zero, 1)
      const opened = await counts()
      const crowd: Listener[] = []
      for (let at = 0; at < people; at += 1) crowd.push(await Listener.enter(app, origin, room, `p${at}`))
      figures[`joining ${what}, each`] = await since(opened, people)
      await oneByOne(crowd, 1)
      const joined = await counts()
      const bytes = crowd[0]?.wire.bytes ?? 0
      await oneByOne(crowd, MESSAGES)
      figures[`a message in ${what}`] = {
        ...(await since(joined, MESSAGES)),
        'bytes on each wire': ((crowd[0]?.wire.bytes ?? 0) - bytes) / MESSAGES,
      }
      leave(crowd)
    } finally {
      await counted.stop()
    }
  }
  return figures
}
