import { createEffect, createSignal } from 'solid-js'
import { CAPACITY, LIFETIME } from '../../protocol/limits.ts'
import { readLocal, writeLocal } from '../browser/local-storage.ts'

const KEY = 'private-chat.options'

/** Seconds in each unit that a lifetime of one's own can be given in. */
export const UNITS = { seconds: 1, minutes: 60, hours: 3600 } as const
export type Unit = keyof typeof UNITS

/** Lifetimes offered as they are, in seconds. */
export const LIFETIMES = [60, 600, 3600, 86_400] as const

/** What the lobby lets a person choose. Numbers being typed may be out of range; `roomOptions` is not. */
export interface Options {
  who: 'two' | 'some' | 'anyone'
  /** People, where `who` is "some". */
  upTo: number
  /** Seconds, or "own" for `own` times `unit`. */
  lifetime: (typeof LIFETIMES)[number] | 'own'
  own: number
  unit: Unit
  sliding: boolean
}

const DEFAULTS: Options = { who: 'two', upTo: 10, lifetime: 600, own: 30, unit: 'minutes', sliding: false }

// What was kept may be of another version or edited by hand: only fields that still fit are taken.
function recallOptions(): Options {
  let kept: Partial<Options> = {}
  try {
    kept = JSON.parse(readLocal(KEY) ?? '{}') ?? {}
  } catch {
    // Not ours any more: start over.
  }
  const { who, upTo, lifetime, own, unit, sliding } = kept
  return {
    who: who === 'some' || who === 'anyone' ? who : DEFAULTS.who,
    upTo: typeof upTo === 'number' ? upTo : DEFAULTS.upTo,
    lifetime:
      lifetime === 'own' || LIFETIMES.includes(lifetime as never) ? (lifetime ?? 600) : DEFAULTS.lifetime,
    own: typeof own === 'number' ? own : DEFAULTS.own,
    unit: unit && Object.hasOwn(UNITS, unit) ? unit : DEFAULTS.unit,
    sliding: sliding === true,
  }
}

/** The lobby's choices, remembered as they change, but for what is no choice. The password is none of them: it is never kept. */
export function createOptions() {
  const [options, setOptions] = createSignal(recallOptions())
  createEffect(() => {
    const now = options()
    if (capacityFits(now) && lifetimeFits(now)) writeLocal(KEY, JSON.stringify(now))
  })
  return [options, (change: Partial<Options>) => setOptions((now) => ({ ...now, ...change }))] as const
}

/** Seconds the room will live. */
export function lifetimeOf(options: Options): number {
  return options.lifetime === 'own' ? Math.round(options.own * UNITS[options.unit]) : options.lifetime
}

/** Participants the room will take; null for no limit. */
export function capacityOf(options: Options): number | null {
  if (options.who === 'anyone') return null
  return options.who === 'two' ? CAPACITY.min : options.upTo
}

/** Whether `lifetimeOf` is one the server takes. */
export function lifetimeFits(options: Options): boolean {
  const seconds = lifetimeOf(options)
  return seconds >= LIFETIME.min && seconds <= LIFETIME.max
}

/** Whether `capacityOf` is one the server takes. */
export function capacityFits(options: Options): boolean {
  const people = capacityOf(options)
  return people === null || (Number.isInteger(people) && people >= CAPACITY.min && people <= CAPACITY.max)
}
