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

/** What a call answers, as the second cell of its row says it. */
const answered = new Map(
  Array.from(PAGE.matchAll(/^\| `([A-Z]+ \/api\/[^\s?`]*).*? \| (.*?) \| /gm), ([, call = '', cell = '']) => [
    call,
    cell,
  ]),
)

/** Finds the fields of an object that a cell does not name, or of which it does not say rightly whether they may be missing. */
function findUnnamed(cell: string, { shape }: z.ZodObject): string[] {
  const isNamed = ([field, schema]: [string, z.core.$ZodType]) =>
    new RegExp(`[{ \`]${field}${z.safeParse(schema, undefined).success ? '\\?' : '\\b(?!\\?)'}`).test(cell)
  return Object.entries(shape).flatMap((each) => (isNamed(each) ? [] : each[0]))
}

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

  test('names every field of an answer, where it lists them, and says which may be missing', () => {
    for (const [call, { answers }] of Object.entries(CALLS)) {
      const [answer] = Object.values(answers)
      const cell = answered.get(call) ?? ''
      if (!(answer instanceof z.ZodObject) || !/^20\d `\{/.test(cell)) continue
      expect([call, ...findUnnamed(cell, answer)]).toEqual([call])
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
