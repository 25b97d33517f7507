import { RELAY_ABOVE } from '../../protocol/limits.ts'

/** Where a relay may be put: the platform's location hints, and `any` where we don't know better. */
const REGIONS = ['wnam', 'enam', 'sam', 'weur', 'eeur', 'apac', 'oc', 'afr', 'me', 'any'] as const
export type Region = (typeof REGIONS)[number]

/** What a relay is called, as a pattern: no made-up token may name more. With the usual places a hundred hold the largest room. */
export const RELAY_NAME = `(?:${REGIONS.join('|')})-\\d{1,3}`

/** What the platform says of where a request comes from. */
export interface RequestOrigin {
  continent?: string | undefined
  /** Degrees, as text. */
  longitude?: string | undefined
}

/** Degrees: about the Mississippi, and about the Oder. What lies east of them is nearer to the other hint. */
const AMERICA_EAST_OF = -95
const EUROPE_EAST_OF = 15
/** Degrees: what of Asia lies west of it is served from the Middle East. */
const ASIA_EAST_OF = 60

/** The region to put a relay in for somebody who comes from there. */
export function regionOf({ continent, longitude }: RequestOrigin): Region {
  const east = Number(longitude ?? Number.NaN)
  if (continent === 'NA') return east > AMERICA_EAST_OF ? 'enam' : 'wnam'
  if (continent === 'EU') return east > EUROPE_EAST_OF ? 'eeur' : 'weur'
  if (continent === 'AS') return east <= ASIA_EAST_OF ? 'me' : 'apac'
  if (continent === 'SA') return 'sam'
  if (continent === 'OC') return 'oc'
  if (continent === 'AF') return 'afr'
  return 'any'
}

/**
 * Where a newcomer sits: at the room while it has places, and then at the first relay of the region that has.
 * Decided once, at joining; the token carries it.
 * @param seated how many sit where now; `''` is the room itself
 * @param places that each of them has; with none at the room, everyone else sits at a relay alone
 * @returns the relay's name, such as `weur-0`, or null for the room itself
 */
export function chooseRelay(
  seated: ReadonlyMap<string, number>,
  region: Region,
  places: number = RELAY_ABOVE,
): string | null {
  if ((seated.get('') ?? 0) < places) return null
  for (let n = 0; ; n += 1) {
    const relay = `${region}-${n}`
    if ((seated.get(relay) ?? 0) < Math.max(1, places)) return relay
  }
}

/** Where the platform is asked to put a relay; undefined where it is free to choose. */
export function locationHintOf(relay: string): Exclude<Region, 'any'> | undefined {
  const region = REGIONS.find((each) => relay.startsWith(`${each}-`))
  return region === 'any' ? undefined : region
}
