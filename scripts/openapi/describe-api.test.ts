import { readFileSync } from 'node:fs'
import { Validator } from '@seriousme/openapi-schema-validator'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { CALLS, refusalsOf } from '../../protocol/calls.ts'
import { ClientEvent } from '../../protocol/client-events.ts'
import { RoomEvent } from '../../protocol/room-events.ts'
import { QUERY_FORM_ROUTES } from '../../worker/routes/query-form.ts'
import { formatDescription } from './write-description.ts'

interface Described {
  openapi: string
  info: { version: string }
  paths: Record<string, Record<string, { operationId: string; responses: Record<string, unknown> }>>
  components: Record<string, Record<string, { description?: string }>>
}

interface Union {
  discriminator: { mapping: Record<string, string> }
}

const text = formatDescription()
const api: Described = JSON.parse(text)

function operationOf(method: string, path: string) {
  return api.paths[path.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()]
}

/** A part of the description with everything in place that it refers to. */
function resolve(part: unknown): string {
  const inPlace = (_: string, value: unknown) => {
    const address = typeof value === 'object' && value !== null ? Reflect.get(value, '$ref') : undefined
    return address === undefined ? value : find(String(address))
  }
  return JSON.stringify(part, inPlace)
}

/** What stands at an address such as `#/components/schemas/Room`. */
function find(address: string): unknown {
  const [, group = '', name = ''] = /^#\/components\/(\w+)\/([\w-]+)$/.exec(address) ?? []
  const found = api.components[group]?.[name]
  if (found === undefined) throw new Error(`nothing is at ${address}`)
  return found
}

test('an independent validator finds it valid OpenAPI 3.1', async () => {
  const validator = new Validator()
  const { valid, errors } = await validator.validate(JSON.parse(text))
  expect({ valid, errors, version: validator.version }).toEqual({
    valid: true,
    errors: undefined,
    version: '3.1',
  })
})

test('is the same each time, and has the version of the project', () => {
  expect(formatDescription()).toBe(text)
  expect(readFileSync('package.json', 'utf8')).toContain(`"version": "${api.info.version}"`)
})

test.for(Object.entries(CALLS))('has %s with all that it answers and refuses', ([route, call]) => {
  const [method = '', path = ''] = route.split(' ')
  const { operationId, responses } = operationOf(method, path) ?? { responses: {} }
  expect(operationId).toBe(call.id)
  expect(Object.keys(responses)).toEqual(expect.arrayContaining(Object.keys(call.answers)))
  const refused = Object.entries(responses).filter(([status]) => Number(status) >= 400)
  const codes = [...resolve(refused).matchAll(/"code":\{"const":"([a-z-]+)"/g)].map(([, code]) => code)
  expect([...new Set(codes)].sort()).toEqual([...refusalsOf(route, call)].sort())
})

test.for(QUERY_FORM_ROUTES)('has $method $path in query form', ({ method, path }) => {
  const operation = operationOf(method, path)
  expect(JSON.stringify(operation).includes('"roomId"')).toBe(!path.endsWith('/create'))
  expect(JSON.stringify(operation)).not.toContain('"path"')
})

test('has no two operations of one name', () => {
  const ids = Object.values(api.paths).flatMap((path) =>
    Object.values(path).map(({ operationId }) => operationId),
  )
  expect(ids).toEqual([...new Set(ids)])
})

test.for([
  { name: 'RoomEvent', events: RoomEvent.options },
  { name: 'ClientEvent', events: ClientEvent.options },
])('has every event of $name by its name', ({ name, events }) => {
  const { discriminator } = find(`#/components/schemas/${name}`) as Union
  const described = Object.entries(discriminator.mapping).map(([event, address]) => [
    event,
    resolve(find(address)).includes(`"const":"${event}"`),
  ])
  expect(described).toEqual(events.map(({ shape }) => [shape.event.value, true]))
})

test('says what each schema is', () => {
  const schemas = Object.entries(api.components.schemas ?? {})
  expect(schemas.filter(([, { description }]) => !description).map(([name]) => name)).toEqual([])
})

test('every example is what its call takes', () => {
  const wrong = Object.entries(CALLS).filter(
    ([, { body, example }]) => example && !(body instanceof z.ZodType && body.safeParse(example).success),
  )
  expect(wrong).toEqual([])
})
