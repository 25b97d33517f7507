import { describe, expect, test } from 'vitest'
import { looksOf } from '../rules/text/name-looks.ts'
import { AliasIndex, type AliasOwner } from './alias-index.ts'

const named = (alias: string): AliasOwner => ({ participantId: `id-${alias}`, alias })

describe.for([
  { when: 'before the first question', asksFirst: false },
  { when: 'after it', asksFirst: true },
])('who has a name, noted $when,', ({ asksFirst }) => {
  function setUp(...aliases: string[]) {
    const everyone = new Set(aliases.map(named))
    const names = new AliasIndex(() => everyone, 'secret')
    if (asksFirst) names.isTaken(looksOf('x'))
    const add = (alias: string) => {
      const one = named(alias)
      everyone.add(one)
      names.addOwner(one)
      return one
    }
    const drop = (one: AliasOwner) => {
      everyone.delete(one)
      names.removeOwner(one)
    }
    const isHeld = (alias: string, except?: string) => names.isTaken(looksOf(alias), except)
    return { add, drop, isHeld }
  }

  test('is found by every name that looks like it, until nobody has it', () => {
    const { add, drop, isHeld } = setUp('Cem')
    const ada = add('Ada')
    expect([isHeld('Аda'), isHeld('CEM'), isHeld('Bea')]).toEqual([true, true, false])
    drop(ada)
    expect([isHeld('Ada'), isHeld('Cem')]).toEqual([false, true])
  })

  test('does not stand in their own way, but another who looks like it in another case does', () => {
    const { isHeld } = setUp('Alan', 'Аlan')
    expect(isHeld('ALAN', 'id-Alan')).toBe(true)
    expect(isHeld('ALAN', 'id-Bea')).toBe(true)
    expect(setUp('Alan').isHeld('ALAN', 'id-Alan')).toBe(false)
  })
})
