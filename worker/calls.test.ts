import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { CALLS, refusalsOf } from '../protocol/calls.ts'
import { type RefusalCode, STATUS } from '../protocol/refusal.ts'
import { app } from './app.ts'
import { parsingOf, requireEmptyBody } from './http/body.ts'
import { requireOwnRoom, requireRoom } from './http/require-room.ts'
import { requireSession } from './http/require-session.ts'

const PAGE = readFileSync(new URL('../docs/protocol.md', import.meta.url), 'utf8')

/** The handlers of each call that the Worker answers. */
const served: Partial<Record<string, { handler: object }[]>> = Object.groupBy(
  app.routes.filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/')),
  ({ method, path }): string => `${method} ${path}`,
)

/** What the page lists: the last cell of each row about a call. */
const listed = Array.from(
  PAGE.matchAll(/^\| `([A-Z]+ \/api\/[^\s?`]*).* \| (.*) \|$/gm),
  ([, route, cell]) => ({
    route: route ?? '',
    cell: cell ?? '',
  }),
)

/** The fields of a call's body, where its row has them behind the address. */
const bodies = Array.from(
  PAGE.matchAll(/^\| `([A-Z]+ \/api\/[^\s?`]*)[^|`]*` `\{([^|`]*)\}`/gm),
  ([, route = '', fields = '']) => ({ route, fields: fields.match(/[a-z]\w*(?=[?,:]|$)/gi) ?? [] }),
)

/** What everybody may be refused with, as the page says above and below its tables. */
const SAID_ELSEWHERE: ReadonlySet<RefusalCode> = new Set([
  'body-too-large',
  'busy',
  'internal',
  'room-closed',
  'room-not-found',
  'room-not-open',
  'too-many-requests',
  'waiting',
  'wrong-origin',
])

/** The refusals of a row. A status without a code means the usual one; a row may name another one's. */
function codesOf(route: string, cell: string): RefusalCode[] {
  const usual: Readonly<Record<string, RefusalCode>> = {
    400: 'invalid-request',
    401: /\/(account|session)\b/.test(route) ? 'not-signed-in' : 'not-a-participant',
    404: 'room-not-found',
    413: 'body-too-large',
    429: 'too-many-requests',
  }
  return Array.from(cell.matchAll(/(\d{3})((?: `[a-z-]+`)*)/g)).flatMap(([, status = '', codes = '']) => {
    const named = Array.from(codes.matchAll(/`([a-z-]+)`/g), ([, code]) => code as RefusalCode)
    if (named.length === 0) return usual[status] ?? []
    expect(named.map((code) => [route, code, STATUS[code]])).toEqual(
      named.map((code) => [route, code, Number(status)]),
    )
    return named
  })
}

describe('the table of calls', () => {
  test('has every call that the Worker answers, and no other', () => {
    expect(Object.keys(CALLS).sort()).toEqual(Object.keys(served).sort())
  })

  test.for(Object.entries(CALLS))(
    'says what %s takes, and who may make it',
    ([route, { body, query, access }]) => {
      const handlers = served[route]?.map(({ handler }) => handler) ?? []
      const schemaOf = (part: 'json' | 'query') =>
        handlers.map((handler) => parsingOf(handler)).find((parsing) => parsing?.part === part)?.schema
      expect(schemaOf('query') === query).toBe(true)
      expect(schemaOf('json') === (body instanceof z.ZodType ? body : undefined)).toBe(true)
      expect(handlers.includes(requireEmptyBody)).toBe(body === 'empty')
      expect(handlers.includes(requireSession)).toBe(access === 'account')
      const isOfRoom = handlers.some((handler) => handler === requireRoom || handler === requireOwnRoom)
      expect(isOfRoom).toBe(route.includes('/rooms/:id'))
    },
  )

  test('has a name of its own for every call', () => {
    const ids = Object.values(CALLS).map(({ id }) => id)
    expect(ids).toEqual([...new Set(ids)])
  })
})

describe('docs/protocol.md', () => {
  test('has one row for every call', () => {
    expect(listed.map(({ route }) => route).sort()).toEqual(Object.keys(CALLS).sort())
  })

  test.for(bodies)('lists every field of the body of $route', ({ route, fields }) => {
    const body = CALLS[route]?.body
    if (!(body instanceof z.ZodType)) throw new Error(`${route} takes no body`)
    const { properties } = z.toJSONSchema(body, { io: 'input', unrepresentable: 'any' })
    expect(fields.sort()).toEqual(Object.keys(properties ?? {}).sort())
  })

  test.for(listed)('lists the refusals of $route', ({ route, cell }) => {
    const call = CALLS[route]
    if (call === undefined) throw new Error(`${route} is no call`)
    const codes = refusalsOf(route, call)
    const join = cell.includes('as `join`') ? listed.find((row) => row.route.endsWith('/join')) : undefined
    const rows = [...codesOf(route, cell), ...(join ? codesOf(join.route, join.cell) : [])]
    expect(rows.filter((code) => !codes.has(code))).toEqual([])
    const unsaid = [...codes].filter((code) => !SAID_ELSEWHERE.has(code) && !rows.includes(code))
    expect(unsaid).toEqual([])
  })
})
