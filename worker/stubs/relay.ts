import type { Bindings } from '../env.ts'
import type { Relay } from '../relay/relay.ts'
import { locationHintOf } from '../relay-protocol/placement.ts'

/** A relay of a room, of which the object's id is given. Addressed without its name, as rooms are (docs/decisions/0003), and put near those who sit there. */
export function relayStub(
  namespace: Bindings['RELAYS'],
  room: string,
  relay: string,
): DurableObjectStub<Relay> {
  const id = namespace.idFromString(namespace.idFromName(`${room} ${relay}`).toString())
  const locationHint = locationHintOf(relay)
  return namespace.get(id, locationHint === undefined ? {} : { locationHint })
}
