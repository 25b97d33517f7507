/** Rules for text that both sides apply in the same way. No platform, no zod: the page uses them while typing. */

import { ALIAS_MAX, MARKS_MAX, POLL_OPTION_MAX, TITLE_MAX } from './limits.ts'

const encoder = new TextEncoder()

/** Bytes of `text` in UTF-8, the unit of the message limit. */
export function byteLength(text: string): number {
  return encoder.encode(text).byteLength
}

// What is not seen, by Unicode's own properties: control and format characters, halves of a character, private and
// unassigned ones (C), line breaks, what is to be ignored where it can't be shown, and the few letters and signs that
// draw nothing. With these, one name can be made to look like another, or like none.
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}\p{DI}\u2800\ufffc\u{16fe4}\u{1d159}]/u

// Where a joiner joins: in composed emoji, after an Indic virama, and between letters that are written joined (Persian).
const JOINS =
  /(\p{ExtPict}[\ufe0f\p{EMod}]?)\u200d(?=\p{ExtPict})|([\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d4d\u0dca])[\u200c\u200d](?=\p{L})|([\p{sc=Arab}\p{sc=Syrc}\p{sc=Mong}\p{sc=Nkoo}])\u200c(?=[\p{sc=Arab}\p{sc=Syrc}\p{sc=Mong}\p{sc=Nkoo}])/gu

// Where a variation selector chooses a form: of an emoji, of a keycap, of a Mongolian letter.
const VARIATIONS =
  /(\p{ExtPict})[\ufe0e\ufe0f]|([#*0-9])\ufe0f(?=\u20e3)|(\p{sc=Mong})[\u180b-\u180d\u180f]/gu

// Marks that stand on no letter, and towers of them, which paint over the lines above and below.
const TOWER = new RegExp(`(?:^| )\\p{M}|[\\p{Mn}\\p{Me}]{${MARKS_MAX + 1}}`, 'u')

// Joiners and variation selectors are allowed and not seen.
const IGNORABLE = /\p{DI}/gu

/** Why a line is refused. */
export type LineFault =
  | { is: 'empty' }
  /** It has characters that are not seen, or that change the direction of text. */
  | { is: 'unseen' }
  /** It has marks without a letter, or more than four on one. */
  | { is: 'marks' }
  /** Characters (code points) it has. */
  | { is: 'long'; length: number }

/** An alias as it is stored: composed (NFC), white space folded and trimmed; null where `lineFault` finds something. */
export function cleanAlias(raw: string): string | null {
  return lineFault(raw, ALIAS_MAX) ? null : foldSpaces(raw)
}

/** A room's title as it is stored; the same rules with 120 code points. */
export function cleanTitle(raw: string): string | null {
  return lineFault(raw, TITLE_MAX) ? null : foldSpaces(raw)
}

/** An option of a poll as it is stored; the same rules with 200 code points. */
export function cleanPollOption(raw: string): string | null {
  return lineFault(raw, POLL_OPTION_MAX) ? null : foldSpaces(raw)
}

/** What is wrong with an alias or a title as it was typed; null where nothing is. @param max code points it may have */
export function lineFault(raw: string, max: number): LineFault | null {
  const line = foldSpaces(raw)
  if (foldLine(line) === '') return { is: 'empty' }
  if (UNSEEN.test(line.replace(JOINS, '$1$2$3').replace(VARIATIONS, '$1$2$3'))) return { is: 'unseen' }
  if (TOWER.test(line.normalize('NFD'))) return { is: 'marks' }
  const { length } = [...line]
  return length > max ? { is: 'long', length } : null
}

/** Composes (NFC), and makes one blank of any white space within; a byte-order mark is none, though JavaScript says so. */
function foldSpaces(raw: string): string {
  return raw
    .normalize('NFC')
    .replace(/(?:(?!\ufeff)\s)+/gu, ' ')
    .replace(/^ | $/g, '')
}

/**
 * Returns what two titles of a facilitator share when they count as the same: compatibility forms, case (`ß` is `SS`, `ς` is `σ`)
 * and what is not seen are folded away. Names in a room are compared by their looks (`name-looks.ts`).
 */
export function foldLine(line: string): string {
  const seen = line.normalize('NFKC').replace(IGNORABLE, '')
  // Down first: `ẞ` has no other capital form than itself, and is `SS` only by way of `ß`.
  const folded = seen.toLowerCase().toUpperCase().toLowerCase()
  return folded.normalize('NFKC').replaceAll('ς', 'σ')
}

/** What made-up names are made of: 42 animals and five characters of 31 are 1.2 billion names, so that two in one room rarely meet. */
export const ANIMALS = [
  'badger',
  'bear',
  'beaver',
  'bison',
  'crane',
  'deer',
  'dolphin',
  'eagle',
  'falcon',
  'ferret',
  'finch',
  'fox',
  'gecko',
  'hare',
  'hawk',
  'heron',
  'ibex',
  'jay',
  'koala',
  'lark',
  'lynx',
  'marten',
  'mole',
  'moth',
  'newt',
  'otter',
  'owl',
  'panda',
  'puffin',
  'raven',
  'robin',
  'seal',
  'sparrow',
  'stoat',
  'swan',
  'tern',
  'toad',
  'trout',
  'vole',
  'whale',
  'wolf',
  'wren',
] as const

/** An animal of an alias that was made up. */
export type Animal = (typeof ANIMALS)[number]

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
