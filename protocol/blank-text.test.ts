import { describe, expect, test } from 'vitest'
import { isBlank } from './blank-text.ts'

describe('a text shows nothing', () => {
  type Case = [what: string, text: string]
  test.for<Case>([
    ['nothing', ''],
    ['white space', ' \t\r\n\u00a0\u1680\u2003\u2028\u2029\u3000'],
    ['a zero-width space', '\u200b'],
    ['a soft hyphen', '\u00ad'],
    ['a word joiner', '\u2060'],
    ['joiners', '\u200c\u200d'],
    ['a byte-order mark', '\ufeff'],
    ['controls', '\u0000\u0007\u001b\u007f\u0085'],
    ['what changes the direction of text', '\u061c\u200e\u202e\u2066\u2069'],
    ['a Braille pattern without a dot', '\u2800'],
    ['fillers', '\u115f\u1160\u3164\uffa0'],
    ['tag characters', '\u{e0041}\u{e0042}\u{e007f}'],
    ['variation selectors', '\ufe0f\ufe0e\u{e0100}\u180b'],
    ['a grapheme joiner', '\u034f'],
    ['the place of an object', '\ufffc'],
    ['annotations', '\ufff9\ufffa\ufffb'],
    ['a note without a head', '\u{1d159}'],
    ['musical controls', '\u{1d173}\u{1d17a}'],
    ['all of it together', ' \u200b\n\u2800\u3164\u{e0041} '],
  ])('that is %s', ([, text]) => {
    expect(isBlank(text)).toBe(true)
  })
})

describe('a text shows something', () => {
  type Case = [what: string, text: string]
  test.for<Case>([
    ['a letter', 'a'],
    ['a full stop', '.'],
    ['a letter among what is not seen', '\u200b\u2800x\u3164'],
    ['an emoji', '😀'],
    ['an emoji of several', '👩‍👩‍👧'],
    ['a heart that is chosen to be an emoji', '❤️'],
    ['a keycap', '1️⃣'],
    ['the flag of a country', '🇩🇪'],
    ['the flag of Scotland, in tags', '🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}'],
    ['a mark without a letter', '\u0301'],
    ['a letter of Arabic, Thai, Han', 'مไ字'],
    ['a sign of the Koran', '\u06dd'],
    ['a number sign', '\u0600'],
    ['what no font has', '\ue000'],
    ['what took the place of half a character', '\ufffd'],
    ['a blank box', '□'],
  ])('that is %s', ([, text]) => {
    expect(isBlank(text)).toBe(false)
  })
})
