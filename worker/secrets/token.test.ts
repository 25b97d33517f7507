import { describe, expect, test } from 'vitest'
import { claimParticipantId } from '../ids.ts'
import { claimSecret } from './secret.ts'
import { parseToken, splitHostToken, withHostToken, writeToken } from './token.ts'

const ID = claimParticipantId('V1StGXR8_Z5jdHi6B-myT')
const SECRET = claimSecret<'seat'>(`${'A'.repeat(42)}_`)

describe('a token', () => {
  test('is an id and a secret', () => {
    expect(parseToken(`${ID}.${SECRET}`)).toEqual({
      participantId: ID,
      secret: SECRET,
      relay: null,
    })
  })

  test('names the relay where the seat is at one, and is written as it is read', () => {
    const token = { participantId: ID, secret: SECRET, relay: 'weur-12' as const }
    expect(writeToken(token)).toBe(`${ID}.${SECRET}.weur-12`)
    expect(parseToken(writeToken(token))).toEqual(token)
    expect(parseToken(writeToken({ ...token, relay: null }))).toEqual({ ...token, relay: null })
  })

  const NONE: (string | undefined)[] = [
    undefined,
    '',
    '.',
    ID,
    SECRET,
    `${ID}.`,
    `.${SECRET}`,
    `${ID}${SECRET}`,
    `${ID}.${SECRET}x`,
    `x${ID}.${SECRET}`,
    `${ID}.${SECRET}\n`,
    ` ${ID}.${SECRET}`,
    `${ID}.${SECRET.slice(1)}`,
    `${ID}.${SECRET.slice(1)}=`,
    `${ID}.${ID}.${SECRET}`,
    `${ID}.${SECRET}.`,
    `${ID}.${SECRET}.weur`,
    `${ID}.${SECRET}.weur-1234`,
    `${ID}.${SECRET}.mars-1`,
    `${ID}.${SECRET}.weur-1.weur-1`,
    `${ID}.${SECRET}../-1`,
    '__proto__.constructor',
  ]
  test.for(NONE)('is not %j', (raw) => {
    expect(parseToken(raw)).toBe(null)
  })
})

describe('a cookie', () => {
  const TOKEN = `${ID}.${SECRET}`
  const HOST = `${'B'.repeat(42)}-`

  test('carries the host’s token behind the participant’s, and is split into both', () => {
    for (const token of [TOKEN, `${TOKEN}.weur-12`]) {
      const value = withHostToken(token, HOST)
      expect(value).toBe(`${token}~${HOST}`)
      expect(splitHostToken(value)).toEqual({ token, hostToken: HOST })
      expect(parseToken(value)).toEqual(parseToken(token))
      expect(withHostToken(value, HOST)).toBe(value)
    }
  })

  test.for([undefined, '', 'x', `${HOST}x`, `${HOST}; Path=/`])(
    'carries no host’s token that is %j',
    (wrong) => {
      expect(withHostToken(TOKEN, wrong)).toBe(TOKEN)
      expect(splitHostToken(`${TOKEN}~${wrong}`).hostToken).toBe(undefined)
    },
  )

  test('without one is the token alone', () => {
    expect(splitHostToken(TOKEN)).toEqual({ token: TOKEN })
    expect(splitHostToken(undefined)).toEqual({})
  })
})
