import { ClientEvent } from '../../protocol/client-events.ts'
import { CLOSE, isFinal } from '../../protocol/close.ts'
import { JOIN_PROTOCOL } from '../../protocol/participant.ts'
import { RoomEvent } from '../../protocol/room-events.ts'
import { type DescribedSchemas, type Json, schemaAddress } from './describe-schemas.ts'

/** What a socket carries. OpenAPI has no words for it, so that it stands in extensions beside the upgrade. */
export function describeSocket(): Json {
  return {
    'x-websocket': {
      subprotocol: JOIN_PROTOCOL,
      offer: { $ref: schemaAddress('JoinOffer') },
      receives: { $ref: schemaAddress('RoomFrame') },
      sends: { $ref: schemaAddress('ClientEvent') },
    },
    'x-close-codes': Object.fromEntries(
      Object.entries(CLOSE).map(([name, code]) => [code, { name, final: isFinal(code) }]),
    ),
  }
}

/** Describes the two unions of events, told apart by their names, and what a frame is. */
export function describeEvents(schemas: DescribedSchemas): Json {
  return {
    RoomEvent: discriminate(schemas, RoomEvent),
    ClientEvent: discriminate(schemas, ClientEvent),
    RoomFrame: {
      description: 'A frame from the room, as text: one event, or several, oldest first.',
      oneOf: [
        { $ref: schemaAddress('RoomEvent') },
        { type: 'array', minItems: 1, items: { $ref: schemaAddress('RoomEvent') } },
      ],
    },
  }
}

function discriminate(schemas: DescribedSchemas, union: typeof RoomEvent | typeof ClientEvent): Json {
  const mapping = union.options.map((option) => [option.shape.event.value, schemas.refer(option).$ref])
  const discriminator = { propertyName: 'event', mapping: Object.fromEntries(mapping) }
  return { ...schemas.resolve(union), discriminator }
}
