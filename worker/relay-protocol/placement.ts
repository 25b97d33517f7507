import { RELAY_ABOVE } from '../../protocol/connection-limits.ts'
import type { Jurisdiction } from '../stubs/namespaces.ts'

/** Where a relay may be placed: the platform's location hints, and `any` where the region is not known. */
const REGIONS = ['wnam', 'enam', 'sam', 'weur', 'eeur', 'apac', 'oc', 'afr', 'me', 'any'] as const
export type Region = (typeof REGIONS)[number]

/** A relay's name in its room: the region, and a number. */
export type RelayName = `${Region}-${number}`

/** The pattern of a relay's name, so that a made-up token can't name just anything. A hundred relays hold the largest room. */
export const RELAY_NAME = `(?:${REGIONS.join('|')})-\\d{1,3}`

/** Where a request comes from, as far as the platform knows. */
export interface RequestOrigin {
  continent?: string | undefined
  /** Degrees, in decimal. */
  longitude?: string | undefined
}

/** Degrees of longitude: about the Mississippi, and about the Oder. What lies east of them is nearer to the eastern hint. */
const AMERICA_EAST_OF = -95
const EUROPE_EAST_OF = 15
/** Degrees of longitude: the part of Asia west of it is nearer to the Middle East. */
const ASIA_EAST_OF = 60

/** Returns the region in which a relay is near to the sender of a request. */
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

/** @returns the seats at a room and at each of its relays: what the setting `RELAY_ABOVE` says, or the usual number */
export function readSeatsPerObject(setting: string | undefined): number {
  const seats = Number(setting ?? Number.NaN)
  return Number.isInteger(seats) && seats >= 0 ? seats : RELAY_ABOVE
}

/**
 * Chooses where a new participant sits: at the room while it has places, and then at the first relay of the region that has
 * one. This is decided once, when somebody joins, and the token carries it.
 * @param seatsTaken seats taken at each relay, by its name, and at the room itself, by `''`
 * @param seatsPerObject seats at the room and at each relay. With 0 everybody sits at a relay of their own.
 * @returns the relay's name, such as `weur-0`; null for the room itself
 */
export function chooseRelay(
  seatsTaken: ReadonlyMap<string, number>,
  region: Region,
  seatsPerObject: number,
): RelayName | null {
  if ((seatsTaken.get('') ?? 0) < seatsPerObject) return null
  for (let n = 0; ; n += 1) {
    const relay: RelayName = `${region}-${n}`
    if ((seatsTaken.get(relay) ?? 0) < Math.max(1, seatsPerObject)) return relay
  }
}

/** The hints for places within a jurisdiction. */
const HINTS_WITHIN: Record<Jurisdiction, readonly Region[]> = { eu: ['weur', 'eeur'] }

/**
 * Returns where the platform is asked to place a relay; undefined where it may choose. A hint that leads out of the
 * jurisdiction is not given: the platform does not say what it makes of one, and an object has failed to start with it
 * (outerbase/starbasedb#34).
 */
export function locationHintOf(
  relay: string,
  jurisdiction: Jurisdiction | null,
): Exclude<Region, 'any'> | undefined {
  const region = REGIONS.find((each) => relay.startsWith(`${each}-`))
  if (region === undefined || region === 'any') return undefined
  return jurisdiction === null || HINTS_WITHIN[jurisdiction].includes(region) ? region : undefined
}
