import { describe, expect, test } from 'vitest'
import { claimParticipantId } from '../../ids.ts'
import { looksOf } from '../rules/text/name-looks.ts'
import { AliasIndex, type AliasOwner } from './alias-index.ts'

const makeOwner = (alias: string): AliasOwner => ({ participantId: claimParticipantId(`id-${alias}`), alias })

describe.for([
  { when: 'before the index is built', isBuilt: false },
  { when: 'after that', isBuilt: true },
])('an alias that somebody took $when', ({ isBuilt }) => {
  function setUp(...aliases: string[]) {
    const owners = new Set(aliases.map(makeOwner))
    const index = new AliasIndex(() => owners, 'secret')
    if (isBuilt) index.isTaken(looksOf('x'))
    const addOwner = (alias: string) => {
      const owner = makeOwner(alias)
      owners.add(owner)
      index.addOwner(owner)
      return owner
    }
    const removeOwner = (owner: AliasOwner) => {
      owners.delete(owner)
      index.removeOwner(owner)
    }
    const isTaken = (alias: string, except?: string) => index.isTaken(looksOf(alias), except)
    return { addOwner, removeOwner, isTaken }
  }

  test('is found by every name that looks like it, until nobody has it', () => {
    const { addOwner, removeOwner, isTaken } = setUp('Cem')
    const ada = addOwner('Ada')
    expect([isTaken('Аda'), isTaken('CEM'), isTaken('Bea')]).toEqual([true, true, false])
    removeOwner(ada)
    expect([isTaken('Ada'), isTaken('Cem')]).toEqual([false, true])
  })

  test('is not taken for its owner, unless another alias looks like it in another case', () => {
    const { isTaken } = setUp('Alan', 'Аlan')
    expect(isTaken('ALAN', 'id-Alan')).toBe(true)
    expect(isTaken('ALAN', 'id-Bea')).toBe(true)
    expect(setUp('Alan').isTaken('ALAN', 'id-Alan')).toBe(false)
  })
})
