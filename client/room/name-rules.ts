import CONFUSABLES from 'unhomoglyph/data.json'
import { type Looks, looksOf, type Prototypes } from '../../protocol/name-looks.ts'
import { makeReservedRule } from '../../protocol/reserved-names.ts'
import type { NameRules } from './look-alikes.ts'

const PROTOTYPES: Prototypes = new Map(Object.entries(CONFUSABLES))

/** Names whose looks are remembered: those of a full room, and some that were given up. */
const REMEMBERED_MAX = 2_000

/**
 * Makes the rules by which the room compares names that it can read. The table is 28 KiB: only a room whose names are
 * encrypted loads it.
 */
export function makeNameRules(): NameRules {
  const looks = rememberAnswers((name: string): Looks => looksOf(name, PROTOTYPES))
  return { looksOf: looks, isReserved: rememberAnswers(makeReservedRule(looks)) }
}

/** Remembers what a rule says of a name: each message asks about its sender's again. */
function rememberAnswers<T>(rule: (name: string) => T): (name: string) => T {
  const remembered = new Map<string, { answer: T }>()
  return (name) => {
    const known = remembered.get(name)
    if (known) return known.answer
    if (remembered.size >= REMEMBERED_MAX) remembered.clear()
    const answer = rule(name)
    remembered.set(name, { answer })
    return answer
  }
}
