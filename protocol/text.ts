/** Rules for text that both sides apply in the same way. No platform, no zod: the page uses them while typing. */

import { ALIAS_MAX, TITLE_MAX } from './limits.ts'

const encoder = new TextEncoder()

/** Bytes of `text` in UTF-8, the unit of the message limit. */
export function byteLength(text: string): number {
  return encoder.encode(text).byteLength
}

// Control characters and line breaks; what turns the direction of the text after it; and what is drawn as nothing or
// as a blank: with these, one alias can be made to look like another, or like none. The joiner U+200D stays: it is
// what holds composed emoji together.
const INVISIBLE =
  /\u034f|[\p{Cc}\p{Zl}\p{Zp}\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufeff\uffa0\u{e0000}-\u{e0fff}]/u

// Joiners and variation selectors are allowed and not seen.
const IGNORABLE = /\p{Default_Ignorable_Code_Point}/gu

/**
 * An alias as it is stored: composed (NFC), white space folded and trimmed.
 * @returns the alias, or null where it is empty, too long (32 code points) or holds invisible characters
 */
export function cleanAlias(raw: string): string | null {
  return cleanLine(raw, ALIAS_MAX)
}

/** A room's title as it is stored; the same rules with 120 code points. */
export function cleanTitle(raw: string): string | null {
  return cleanLine(raw, TITLE_MAX)
}

function cleanLine(raw: string, max: number): string | null {
  const line = raw.toWellFormed().normalize('NFC').trim().replace(/\s+/gu, ' ')
  if (aliasKey(line) === '' || [...line].length > max || INVISIBLE.test(line)) return null
  return line
}

/** What two aliases or titles share when they are the same to a reader: compatibility forms, case (`ß` is `SS`, `ς` is `σ`) and what is not seen are folded away. */
export function aliasKey(alias: string): string {
  const seen = alias.normalize('NFKC').replace(IGNORABLE, '')
  // Down first: `ẞ` has no other capital form than itself, and is `SS` only by way of `ß`.
  const folded = seen.toLowerCase().toUpperCase().toLowerCase()
  return folded.normalize('NFKC').replaceAll('ς', 'σ')
}

// 42 animals and five characters of 31: 1.2 billion names, so that two in one room rarely meet.
const ANIMALS =
  'badger bear beaver bison crane deer dolphin eagle falcon ferret finch fox gecko hare hawk heron ibex jay koala lark lynx marten mole moth newt otter owl panda puffin raven robin seal sparrow stoat swan tern toad trout vole whale wolf wren'.split(
    ' ',
  )
const TAIL = 'abcdefghjkmnpqrstuvwxyz23456789'

/**
 * A name for someone who gave none, such as `anonymous-wolf-x7k2p`.
 * @param random fills an array with random bytes; `crypto.getRandomValues` where nothing else is given
 */
export function randomAlias(
  random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array = (bytes) => crypto.getRandomValues(bytes),
): string {
  const [animal = 0, ...tail] = random(new Uint8Array(6))
  return `anonymous-${ANIMALS[animal % ANIMALS.length]}-${tail.map((byte) => TAIL[byte % TAIL.length]).join('')}`
}
