import { createEffect, createSignal } from 'solid-js'
import { CAPACITY, LIFETIME } from '../../protocol/limits.ts'
import type { DestroyBy, Door, HistoryRule, Starts } from '../../protocol/room.ts'
import { deviceStorage } from '../browser/browser-storage.ts'
import type { EntryRules } from '../ui/entry-rules.tsx'

const KEY = 'private-chat.options'

/** Seconds in each unit for a lifetime that is typed. */
export const UNITS = { seconds: 1, minutes: 60, hours: 3600 } as const
/** The unit of a lifetime that is typed. */
export type Unit = keyof typeof UNITS

/** Lifetimes to choose from, in seconds. */
export const LIFETIMES = [60, 600, 3600, 86_400] as const

/** What a person can choose in the lobby. A number that is being typed may be out of range. */
export interface Options {
  who: 'two' | 'some' | 'anyone'
  /** People, where `who` is "some". */
  upTo: number
  /** Seconds, or "own" for `own` times `unit`. */
  lifetime: (typeof LIFETIMES)[number] | 'own'
  own: number
  unit: Unit
  sliding: boolean
  /** Of a room for more than two. */
  door: Door
  /** Of a room for more than two. */
  history: HistoryRule
  /** Undefined where nobody chose: then it depends on who may come. */
  destroyBy?: DestroyBy | undefined
  /** Of a room for two. */
  starts: Starts
  files: boolean
}

const DEFAULTS: Options = {
  who: 'two',
  upTo: 10,
  lifetime: 600,
  own: 30,
  unit: 'minutes',
  sliding: false,
  door: 'open',
  history: 'all',
  starts: 'second',
  files: true,
}

// What was stored may be of another version or edited by hand: only fields that still fit are used.
function recallOptions(): Options {
  let kept: Partial<Options> = {}
  try {
    kept = JSON.parse(deviceStorage.readItem(KEY) ?? '{}') ?? {}
  } catch {
    // It is not JSON: start over.
  }
  const { who, upTo, lifetime, own, unit, sliding, door, history, destroyBy, starts, files } = kept
  return {
    who: who === 'some' || who === 'anyone' ? who : DEFAULTS.who,
    upTo: typeof upTo === 'number' ? upTo : DEFAULTS.upTo,
    lifetime:
      lifetime === 'own' || LIFETIMES.includes(lifetime as never) ? (lifetime ?? 600) : DEFAULTS.lifetime,
    own: typeof own === 'number' ? own : DEFAULTS.own,
    unit: unit && Object.hasOwn(UNITS, unit) ? unit : DEFAULTS.unit,
    sliding: sliding === true,
    door: door === 'knock' ? door : DEFAULTS.door,
    history: history === 'from-join' ? history : DEFAULTS.history,
    starts: starts === 'now' ? starts : DEFAULTS.starts,
    files: files !== false,
    destroyBy: destroyBy === 'anyone' || destroyBy === 'host' ? destroyBy : undefined,
  }
}

/** The choices of the lobby, stored as they change where they are valid. The password is not one of them: it is never stored. */
export function createOptions() {
  const [options, setOptions] = createSignal(recallOptions())
  createEffect(() => {
    const now = options()
    if (capacityFits(now) && lifetimeFits(now)) deviceStorage.writeItem(KEY, JSON.stringify(now))
  })
  return [options, (change: Partial<Options>) => setOptions((now) => ({ ...now, ...change }))] as const
}

/** Returns the seconds that the room will live. */
export function lifetimeOf(options: Options): number {
  return options.lifetime === 'own' ? Math.round(options.own * UNITS[options.unit]) : options.lifetime
}

/** Returns how many participants the room will take; null for no limit. */
export function capacityOf(options: Options): number | null {
  if (options.who === 'anyone') return null
  return options.who === 'two' ? CAPACITY.min : options.upTo
}

/** Returns who comes into the room, what they see, who may end it and whether files can be sent. Two who talk need no door: their link closes by itself. */
export function entryRulesOf({ who, door, history, destroyBy, starts, files }: Options): Partial<EntryRules> {
  if (who === 'two') return { destroyBy: destroyBy ?? 'anyone', starts, files }
  return { door, history, destroyBy: destroyBy ?? 'host', files }
}

/** Returns whether the server accepts the lifetime. */
export function lifetimeFits(options: Options): boolean {
  const seconds = lifetimeOf(options)
  return seconds >= LIFETIME.min && seconds <= LIFETIME.max
}

/** Returns whether the server accepts the capacity. */
export function capacityFits(options: Options): boolean {
  const people = capacityOf(options)
  return people === null || (Number.isInteger(people) && people >= CAPACITY.min && people <= CAPACITY.max)
}
