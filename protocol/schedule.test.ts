import { describe, expect, test } from 'vitest'
import { Schedule, SchedulePatch, Title, TranscriptQuery } from './schedule.ts'

interface Case {
  what: string
  isAccepted: boolean
}

test.each([
  { what: 'of blanks', raw: ' \n', sentence: 'Use 1 to 120 visible characters.' },
  {
    what: 'with what is not seen',
    raw: 'Talk\u202e',
    sentence: 'Leave out the characters that are not seen, or that turn the direction of text.',
  },
  {
    what: 'with five marks on a letter',
    raw: `x${'\u0302'.repeat(5)}`,
    sentence: 'Put no more than 4 marks on a letter, and none on a blank.',
  },
  {
    what: 'of 121 characters',
    raw: 'x'.repeat(121),
    sentence: 'Use 120 characters at most; this has 121.',
  },
])('a title $what is refused with what to do about it', ({ raw, sentence }) => {
  expect(Title.safeParse(raw).error?.issues.map(({ message }) => message)).toEqual([sentence])
})

test('a title of 120 characters is accepted, and stored without the space around it', () => {
  expect(Title.parse(` ${'x'.repeat(120)} `)).toBe('x'.repeat(120))
})

describe('a schedule', () => {
  test('has the defaults of the contract', () => {
    expect(Schedule.parse({ title: 'Talk', closesAt: 1_000 })).toEqual({
      title: 'Talk',
      closesAt: 1_000,
      retainFor: 604_800,
      capacity: null,
      encryption: 'none',
      destroyBy: 'host',
      door: 'open',
      history: 'all',
      files: true,
      keys: 1,
    })
  })

  test.each<Case & { options: object }>([
    { what: 'without a title', options: { title: undefined }, isAccepted: false },
    { what: 'without an end', options: { closesAt: undefined }, isAccepted: false },
    { what: 'that opens before it closes', options: { opensAt: 999 }, isAccepted: true },
    { what: 'that opens when it closes', options: { opensAt: 1_000 }, isAccepted: false },
    { what: 'that opens after it closes', options: { opensAt: 1_001 }, isAccepted: false },
    { what: 'whose transcript is never stored', options: { retainFor: 0 }, isAccepted: true },
    { what: 'whose transcript ends before it begins', options: { retainFor: -1 }, isAccepted: false },
    { what: 'whose transcript stays for thirty days', options: { retainFor: 2_592_000 }, isAccepted: true },
    { what: 'whose transcript stays for longer', options: { retainFor: 2_592_001 }, isAccepted: false },
    { what: 'with a part of a second', options: { retainFor: 0.5 }, isAccepted: false },
    { what: 'with an unknown field', options: { locked: true }, isAccepted: false },
  ])('$what is accepted: $isAccepted', ({ options, isAccepted }) => {
    const schedule = { title: 'Talk', closesAt: 1_000, ...options }
    expect(Schedule.safeParse(schedule).success).toBe(isAccepted)
  })

  test('names the field that is wrong where it closes before it opens', () => {
    const { error } = Schedule.safeParse({ title: 'Talk', opensAt: 2, closesAt: 1 })
    expect(error?.issues).toMatchObject([{ path: ['closesAt'], message: 'A room closes after it opens.' }])
  })
})

test.each<Case & { patch: object }>([
  { what: 'nothing', patch: {}, isAccepted: false },
  { what: 'a field without a value', patch: { title: undefined }, isAccepted: false },
  { what: 'a title', patch: { title: 'Talk' }, isAccepted: true },
  {
    what: 'a field without a value and one with',
    patch: { title: undefined, locked: true },
    isAccepted: true,
  },
  { what: 'no password any more', patch: { password: null }, isAccepted: true },
  { what: 'the lock', patch: { locked: false }, isAccepted: true },
  { what: 'no limit of seats', patch: { capacity: null }, isAccepted: true },
  { what: 'an unknown field', patch: { lifetime: 60 }, isAccepted: false },
])('a change of a schedule with $what is accepted: $isAccepted', ({ patch, isAccepted }) => {
  expect(SchedulePatch.safeParse(patch).success).toBe(isAccepted)
})

test('a transcript comes as JSON unless another format is named', () => {
  expect(TranscriptQuery.parse({}).format).toBe('json')
  expect(TranscriptQuery.parse({ format: 'markdown' }).format).toBe('markdown')
  expect(TranscriptQuery.safeParse({ format: 'pdf' }).success).toBe(false)
})
