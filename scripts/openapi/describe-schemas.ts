import { readFileSync } from 'node:fs'
import * as z from 'zod'
import * as account from '../../protocol/account.ts'
import * as answers from '../../protocol/answers.ts'
import * as clientEvents from '../../protocol/client-events.ts'
import * as cursor from '../../protocol/cursor.ts'
import * as epochs from '../../protocol/epochs.ts'
import * as files from '../../protocol/files.ts'
import * as message from '../../protocol/message.ts'
import * as messageUpdate from '../../protocol/message-update.ts'
import * as participant from '../../protocol/participant.ts'
import * as reactions from '../../protocol/reactions.ts'
import * as room from '../../protocol/room.ts'
import * as roomEvents from '../../protocol/room-events.ts'
import * as schedule from '../../protocol/schedule.ts'
import { readComments } from './read-comments.ts'

/** An object of JSON. */
export type Json = { [key: string]: unknown }

/** The files of `protocol/` with schemas. What they export has the same name in the description. */
const FILES: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  account,
  answers,
  'client-events': clientEvents,
  cursor,
  epochs,
  files,
  message,
  'message-update': messageUpdate,
  participant,
  reactions,
  room,
  'room-events': roomEvents,
  schedule,
}

/** Where a schema stands in the description. */
export function schemaAddress(name: string): string {
  return `#/components/schemas/${name}`
}

/** Returns words that hyphens or dots join as one word for a type: `room-full` is `RoomFull`. */
export function toPascalCase(words: string): string {
  return words
    .split(/[-.]/)
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join('')
}

/** The schemas of the protocol, with the names and the words that the description has for them. */
export class DescribedSchemas {
  readonly #registry = z.registry<{ id?: string; description?: string }>()
  readonly #schemas: Readonly<Record<string, Json>>

  constructor() {
    for (const [file, exported] of Object.entries(FILES)) {
      const source = readFileSync(new URL(`../../protocol/${file}.ts`, import.meta.url), 'utf8')
      this.#name(exported, readComments(source))
    }
    // Every body and every answer is read by its `input`: what a transform makes of it never goes over the wire.
    const { schemas } = z.toJSONSchema(this.#registry, {
      io: 'input',
      metadata: this.#registry,
      unrepresentable: 'any',
      uri: schemaAddress,
      override: ({ jsonSchema }) => {
        delete jsonSchema.id
        // Whatever is counted or timed on the wire is whole; the tests refuse anything else.
        if (jsonSchema.type === 'number') jsonSchema.type = 'integer'
      },
    })
    this.#schemas = Object.fromEntries(
      Object.entries(schemas).map(([name, { $schema, $id, ...schema }]) => [name, schema as Json]),
    )
  }

  /** Returns a reference to a schema that `protocol/` exports. @throws an error where it exports none such */
  refer(schema: z.ZodType): { $ref: string } {
    const name = this.#registry.get(schema)?.id
    if (name === undefined)
      throw new Error('a schema of a call is not exported: it has no name to describe it by')
    return { $ref: schemaAddress(name) }
  }

  /** Returns a schema that `protocol/` exports as JSON. @throws an error where it exports none such */
  resolve(schema: z.ZodType): Json {
    return this.find(this.#registry.get(schema)?.id ?? '')
  }

  /** Returns a schema by its name. @throws an error where there is none */
  find(name: string): Json {
    const schema = this.#schemas[name]
    if (schema === undefined) throw new Error(`protocol/ exports no schema ${name}`)
    return schema
  }

  /** Returns the schemas that a document refers to, and those that these refer to, by name in the order of the alphabet. */
  listReferred(document: object): Json {
    const referred = new Map<string, Json>()
    const collect = (value: object) => {
      for (const [, name = ''] of JSON.stringify(value).matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
        const schema = this.#schemas[name]
        if (schema === undefined || referred.has(name)) continue
        referred.set(name, schema)
        collect(schema)
      }
    }
    collect(document)
    return Object.fromEntries([...referred].sort(([one], [other]) => (one < other ? -1 : 1)))
  }

  /** Gives names and descriptions to the schemas of a file, to their fields, and to events. */
  #name(exported: Readonly<Record<string, unknown>>, comments: ReadonlyMap<string, string>): void {
    const add = (schema: z.core.$ZodType, id: string | undefined, comment: string) => {
      const description = comments.get(comment)
      if (this.#registry.has(schema) || (id ?? description) === undefined) return
      this.#registry.add(schema, { ...(id && { id }), ...(description && { description }) })
    }
    for (const [name, value] of Object.entries(exported)) {
      if (!(value instanceof z.ZodType)) continue
      add(value, name, name)
      if (!(value instanceof z.ZodDiscriminatedUnion)) continue
      for (const option of value.options as z.ZodObject<{ event: z.ZodLiteral<string> }>[]) {
        const event = option.shape.event.value
        add(option, `${toPascalCase(event)}${name.replace('Room', '')}`, `${name}.${event}`)
      }
    }
    for (const comment of comments.keys()) {
      const [name = '', field] = comment.split('.')
      const owner = exported[name]
      if (field === undefined || typeof owner !== 'object' || owner === null) continue
      const fields = owner instanceof z.ZodType ? findFields(owner, field) : [Reflect.get(owner, field)]
      // Where two fields have one name, the comment could mean either.
      const [only, other] = new Set(fields.filter((each) => each instanceof z.ZodType))
      if (only && !other) add(only, undefined, comment)
    }
  }
}

/** Finds the fields of a name in a schema, at any depth. */
function findFields(schema: unknown, name: string): z.ZodType[] {
  if (Array.isArray(schema)) return schema.flatMap((each) => findFields(each, name))
  if (!(schema instanceof z.ZodType)) return []
  if (schema instanceof z.ZodObject) {
    const { [name]: found, ...others } = schema.shape
    return [...(found instanceof z.ZodType ? [found] : []), ...findFields(Object.values(others), name)]
  }
  if (schema instanceof z.ZodPipe) return findFields(schema.in, name)
  if (schema instanceof z.ZodUnion) return findFields(schema.options, name)
  return []
}
