import { describe, expect, test } from 'vitest'
import { ACCOUNT_PASSWORD } from '../../protocol/account-limits.ts'
import { COMMON_PASSWORDS } from './common-passwords.ts'
import { isGuessablePassword } from './guessable-password.ts'

const EMAIL = 'Ada.Lovelace@bücher.example'

describe('a password', () => {
  test.for([
    '1234567890',
    'qwertyuiop',
    'password123',
    'PassWord123',
    'Password12',
    'football123',
    '1111111111',
    '123123123123',
    '0987654321',
    'abcdefghijkl',
    'ｐａｓｓｗｏｒｄ１２３',
    ' password123 ',
    'ada.lovelace',
    EMAIL,
    EMAIL.toLowerCase(),
    'ada.lovelace@xn--bcher-kva.example',
  ])('that is tried first is guessable: %s', (password) => {
    expect(isGuessablePassword(password, EMAIL)).toBe(true)
  })

  test.for([
    'correct horse battery',
    'correct horse battery staple',
    'another password',
    'four plain words',
    'chocolate pie',
    'dragon 4711 8823',
    'manchester-7741',
    'Ada.Lovelace1815',
    'k3v902mq8xhd',
    'lovelace and babbage',
    'größer als gedacht',
    '密码密码不好猜的那种吧',
  ])('that takes more guesses is not: %s', (password) => {
    expect(isGuessablePassword(password, EMAIL)).toBe(false)
  })

  test('is compared with a thousand that could be one', () => {
    const words = COMMON_PASSWORDS.trim().split(/\s+/)
    expect(words.length).toBeGreaterThan(1_000)
    for (const word of words) {
      expect(word).toBe(word.toLowerCase())
      expect(word.length).toBeGreaterThanOrEqual(ACCOUNT_PASSWORD.min)
      expect(isGuessablePassword(word, EMAIL)).toBe(true)
    }
  })

  test('of the longest is looked at in no time', () => {
    const began = performance.now()
    for (const unit of ['1', '12', '1234', '1!', 'password', ' '])
      isGuessablePassword(`${unit.repeat(128).slice(0, 255)}é`, EMAIL)
    // What tries every way to take it apart needs hours.
    expect(performance.now() - began).toBeLessThan(5_000)
  })
})
