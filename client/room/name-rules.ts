import { type Looks, looksOf, type Prototypes } from '../../protocol/name-looks.ts'
import { makeReservedRule, type ShownWords } from '../../protocol/reserved-names.ts'
import type { NameRules } from './look-alikes.ts'

/** What the characters of ASCII are taken for. */
const ASCII_PROTOTYPES: Prototypes = new Map([
  ['0', 'O'],
  ['1', 'l'],
  ['I', 'l'],
  ['|', 'l'],
  ['m', 'rn'],
  ['`', "'"],
  ['"', "''"],
])
/** All of ASCII but `%`, which is taken for characters that are none. */
const PLAIN = /^[ -$&-~]*$/

/** Names whose looks are remembered: those of a full room, and some that were given up. */
const REMEMBERED_MAX = 2_000

/** Whether the rules say the same of a name without the whole table. */
export function isPlainName(name: string): boolean {
  return PLAIN.test(name)
}

/**
 * Makes the rules by which the room compares names that it can read.
 * @param prototypes the whole table (`name-table.ts`), where not all names are plain
 * @param shown what the page calls oneself and the roles, in its language: nobody's name may look like one of them unmarked
 */
export function makeNameRules(prototypes = ASCII_PROTOTYPES, shown?: ShownWords): NameRules {
  const looks = rememberAnswers((name: string): Looks => looksOf(name, prototypes))
  return { looksOf: looks, isReserved: rememberAnswers(makeReservedRule(looks, shown)) }
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
