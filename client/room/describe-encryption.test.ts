import { expect, test } from 'vitest'
import { exampleRoom } from '../../test/support/examples.ts'
import { encryptionTexts as t } from '../i18n/en/encryption.ts'
import { describeEncryption, type EncryptionState, readEncryptionState } from './describe-encryption.ts'

const USUAL: EncryptionState = {
  isInvitable: true,
  isRotationDue: false,
  hasPassword: false,
  isDoorClosed: false,
  isFromJoin: false,
  isForTwo: false,
  isLarge: false,
  keepsKeys: true,
  retention: null,
}

interface Case {
  what: string
  state: Partial<EncryptionState>
  /** Behind the first sentence, which is always the same. */
  says: string[]
}
const CASES: Case[] = [
  { what: 'a room with a link', state: {}, says: [t.link, t.removal] },
  { what: 'one with a password', state: { hasPassword: true }, says: [t.linkAndPassword, t.removal] },
  { what: 'one whose link is closed', state: { isInvitable: false }, says: [t.closed, t.removal] },
  {
    what: 'one whose link is closed, where a password is no matter',
    state: { isInvitable: false, hasPassword: true },
    says: [t.closed, t.removal],
  },
  { what: 'one whose door is closed', state: { isDoorClosed: true }, says: [t.knock, t.removal] },
  {
    what: 'one whose newcomers read nothing older',
    state: { isDoorClosed: true, isFromJoin: true, hasPassword: true },
    says: [t.fromJoin, t.removal],
  },
  {
    what: 'a large one whose newcomers read nothing older',
    state: { isDoorClosed: true, isFromJoin: true, isLarge: true },
    says: [t.fromJoinLarge, t.large],
  },
  { what: 'a room for two', state: { isForTwo: true }, says: [t.link] },
  {
    what: 'a room for two that has closed its link',
    state: { isForTwo: true, isInvitable: false },
    says: [t.closedForTwo],
  },
  { what: 'one that has yet to rotate', state: { isRotationDue: true }, says: [t.link, t.removalDue] },
  {
    what: 'one for two that has yet to rotate',
    state: { isRotationDue: true, isForTwo: true },
    says: [t.link, t.removalDue],
  },
  { what: 'a large one', state: { isLarge: true }, says: [t.link, t.large] },
  {
    what: 'a large one that has yet to change its link',
    state: { isLarge: true, isRotationDue: true },
    says: [t.link, t.largeDue],
  },
  {
    what: 'a browser that keeps nothing',
    state: { keepsKeys: false },
    says: [t.link, t.removal, t.forgets],
  },
  {
    what: 'a browser that keeps nothing, where the door is closed',
    state: { keepsKeys: false, isDoorClosed: true },
    says: [t.knock, t.removal, t.forgetsAtDoor],
  },
  {
    what: 'a browser that keeps nothing, where the link is closed',
    state: { keepsKeys: false, isInvitable: false },
    says: [t.closed, t.removal, t.forgetsAll],
  },
  {
    what: 'what a facilitator can read',
    state: { retention: 'The facilitator can read it.' },
    says: [t.link, t.removal, 'The facilitator can read it.'],
  },
]
test.for(CASES)('the lock says of $what what holds', ({ state, says }) => {
  expect(describeEncryption({ ...USUAL, ...state })).toEqual([t.sealed, ...says])
})

test('it says five sentences at most, of any room', () => {
  const fields = [
    ...(['isInvitable', 'isRotationDue', 'hasPassword', 'isForTwo', 'isLarge', 'keepsKeys'] as const),
    ...(['isDoorClosed', 'isFromJoin'] as const),
  ]
  for (let choice = 0; choice < 2 ** fields.length; choice += 1) {
    const chosen = fields.map((field, at) => [field, (choice & (1 << at)) > 0])
    const said = describeEncryption({ ...USUAL, ...Object.fromEntries(chosen), retention: 'It is kept.' })
    expect(said.length).toBeLessThanOrEqual(5)
    for (const sentence of said) expect(sentence.match(/[.?!](?=\s|$)/g)).toHaveLength(1)
  }
})

test('more than 200 seats are many', () => {
  const isLarge = (seats: number) =>
    readEncryptionState(exampleRoom({ seats }), { keepsKeys: true, retention: null }).isLarge
  expect([isLarge(200), isLarge(201)]).toEqual([false, true])
})
