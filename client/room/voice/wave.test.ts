import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FILE_FIELDS } from '../../crypto/message-file.ts'
import { measureLevel, packWave, readWave, WAVE_BARS } from './wave.ts'

test('silence is 0, a voice is in the middle, and nothing is above 1', () => {
  expect(measureLevel(new Float32Array(8))).toBe(0)
  expect(measureLevel(new Float32Array())).toBe(0)
  expect(measureLevel(new Float32Array(8).fill(10 ** (-35 / 20)))).toBeCloseTo(0.5)
  expect(measureLevel(new Float32Array(8).fill(1))).toBe(1)
})

test('each bar is the loudest of its stretch', () => {
  const duration = WAVE_BARS * 200
  const heard = Array.from({ length: WAVE_BARS * 2 }, (_, at) => ({
    at: at * 100,
    level: at === 21 ? 1 : 0.2,
  }))
  const bars = readWave(packWave(heard, duration))
  expect(bars.map((level) => level > 0.5).flatMap((isLoud, bar) => (isLoud ? bar : []))).toEqual([10])
  expect(bars[0]).toBeCloseTo(0.2)
})

test('a short recording, measured a few times, has no gaps, and one never measured is flat', () => {
  const bars = readWave(
    packWave(
      [
        { at: 0, level: 0.4 },
        { at: 300, level: 0.8 },
      ],
      600,
    ),
  )
  expect(bars.slice(0, 24).every((level) => Math.abs(level - 0.4) < 0.01)).toBe(true)
  expect(bars.slice(24).every((level) => Math.abs(level - 0.8) < 0.01)).toBe(true)
  expect(readWave(packWave([], 0))).toEqual(Array(WAVE_BARS).fill(0))
})

test('whatever was measured fits an envelope', () => {
  const heard = fc.array(fc.record({ at: fc.double({ min: 0, max: 1e9 }), level: fc.double() }))
  fc.assert(
    fc.property(heard, fc.nat(), (heard, duration) => {
      const wave = packWave(heard, duration)
      expect(wave.length).toBeLessThanOrEqual(FILE_FIELDS.wave)
      expect(readWave(wave)).toHaveLength(WAVE_BARS)
    }),
  )
})

test('a hostile wave is read as the same number of bars, each between 0 and 1', () => {
  for (const wave of [undefined, '', 'A', '!', '_w', '_'.repeat(128), 'a'.repeat(100_000)]) {
    const bars = readWave(wave)
    expect(bars).toHaveLength(WAVE_BARS)
    expect(bars.every((level) => level >= 0 && level <= 1)).toBe(true)
  }
})
