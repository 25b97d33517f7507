import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { ClientEvent } from './client-events.ts'
import { PROTOCOL } from './limits.ts'
import { STATUS } from './refusal.ts'
import { SENTENCE } from './refusal-sentence.ts'
import { RoomEvent } from './room-events.ts'

/** SHA-256 of what may be said in either direction, as JSON schemas. */
function wireHash(): string {
  // `any` for what a schema can't say (a transform's result); `input` is what travels up, `output` what comes down.
  const schemas = [
    z.toJSONSchema(ClientEvent, { io: 'input', unrepresentable: 'any' }),
    z.toJSONSchema(RoomEvent, { io: 'output', unrepresentable: 'any' }),
  ]
  return createHash('sha256').update(JSON.stringify(schemas)).digest('hex')
}

test('the wire is the one that its version names: who changes what is said raises PROTOCOL, or says here why not', () => {
  expect({ protocol: PROTOCOL, hash: wireHash() }).toEqual({
    protocol: 1,
    // Still 1 with `closesAt`, `retainFor`, a welcome's `token` and a count's `participants`, and with all that rooms of
    // version 2, doors, roles, votes, files, answers and changed texts have, a room's `jurisdiction` and an error's `incident`: they may be missing, and who doesn't know them loses nothing.
    hash: 'dbb8acc55a568612b794597b6aa46cc5804b9a0ccac3d3ba51e3275163aeebf7',
  })
})

test('every refusal has a status of a failure and one sentence for a person', () => {
  expect(Object.keys(SENTENCE).sort()).toEqual(Object.keys(STATUS).sort())
  for (const status of Object.values(STATUS)) expect(status >= 400 && status < 600).toBe(true)
  for (const sentence of Object.values(SENTENCE)) expect(sentence).toMatch(/^[A-Z].*\.$/)
})
