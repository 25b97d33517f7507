import * as z from 'zod'
import { type DescribedSchemas, type Json, schemaAddress } from './describe-schemas.ts'

const ID = { type: 'string' }
const WHOLE = { type: 'integer', minimum: 0 }

/** What the parameters of a path are, by their names in the routes. */
const IN_PATH: Readonly<Record<string, { schema: Json; description: string }>> = {
  id: { schema: { $ref: schemaAddress('RoomId') }, description: 'The id of a room.' },
  participantId: { schema: ID, description: 'The id of a participant of the room.' },
  sessionId: { schema: ID, description: 'The id of a session of the account.' },
  seq: { schema: { type: 'integer', minimum: 1 }, description: 'The number of a message.' },
  code: { schema: { $ref: schemaAddress('ReactionCode') }, description: 'The code of a reaction.' },
  fileId: { schema: ID, description: 'The id of a file.' },
  index: { schema: WHOLE, description: 'The index of a chunk of the file, from 0 on.' },
}

/** Describes a parameter of a path. @throws an error where nothing is known of it */
export function describeParameter(name: string): Json {
  const known = IN_PATH[name]
  if (known === undefined) throw new Error(`nobody says what :${name} is in a path`)
  return { name, in: 'path', required: true, ...known }
}

/** How a stream of events is resumed. */
export const LAST_EVENT_ID: Json = {
  name: 'Last-Event-ID',
  in: 'header',
  description: 'The `id` of the newest event that its client has received. It wins over `after` and `rev`.',
  schema: { type: 'string' },
}

/** The room of a call in query form. */
export const ROOM_IN_QUERY: Json = {
  name: 'roomId',
  in: 'query',
  required: true,
  description: 'The id of a room.',
  schema: { $ref: schemaAddress('RoomId') },
}

/** Describes the parameters of a query. */
export function describeQuery(query: z.ZodType, schemas: DescribedSchemas): Json[] {
  const { properties = {}, required = [] } = schemas.resolve(query) as {
    properties?: Record<string, Json>
    required?: string[]
  }
  // What is read as a number has its limits there.
  const read: Json = { ...z.toJSONSchema(query, { unrepresentable: 'any' }) }
  const numbers = read.properties as Record<string, Json>
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: 'query',
    ...(required.includes(name) && { required: true }),
    ...(description !== undefined && { description }),
    schema: schema.$ref === schemaAddress('Cursor') ? describeNumber(schema, numbers[name]) : schema,
  }))
}

/** A cursor is digits: a number for whoever makes a client of the description. */
function describeNumber({ $ref: _, ...others }: Json, { minimum, maximum }: Json = {}): Json {
  return {
    ...WHOLE,
    ...(minimum !== undefined && { minimum }),
    ...(maximum !== undefined && { maximum }),
    ...others,
  }
}
