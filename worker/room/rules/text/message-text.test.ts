import { describe, expect, test } from 'vitest'
import { checkText } from './message-text.ts'

describe('a text', () => {
  interface Case {
    what: string
    text: string
    encryption: 'none' | 'e2ee'
    code: string | undefined
  }
  const CASES: Case[] = [
    { what: 'of 16,384 bytes', text: 'x'.repeat(16_384), encryption: 'none', code: undefined },
    { what: 'of 16,385 bytes', text: 'x'.repeat(16_385), encryption: 'none', code: 'message-too-long' },
    { what: 'of 5,461 characters of three', text: '€'.repeat(5_461), encryption: 'none', code: undefined },
    {
      what: 'of 5,462 characters of three',
      text: '€'.repeat(5_462),
      encryption: 'none',
      code: 'message-too-long',
    },
    { what: 'in the clear', text: 'hello', encryption: 'none', code: undefined },
    {
      what: 'in the clear in an encrypted room',
      text: 'hello',
      encryption: 'e2ee',
      code: 'plaintext-refused',
    },
    { what: 'in an envelope', text: 'e1.AbC-_9', encryption: 'e2ee', code: undefined },
    { what: 'in an envelope in an open room', text: 'e1.AbC-_9', encryption: 'none', code: undefined },
    { what: 'in an empty envelope', text: 'e1.', encryption: 'e2ee', code: 'plaintext-refused' },
    { what: 'behind an envelope', text: 'e1.AbC\nhello', encryption: 'e2ee', code: 'plaintext-refused' },
    { what: 'with a line break behind', text: 'e1.AbC\n', encryption: 'e2ee', code: 'plaintext-refused' },
    {
      what: 'in too large an envelope',
      text: `e1.${'A'.repeat(16_382)}`,
      encryption: 'e2ee',
      code: 'message-too-long',
    },
  ]
  test.for(CASES)('$what: $code', ({ text, encryption, code }) => {
    expect(checkText(text, encryption).refusal?.code).toBe(code)
  })
})
