import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { CALLS } from '../protocol/calls.ts'
import { ClientEvent } from '../protocol/client-events.ts'
import { CLOSE } from '../protocol/close.ts'
import { Message } from '../protocol/message.ts'
import { STATUS } from '../protocol/refusal.ts'
import { Room } from '../protocol/room.ts'
import { RoomEvent } from '../protocol/room-events.ts'
import { app } from './app.ts'
import { PERMISSIONS } from './room/rules/permissions.ts'
import { QUERY_FORM_ROUTES } from './routes/query-form.ts'

const PAGE = readFileSync(new URL('../docs/protocol.md', import.meta.url), 'utf8')

/** The calls that the page lists in its tables, such as `GET /api/rooms/:id`. */
const listed = new Set(Array.from(PAGE.matchAll(/^\| `([A-Z]+ \/api\/[^\s?`]*)/gm), ([, call = '']) => call))

/** What stands in the first cells of its tables. */
const firstCells = Array.from(PAGE.matchAll(/^\| ([^|]*)/gm), ([, cell = '']) => cell).join()

/** What a call takes, as the first cell of its row says it. */
const takenOf = new Map(
  Array.from(PAGE.matchAll(/^\| `([A-Z]+ \/api\/[^\s?`]*)(.*?) \| /gm), ([, call = '', taken = '']) => [
    call,
    taken,
  ]),
)

/** The calls that the Worker answers, without those in query form. */
const served = new Set(
  app.routes
    .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/'))
    .map(({ method, path }) => `${method} ${path}`)
    .filter((call) => !QUERY_FORM_ROUTES.some(({ method, path }) => call === `${method} ${path}`)),
)

/** The table of who may do what, as the page has to have it. */
const permissions = Object.values(PERMISSIONS)
  .map((permission) => {
    const { says, host, facilitator, participant } = permission
    const whom = 'whom' in permission ? permission.whom.join(', ') : ''
    return `| ${[says, host.says, facilitator.says, participant.says, whom].join(' | ')} |`
  })
  .join('\n')

describe('docs/protocol.md', () => {
  test('prints who may do what as the code has it', () => {
    const [printed] = PAGE.match(/(?<=^\| who may \|.*\n\|[- |]*\n)(\|.*\n?)+/m) ?? []
    expect(printed?.trim()).toBe(permissions)
  })

  test('lists every call, and none that is not there', () => {
    expect([...listed].sort()).toEqual([...served].sort())
  })

  test('names every field that a call takes, and whether it may be left out', () => {
    const told = Object.entries(CALLS).flatMap(([call, { body }]) =>
      body instanceof z.ZodObject ? [{ call, fields: Object.entries(body.shape) }] : [],
    )
    expect(told.length).toBeGreaterThan(15)
    for (const { call, fields } of told) {
      // A plan is changed by what it is made of, and more.
      const isChange = call === 'PATCH /api/account/rooms/:id'
      const taken = `${isChange ? takenOf.get('POST /api/account/rooms') : ''}${takenOf.get(call)}`
      const endOf = (schema: z.core.$ZodType) =>
        z.safeParse(schema, undefined).success ? '\\?' : '\\b(?!\\?)'
      const isNamed = ([field, schema]: [string, z.core.$ZodType]) =>
        new RegExp(`[{ \`]${field}${isChange ? '\\b' : endOf(schema)}`).test(taken)
      expect([call, fields.filter((each) => !isNamed(each)).map(([field]) => field)]).toEqual([call, []])
    }
  })

  test('names every refusal', () => {
    expect(Object.keys(STATUS).filter((code) => !PAGE.includes(`\`${code}\``))).toEqual([])
  })

  test.for([
    { union: 'from the server', events: RoomEvent.options },
    { union: 'from a client', events: ClientEvent.options },
  ])('names every event $union', ({ events }) => {
    const names = events.map(({ shape }) => shape.event.value)
    expect(names.filter((name) => !firstCells.includes(`\`${name}\``))).toEqual([])
  })

  test('names every field of an event, a room and a message', () => {
    const fields = [Room, Message, ...RoomEvent.options.map(({ shape }) => shape.data)].flatMap(({ shape }) =>
      Object.keys(shape),
    )
    expect(fields.filter((field) => !new RegExp(`[{\`, ]${field}[?}\`,:]`).test(PAGE))).toEqual([])
  })

  test('names every close code', () => {
    expect(Object.values(CLOSE).filter((code) => !PAGE.includes(`| ${code} |`))).toEqual([])
  })
})
