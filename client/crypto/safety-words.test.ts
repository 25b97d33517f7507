import { expect, test } from 'vitest'
import { requireLinkKey } from '../../test/support/link-key.ts'
import { Keyring } from './keyring.ts'
import { SAFETY_WORD_LIST } from './safety-word-list.ts'
import { deriveSafetyWords } from './safety-words.ts'

const ROOM = 'V1StGXR8_Z5jdHi6B-myT'
const KEY = requireLinkKey('AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8')

/** Whether one letter put in, left out or changed makes one word the other. */
function differByOneLetter(a: string, b: string): boolean {
  if (a.length > b.length) return differByOneLetter(b, a)
  if (b.length - a.length > 1) return false
  let place = 0
  while (a[place] === b[place] && place < a.length) place++
  const [restA, restB] = [a.slice(place + (a.length === b.length ? 1 : 0)), b.slice(place + 1)]
  return restA === restB
}

test('the list holds 1,024 short words that differ in their first four letters', () => {
  expect(SAFETY_WORD_LIST).toHaveLength(1_024)
  expect(new Set(SAFETY_WORD_LIST.map((word) => word.slice(0, 4))).size).toBe(1_024)
  expect(SAFETY_WORD_LIST.filter((word) => !/^[a-z]{4,9}$/.test(word))).toEqual([])
})

test('no word is a slip of the tongue away from another', () => {
  const close = SAFETY_WORD_LIST.flatMap((a, at) =>
    SAFETY_WORD_LIST.slice(at + 1).flatMap((b) => (differByOneLetter(a, b) ? [`${a} ${b}`] : [])),
  )
  expect(close).toEqual([])
})

test('the words follow from the key and the room, and from nothing else', async () => {
  const words = await deriveSafetyWords(await Keyring.fromLinkKey(ROOM, KEY))
  expect(words).toHaveLength(5)
  expect(words.every((word) => SAFETY_WORD_LIST.includes(word))).toBe(true)
  expect(await deriveSafetyWords(await Keyring.fromLinkKey(ROOM, KEY))).toEqual(words)
  expect(await deriveSafetyWords(await Keyring.fromLinkKey(ROOM.replace('V', 'W'), KEY))).not.toEqual(words)
  expect(
    await deriveSafetyWords(await Keyring.fromLinkKey(ROOM, requireLinkKey(KEY.replace('AAE', 'AAF')))),
  ).not.toEqual(words)
  // Pinned: two people with two versions of this page must still read the same.
  expect(words.join(' ')).toMatchInlineSnapshot(`"summit nonsense knuckle sloth armchair"`)
})
