import type { Bindings } from '../env.ts'
import { locationHintOf, type RelayName } from '../relay-protocol/placement.ts'
import { namespaceOf, readJurisdiction } from './namespaces.ts'

/** Where calls to a relay's object go. Derived from the bindings, because the object's class calls other objects itself. */
type RelayStub = ReturnType<Bindings['RELAYS']['get']>

/**
 * Returns the stub of a room's relay, which the platform is asked to place near those who sit there. The object is addressed
 * by its id and not by name, as rooms are (docs/decisions/0003).
 * @param roomObjectId the id of the room's object
 * @param relay the relay's name in its room
 */
export function relayStub(env: Bindings, roomObjectId: string, relay: RelayName): RelayStub {
  const namespace = namespaceOf(env, 'RELAYS')
  const id = namespace.idFromString(namespace.idFromName(`${roomObjectId} ${relay}`).toString())
  const locationHint = locationHintOf(relay, readJurisdiction(env))
  return namespace.get(id, locationHint === undefined ? {} : { locationHint })
}
