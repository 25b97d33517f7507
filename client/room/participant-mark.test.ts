import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { chooseMark, MARK_COLOURS, MARK_SHAPES } from './participant-mark.ts'

test('a participant has the same mark on every page', () => {
  expect(chooseMark('V1StGXR8_Z5jdHi6B-myT')).toEqual({ shape: 3, colour: 5 })
  expect(chooseMark('V1StGXR8_Z5jdHi6B-myU')).toEqual({ shape: 4, colour: 5 })
})

test('all marks are given, about as often', () => {
  const counts = new Map<string, number>()
  for (let at = 0; at < 4_800; at += 1) {
    const { shape, colour } = chooseMark(`participant-${at}`)
    const key = `${shape} ${colour}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  expect(counts.size).toBe(MARK_SHAPES.length * MARK_COLOURS)
  expect(Math.min(...counts.values())).toBeGreaterThan(50)
  expect(Math.max(...counts.values())).toBeLessThan(200)
})

const read = (file: string) => readFileSync(new URL(`../styles/${file}`, import.meta.url), 'utf8')
/** The two colours, light and dark, that stand behind a word. */
const findPair = (css: string, before: string): [string, string] => {
  const found = css.slice(css.indexOf(before)).match(/light-dark\((#\w{6}), (#\w{6})\)/)
  if (!found?.[1] || !found[2]) throw new Error(`no colours behind ${before}`)
  return [found[1], found[2]]
}
/** Relative luminance, as WCAG 2.2 defines it. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

test('every colour is seen on every ground, light and dark', () => {
  const [marks, tokens] = [read('participant-mark.css'), read('tokens.css')]
  for (let colour = 0; colour < MARK_COLOURS; colour += 1)
    for (const ground of ['--paper', '--raised', '--sunken'])
      for (const theme of [0, 1] as const) {
        const [ink, behind] = [
          findPair(marks, `.mark-${colour} `)[theme],
          findPair(tokens, `${ground}:`)[theme],
        ]
        expect(contrast(ink, behind), `${ink} on ${behind}`).toBeGreaterThanOrEqual(3)
      }
})
