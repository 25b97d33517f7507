import {
  type CreatedRoom,
  type CreateRoomOptions,
  createRoom,
  type JoinRoomOptions,
  joinRoom,
  type Message,
  type Outcome,
  type RoomEvent,
  type RoomEventName,
  type RoomEvents,
  type RoomSession,
} from '../../packages/client/src/index.ts'

/** Milliseconds after which what somebody has not been told is not coming, also where the machine is busy. */
const WITHIN = 30_000

/** Returns what was asked for. @throws an error that holds the refusal */
export function expectDone<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value
  throw new Error(`refused: ${JSON.stringify(outcome.refusal)}`)
}

/** Returns the code of a refusal; `done` where there is none. */
export function codeOf(outcome: Outcome<unknown>): string {
  return outcome.ok ? 'done' : outcome.refusal.code
}

/** Somebody in a room by the library, and all that they were told. */
export interface ClientPerson {
  session: RoomSession
  /** Everything so far, in order. */
  events: RoomEvent[]
  /** Resolves when the loop over events has ended. */
  ended: Promise<void>
  /** Waits until an event of this name was told that fits. */
  hear<Name extends RoomEventName>(
    name: Name,
    fits?: (data: RoomEvents[Name]) => boolean,
  ): Promise<RoomEvents[Name]>
  /** What was said, as far as it was told. */
  texts(): string[]
}

/** People who come by the library. Whoever is still connected after a test is closed by `closeAll`. */
export function makeClientPeople(server: () => string) {
  const here: RoomSession[] = []

  function follow(session: RoomSession): ClientPerson {
    here.push(session)
    const events: RoomEvent[] = []
    const waiting = new Set<() => void>()
    async function listen() {
      for await (const event of session) {
        events.push(event)
        for (const look of waiting) look()
      }
    }
    return {
      session,
      events,
      ended: listen(),
      hear(name, fits = () => true) {
        const { promise, resolve, reject } = Promise.withResolvers<RoomEvents[typeof name]>()
        const timer = setTimeout(() => {
          waiting.delete(look)
          reject(new Error(`no ${name} that fits; told: ${events.map(({ event }) => event).join(', ')}`))
        }, WITHIN)
        const look = () => {
          for (const { event, data } of events) {
            if (event !== name || !fits(data as RoomEvents[typeof name])) continue
            clearTimeout(timer)
            waiting.delete(look)
            return resolve(data as RoomEvents[typeof name])
          }
        }
        waiting.add(look)
        look()
        return promise
      },
      texts: () => events.flatMap((each) => (each.event === 'chat.message' ? [each.data.text] : [])),
    }
  }

  return {
    create: async (options: Omit<CreateRoomOptions, 'server'> = {}): Promise<CreatedRoom> =>
      expectDone(await createRoom({ server: server(), ...options })),
    join: async (options: JoinRoomOptions): Promise<ClientPerson> =>
      follow(expectDone(await joinRoom(options))),
    follow,
    closeAll() {
      for (const session of here.splice(0)) session.close()
    },
  }
}

/** What of a message tests compare. */
export function said({ sender, text }: Message): [string, string] {
  return [sender, text]
}
