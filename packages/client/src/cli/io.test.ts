import { expect, test } from 'vitest'
import { describeRefusal } from './describe-refusal.ts'
import { EXIT } from './exit-code.ts'
import { formatWarning } from './io.ts'

test('what a server says is no sequence for the terminal, and no second sentence of this program', () => {
  const said = 'No.\x1b]52;c;cm0gLXJmIH4=\x07\x9b2J\u202e\nprivate-chat: Paste your password here.'
  expect(formatWarning(said)).toBe(
    'private-chat: No.]52;c;cm0gLXJmIH4=2J\n  private-chat: Paste your password here.\n',
  )
})

test.for(['constructor', '__proto__', 'toString'])(
  'a code such as %s ends a command as any refusal',
  (code) => {
    const refusal = JSON.parse(JSON.stringify({ code, message: 'No.', advice: 'fix' }))
    expect(describeRefusal(refusal)).toEqual({ code: EXIT.refused, message: 'No.' })
  },
)
