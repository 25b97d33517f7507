import { expect, test } from 'vitest'
import { openSeat } from './opened-seat.ts'

const WHOLE = {
  ...{ version: 1, server: 'https://chat.example', roomId: 'V1StGXR8_Z5jdHi6B-myT', link: null, name: null },
  cookies: { 'x-auth-token': 'a' },
}

test.for([
  { cookies: null },
  { cookies: { 'x-auth-token': null } },
  { server: 5 },
  { server: undefined },
  { roomId: {} },
  { version: 2 },
])('a seat with %j was not kept whole', async (change) => {
  // As it is read out of a file, which anything may have happened to.
  const seat = JSON.parse(JSON.stringify({ ...WHOLE, ...change }))
  expect((await openSeat({ seat })).refusal?.code).toBe('bad-seat')
})

test('one that was kept whole is opened', async () => {
  const { value } = await openSeat({ seat: JSON.parse(JSON.stringify(WHOLE)) })
  expect(value?.jar.header()).toBe('x-auth-token=a')
})
