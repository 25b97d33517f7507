import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Key, KeyReader } from './keys.ts'

interface Case {
  what: string
  sent: string
  keys: Key[]
}

const cases: Case[] = [
  { what: 'letters and Enter', sent: 'hé👍\r', keys: [{ is: 'text', text: 'hé👍' }, { is: 'send' }] },
  { what: 'Alt+Enter', sent: '\x1b\r', keys: [{ is: 'new-line' }] },
  { what: 'Ctrl+J', sent: '\n', keys: [{ is: 'new-line' }] },
  { what: 'arrows of both modes', sent: '\x1b[A\x1bOB', keys: [{ is: 'up' }, { is: 'down' }] },
  { what: 'pages', sent: '\x1b[5~\x1b[6~', keys: [{ is: 'page-up' }, { is: 'page-down' }] },
  { what: 'Ctrl+C, Ctrl+Z', sent: '\x03\x1a', keys: [{ is: 'leave' }, { is: 'suspend' }] },
  { what: 'focus', sent: '\x1b[O\x1b[I', keys: [{ is: 'blur' }, { is: 'focus' }] },
  { what: 'a key that nobody knows', sent: '\x1b[23~\x00a', keys: [{ is: 'text', text: 'a' }] },
  {
    what: 'a paste, whose line ends send nothing',
    sent: 'a\x1b[200~one\r\ntwo\rthree\x03\x1b[A\x1b[201~\r',
    keys: [{ is: 'text', text: 'a' }, { is: 'text', text: 'one\ntwo\nthree\x03\x1b[A' }, { is: 'send' }],
  },
]

test.for(cases)('what a terminal sends is read: $what', ({ sent, keys }) => {
  expect(new KeyReader().read(sent)).toEqual(keys)
})

test.for(cases)('and also cut anywhere: $what', ({ sent, keys }) => {
  // Text comes as often as it is cut; together it is the same.
  const join = (all: Key[]) => all.map((key) => (key.is === 'text' ? key.text : `<${key.is}>`)).join('')
  for (let at = 1; at < sent.length; at += 1) {
    const reader = new KeyReader()
    expect(join([...reader.read(sent.slice(0, at)), ...reader.read(sent.slice(at))])).toEqual(join(keys))
  }
})

test('Escape alone is known once nothing follows, and half a sequence is nothing', () => {
  const reader = new KeyReader()
  expect([reader.read('\x1b'), reader.isWaiting]).toEqual([[], true])
  expect([reader.flush(), reader.isWaiting]).toEqual([[{ is: 'cancel' }], false])
  reader.read('\x1b[')
  expect([reader.flush(), reader.isWaiting]).toEqual([[], false])
})

test('whatever comes is read to its end', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('\x1b', '[', 'O', '2', '0', '~', ';', 'A', '\r', '\x9b', 'x') }),
      (sent) => {
        const reader = new KeyReader()
        reader.read(sent)
        reader.flush()
        expect(reader.isWaiting && !sent.includes('\x1b[200~')).toBe(false)
      },
    ),
  )
})
