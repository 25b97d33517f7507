import { describe, expect, test } from 'vitest'
import { Admission, Capacity, Instant, RoomId, RoomOptions, RoomPassword, RoomPatch } from './room.ts'

interface Case {
  what: string
  isAccepted: boolean
}

const ID = 'V1StGXR8_Z5jdHi6B-myT'

test.each<Case & { id: string }>([
  { what: '21 characters', id: ID, isAccepted: true },
  { what: '20 characters', id: ID.slice(1), isAccepted: false },
  { what: '22 characters', id: `${ID}x`, isAccepted: false },
  { what: 'a character of no id', id: `${ID.slice(1)}.`, isAccepted: false },
])('a room id of $what is accepted: $isAccepted', ({ id, isAccepted }) => {
  expect(RoomId.safeParse(id).success).toBe(isAccepted)
})

test.each([
  { capacity: 1, isAccepted: false },
  { capacity: 2, isAccepted: true },
  { capacity: 2.5, isAccepted: false },
  { capacity: 100_000, isAccepted: true },
  { capacity: 100_001, isAccepted: false },
  { capacity: null, isAccepted: true },
  { capacity: undefined, isAccepted: false },
])('a capacity of $capacity is accepted: $isAccepted', ({ capacity, isAccepted }) => {
  expect(Capacity.safeParse(capacity).success).toBe(isAccepted)
})

test.each<Case & { instant: number }>([
  { what: '0', instant: 0, isAccepted: false },
  { what: 'the first millisecond', instant: 1, isAccepted: true },
  { what: 'half a millisecond', instant: 1.5, isAccepted: false },
  { what: 'the end of the century', instant: Date.UTC(2100, 0, 1), isAccepted: true },
  { what: 'a millisecond later', instant: Date.UTC(2100, 0, 1) + 1, isAccepted: false },
])('$what is accepted as an instant: $isAccepted', ({ instant, isAccepted }) => {
  expect(Instant.safeParse(instant).success).toBe(isAccepted)
})

test.each<Case & { password: string | null | undefined }>([
  { what: 'none', password: undefined, isAccepted: true },
  { what: 'null', password: null, isAccepted: true },
  { what: '3 characters', password: 'x'.repeat(3), isAccepted: false },
  { what: '4 characters', password: 'x'.repeat(4), isAccepted: true },
  { what: '128 characters', password: 'x'.repeat(128), isAccepted: true },
  { what: '129 characters', password: 'x'.repeat(129), isAccepted: false },
])('a password of $what is accepted for a room: $isAccepted', ({ password, isAccepted }) => {
  expect(RoomPassword.safeParse(password).success).toBe(isAccepted)
})

test.each<Case & { hash: string | null | undefined }>([
  { what: 'none', hash: undefined, isAccepted: true },
  { what: 'null', hash: null, isAccepted: true },
  { what: '42 characters', hash: 'a'.repeat(42), isAccepted: false },
  { what: '43 characters', hash: 'a'.repeat(43), isAccepted: true },
  { what: '44 characters', hash: 'a'.repeat(44), isAccepted: false },
  { what: '43 of which one is no base64url', hash: `+${'a'.repeat(42)}`, isAccepted: false },
])('an admission hash of $what is accepted: $isAccepted', ({ hash, isAccepted }) => {
  expect(Admission.safeParse(hash).success).toBe(isAccepted)
})

describe('the options of a room', () => {
  test('have the defaults of the contract', () => {
    expect(RoomOptions.parse({})).toEqual({
      capacity: 2,
      lifetime: 600,
      expiry: 'fixed',
      encryption: 'none',
      destroyBy: 'anyone',
      starts: 'now',
      waitFor: 86_400,
      door: 'open',
      history: 'all',
      files: true,
      keys: 1,
    })
  })

  test.each([
    { capacity: 2, destroyBy: undefined, result: 'anyone' },
    { capacity: 3, destroyBy: undefined, result: 'host' },
    { capacity: null, destroyBy: undefined, result: 'host' },
    { capacity: 2, destroyBy: 'host', result: 'host' },
    { capacity: 3, destroyBy: 'anyone', result: 'anyone' },
  ])('with $capacity seats and $destroyBy let $result destroy it', ({ capacity, destroyBy, result }) => {
    expect(RoomOptions.parse({ capacity, destroyBy }).destroyBy).toBe(result)
  })

  test.each<Case & { options: object }>([
    { what: '9 seconds', options: { lifetime: 9 }, isAccepted: false },
    { what: '10 seconds', options: { lifetime: 10 }, isAccepted: true },
    { what: 'half a second more', options: { lifetime: 10.5 }, isAccepted: false },
    { what: 'a day', options: { lifetime: 86_400 }, isAccepted: true },
    { what: 'a second more', options: { lifetime: 86_401 }, isAccepted: false },
    { what: 'a sliding end', options: { expiry: 'sliding' }, isAccepted: true },
    { what: 'another end', options: { expiry: 'never' }, isAccepted: false },
    { what: 'encryption', options: { encryption: 'e2ee' }, isAccepted: true },
    { what: 'another encryption', options: { encryption: 'rot13' }, isAccepted: false },
    { what: 'nobody who destroys it', options: { destroyBy: 'nobody' }, isAccepted: false },
    { what: 'an unknown field', options: { title: 'Talk' }, isAccepted: false },
  ])('with $what are accepted: $isAccepted', ({ options, isAccepted }) => {
    expect(RoomOptions.safeParse(options).success).toBe(isAccepted)
  })
})

test.each<Case & { patch: object }>([
  { what: 'nothing', patch: {}, isAccepted: false },
  { what: 'a field without a value', patch: { locked: undefined }, isAccepted: false },
  { what: 'the lock alone', patch: { locked: false }, isAccepted: true },
  { what: 'the end alone', patch: { closesAt: 1 }, isAccepted: true },
  { what: 'both', patch: { locked: true, closesAt: 1 }, isAccepted: true },
  { what: 'no instant', patch: { closesAt: 0 }, isAccepted: false },
  { what: 'an unknown field', patch: { locked: true, capacity: 3 }, isAccepted: false },
])('a change of a room with $what is accepted: $isAccepted', ({ patch, isAccepted }) => {
  expect(RoomPatch.safeParse(patch).success).toBe(isAccepted)
})
