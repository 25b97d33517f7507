import { expect, test } from 'vitest'
import { Alias, JoinOffer, JoinRequest, ParticipantPatch, RemovalQuery } from './participant.ts'

interface Case {
  what: string
  isAccepted: boolean
}

test('an alias is stored without the space around it, and a wrong one is refused with what to do', () => {
  expect(Alias.parse(' Ada  Lovelace ')).toBe('Ada Lovelace')
  expect(Alias.safeParse('x'.repeat(33)).error?.issues[0]?.message).toBe(
    'Use 32 characters at most; this has 33.',
  )
})

test.each<Case & { body: object }>([
  { what: 'nothing', body: {}, isAccepted: true },
  { what: 'a password of 128 characters', body: { password: 'x'.repeat(128) }, isAccepted: true },
  { what: 'a password of 129 characters', body: { password: 'x'.repeat(129) }, isAccepted: false },
  { what: 'a proof of 256 characters', body: { admission: 'x'.repeat(256) }, isAccepted: true },
  { what: 'a proof of 257 characters', body: { admission: 'x'.repeat(257) }, isAccepted: false },
  { what: 'an unknown field', body: { role: 'host' }, isAccepted: false },
])('a request to join with $what is accepted: $isAccepted', ({ body, isAccepted }) => {
  expect(JoinRequest.safeParse(body).success).toBe(isAccepted)
  expect(JoinOffer.safeParse(body).success).toBe(isAccepted)
})

test.each<Case & { body: object }>([
  { what: 'a token of 128 characters', body: { token: 'x'.repeat(128) }, isAccepted: true },
  { what: 'a token of 129 characters', body: { token: 'x'.repeat(129) }, isAccepted: false },
])('an offer with $what is accepted: $isAccepted', ({ body, isAccepted }) => {
  expect(JoinOffer.safeParse(body).success).toBe(isAccepted)
  expect(JoinRequest.safeParse(body).success).toBe(false)
})

test('a participant changes the alias and nothing else', () => {
  expect(ParticipantPatch.safeParse({ alias: 'Ada' }).success).toBe(true)
  expect(ParticipantPatch.safeParse({}).success).toBe(false)
  expect(ParticipantPatch.safeParse({ alias: 'Ada', role: 'host' }).success).toBe(false)
})

test('a removal is of anyone, or only of somebody who is away', () => {
  expect(RemovalQuery.parse({})).toEqual({})
  expect(RemovalQuery.safeParse({ away: 'true' }).success).toBe(true)
  expect(RemovalQuery.safeParse({ waiting: 'true' }).success).toBe(true)
  expect(RemovalQuery.safeParse({ away: 'yes' }).success).toBe(false)
})
