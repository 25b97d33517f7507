import { expect, test } from 'vitest'
import { safetyWordsTexts } from '#i18n/safety-words.ts'
import { requireLinkKey } from '../../test/support/link-key.ts'
import { Keyring } from './keyring.ts'
import { deriveSafetyWords } from './safety-words.ts'
import { SAFETY_WORDS } from './stretch-to-numbers.ts'

const ROOM = 'V1StGXR8_Z5jdHi6B-myT'
const KEY = requireLinkKey('AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8')

test('the words follow from the key and the room, and from nothing else', async () => {
  const words = await deriveSafetyWords(await Keyring.fromLinkKey(ROOM, KEY))
  expect(words).toHaveLength(5)
  expect(words.every((number) => number >= 0 && number < SAFETY_WORDS)).toBe(true)
  expect(await deriveSafetyWords(await Keyring.fromLinkKey(ROOM, KEY))).toEqual(words)
  expect(await deriveSafetyWords(await Keyring.fromLinkKey(ROOM.replace('V', 'W'), KEY))).not.toEqual(words)
  expect(
    await deriveSafetyWords(await Keyring.fromLinkKey(ROOM, requireLinkKey(KEY.replace('AAE', 'AAF')))),
  ).not.toEqual(words)
  // Pinned: two people with two versions of this page must still read the same.
  expect(words.map((number) => safetyWordsTexts[number]).join(' ')).toBe(
    'summit nonsense knuckle sloth armchair',
  )
})
