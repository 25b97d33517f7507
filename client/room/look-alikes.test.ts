import { expect, test } from 'vitest'
import { findLookAlikes, keyOfName, type ShownName } from './look-alikes.ts'
import { isPlainName, makeNameRules } from './name-rules.ts'
import { ALL_PROTOTYPES } from './name-table.ts'

const RULES = makeNameRules(ALL_PROTOTYPES)
const PLAIN_RULES = makeNameRules()
const ANIMALS = ['anonymous-wolf-x7k2p', 'anonymous-owl-22222', 'anonymous-fox-33333', 'anonymous-hare-44444']

/** One name for each participant, in order; each has an animal of their own. */
const people = (names: readonly string[]): ShownName[] =>
  names.map((name, at) => ({ participantId: `p${at}`, name, animal: ANIMALS[at] }))

const found = (names: readonly ShownName[], rules = RULES) => {
  const keys = findLookAlikes(names, rules)
  return names.filter((name) => keys.has(keyOfName(name))).map(({ name }) => name)
}

interface Case {
  what: string
  names: string[]
  /** Those that show their animal. */
  shown: string[]
}
const CASES: Case[] = [
  { what: 'nobody', names: [], shown: [] },
  { what: 'names of their own', names: ['Ada', 'Ben', 'Ева', 'Eva'], shown: [] },
  { what: 'the same name', names: ['Ada', 'Ben', 'Ada'], shown: ['Ada', 'Ada'] },
  { what: 'a Cyrillic letter', names: ['Ada', '\u0410da', 'Ben'], shown: ['Ada', '\u0410da'] },
  { what: 'full width', names: ['Ada', 'Ａｄａ', 'Ben'], shown: ['Ada', 'Ａｄａ'] },
  { what: 'another case', names: ['Ada', 'ADA', 'Ben'], shown: ['Ada', 'ADA'] },
  { what: 'a blank at the end', names: ['Ada', 'Ada ', 'Ben'], shown: ['Ada', 'Ada '] },
  { what: 'a capital I for an l', names: ['Alan', 'AIan', 'Ian', 'Lan'], shown: ['Alan', 'AIan'] },
  { what: 'an m for rn', names: ['Bernd', 'Bemd'], shown: ['Bernd', 'Bemd'] },
  { what: 'three of a kind', names: ['Ada', 'ada', '\u0430da', 'Ben'], shown: ['Ada', 'ada', '\u0430da'] },
  { what: 'another’s animal', names: ['Ada', 'Ben', ANIMALS[0] ?? ''], shown: [ANIMALS[0] ?? ''] },
  { what: 'the page’s word for oneself', names: ['You', 'Ben'], shown: ['You'] },
  { what: 'a role behind a name', names: ['Ada · host', 'Ada'], shown: ['Ada · host'] },
  {
    what: 'a role in other letters',
    names: ['Н0st', 'FaciIitator', 'Ghost'],
    shown: ['Н0st', 'FaciIitator'],
  },
]
test.for(CASES)('$what: $shown show their animal', ({ names, shown }) => {
  expect(found(people(names))).toEqual(shown)
})

test('a name that somebody spoke under and gave up counts, as it still stands in the log', () => {
  const renamed = { participantId: 'p1', animal: ANIMALS[1] }
  const names = [...people(['Ada']), { ...renamed, name: 'Bob' }, { ...renamed, name: 'ada' }]
  expect(found(names)).toEqual(['Ada', 'ada'])
})

test('who had two names that look alike, and said much, is nobody else', () => {
  const ada = { participantId: 'p0', animal: ANIMALS[0] }
  expect(found([ada, ada, { ...ada }].map((one, at) => ({ ...one, name: at ? 'ADA' : 'Ada' })))).toEqual([])
})

test('who gave no name has the alias alone, and is told apart from who took it for a name', () => {
  const unnamed = { participantId: 'p0', name: 'anonymous-wolf-x7k2p' }
  expect(found([unnamed, ...people(['Ada', 'Ben'])])).toEqual([])
  expect(found([unnamed, { participantId: 'p1', name: 'Anonymous-wolf-x7k2p', animal: ANIMALS[1] }])).toEqual(
    ['anonymous-wolf-x7k2p', 'Anonymous-wolf-x7k2p'],
  )
})

test('until the table is loaded, compatibility forms, case and what looks alike within ASCII are folded', () => {
  const names = people(['Ada', 'ＡDA ', '\u0410da', 'Alan', 'AIan', 'You'])
  expect(found(names, PLAIN_RULES)).toEqual(['Ada', 'ＡDA ', 'Alan', 'AIan', 'You'])
})

const ASCII = Array.from({ length: 95 }, (_, at) => String.fromCharCode(0x20 + at))

test('of a plain name the rules say the same without the table', () => {
  const names = [
    ...ASCII,
    ...ASCII.flatMap((sign) => [`h${sign}st`, `${sign}you`, `Ada${sign}${sign} system`]),
  ]
  const plain = names.filter(isPlainName)
  expect(plain).toHaveLength(4 * 94)
  for (const name of plain) {
    expect(PLAIN_RULES.looksOf(name)).toEqual(RULES.looksOf(name))
    expect(PLAIN_RULES.isReserved(name)).toBe(RULES.isReserved(name))
  }
})

test.for(['%', '\u0410da', 'Zo\u00eb', 'Ａｄａ', 'A\u200dda'])('"%s" is no plain name', (name) => {
  expect(isPlainName(name)).toBe(false)
})
