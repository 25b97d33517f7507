import { expect, test } from 'vitest'
import { entryRulesOf, type Options } from './create-options.ts'

const CHOSEN = { door: 'knock', history: 'from-join' } as const
const FOR_SOME: Options = {
  ...CHOSEN,
  who: 'some',
  upTo: 10,
  lifetime: 600,
  own: 30,
  unit: 'minutes',
  sliding: false,
  starts: 'second',
  files: true,
}

test('a room for two needs no door, and either may end it', () => {
  expect(entryRulesOf({ ...FOR_SOME, who: 'two' })).toEqual({
    destroyBy: 'anyone',
    starts: 'second',
    files: true,
  })
})

test('a room for more has the door that was chosen, and its host ends it', () => {
  expect(entryRulesOf(FOR_SOME)).toEqual({ ...CHOSEN, destroyBy: 'host', files: true })
})

test('the time of a room for two runs from when the second one is here, unless somebody chose otherwise', () => {
  expect(entryRulesOf({ ...FOR_SOME, who: 'two', starts: 'now' }).starts).toBe('now')
  expect(entryRulesOf(FOR_SOME).starts).toBeUndefined()
})

test('who may end it can be chosen', () => {
  expect(entryRulesOf({ ...FOR_SOME, destroyBy: 'anyone' }).destroyBy).toBe('anyone')
  expect(entryRulesOf({ ...FOR_SOME, who: 'two', destroyBy: 'host' })).toMatchObject({ destroyBy: 'host' })
})

test('files can be turned off, in any room', () => {
  expect(entryRulesOf({ ...FOR_SOME, files: false }).files).toBe(false)
  expect(entryRulesOf({ ...FOR_SOME, who: 'two', files: false }).files).toBe(false)
})
