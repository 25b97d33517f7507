import { describe, expect, test } from 'vitest'
import { Confirmation, Credentials, Email, emailKey, PasswordChange, Recovery, SignUp } from './account.ts'

interface Case {
  what: string
  isAccepted: boolean
}

describe('an e-mail address', () => {
  test.each<Case & { email: string }>([
    { what: 'as usual', email: 'ada@example.com', isAccepted: true },
    { what: 'with space around it', email: ' ada@example.com\n', isAccepted: true },
    { what: 'with a domain in another script', email: 'ada@bücher.example', isAccepted: true },
    { what: 'with signs that mean something in a URL', email: 'ada?@example.com', isAccepted: true },
    { what: 'with 64 characters before the @', email: `${'a'.repeat(64)}@example.com`, isAccepted: true },
    { what: 'with 65 characters before the @', email: `${'a'.repeat(65)}@example.com`, isAccepted: false },
    { what: 'without an @', email: 'ada.example.com', isAccepted: false },
    { what: 'with two', email: 'ada@lovelace@example.com', isAccepted: false },
    { what: 'without a dot in its domain', email: 'ada@example', isAccepted: false },
    { what: 'with a space in it', email: 'ada lovelace@example.com', isAccepted: false },
    { what: 'with a character that is not seen', email: 'a\u200bda@example.com', isAccepted: false },
    { what: 'whose domain is no domain', email: 'ada@1.2.3.400', isAccepted: false },
    { what: 'of 254 characters', email: `ada@${'a.'.repeat(124)}io`, isAccepted: true },
    { what: 'of 255 characters', email: `adam@${'a.'.repeat(124)}io`, isAccepted: false },
  ])('$what is accepted: $isAccepted', ({ email, isAccepted }) => {
    expect(Email.safeParse(email).success).toBe(isAccepted)
  })

  test('is stored as it was typed, without the space around it', () => {
    expect(Email.parse(' Ada@Example.com ')).toBe('Ada@Example.com')
  })

  test.each([
    { one: 'Ada@Example.com', other: ' ada@example.com ', isSame: true },
    { one: 'ada@bücher.example', other: 'ada@xn--bcher-kva.example', isSame: true },
    { one: 'adé@example.com', other: 'ade\u0301@example.com', isSame: true },
    { one: 'ada@example.com', other: 'adam@example.com', isSame: false },
    { one: 'ada@example.com', other: 'ada@example.org', isSame: false },
    { one: 'nobody', other: 'NOBODY', isSame: true },
    { one: 'ada@1.2.3.400', other: 'ada@1.2.3.401', isSame: false },
  ])('$one is the account of $other: $isSame', ({ one, other, isSame }) => {
    expect(emailKey(one) === emailKey(other)).toBe(isSame)
  })
})

const email = 'ada@example.com'
const newPassword = 'x'.repeat(10)

describe('a password that is set', () => {
  test.each([
    { length: 9, isAccepted: false },
    { length: 10, isAccepted: true },
    { length: 256, isAccepted: true },
    { length: 257, isAccepted: false },
  ])('with $length characters is accepted: $isAccepted', ({ length, isAccepted }) => {
    const password = 'x'.repeat(length)
    expect(SignUp.safeParse({ email, password }).success).toBe(isAccepted)
    expect(PasswordChange.safeParse({ password: 'old', newPassword: password }).success).toBe(isAccepted)
    expect(Recovery.safeParse({ email, code: 'c', newPassword: password }).success).toBe(isAccepted)
  })
})

describe('a password that is checked', () => {
  test.each([
    { length: 0, isAccepted: true },
    { length: 256, isAccepted: true },
    { length: 257, isAccepted: false },
  ])('with $length characters is accepted: $isAccepted', ({ length, isAccepted }) => {
    const password = 'x'.repeat(length)
    expect(Credentials.safeParse({ email, password }).success).toBe(isAccepted)
    expect(PasswordChange.safeParse({ password, newPassword }).success).toBe(isAccepted)
    expect(Confirmation.safeParse({ password }).success).toBe(isAccepted)
  })
})

test.each([
  { length: 254, isAccepted: true },
  { length: 255, isAccepted: false },
])('an address of $length characters is looked up: $isAccepted', ({ length, isAccepted }) => {
  const address = 'x'.repeat(length)
  expect(Credentials.safeParse({ email: address, password: 'p' }).success).toBe(isAccepted)
  expect(Recovery.safeParse({ email: address, code: 'c', newPassword }).success).toBe(isAccepted)
})

test.each([
  { length: 64, isAccepted: true },
  { length: 65, isAccepted: false },
])('a recovery code of $length characters is accepted: $isAccepted', ({ length, isAccepted }) => {
  expect(Recovery.safeParse({ email, code: 'c'.repeat(length), newPassword }).success).toBe(isAccepted)
})
