import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { APP_ICONS } from '../client/app/app-icons.ts'
import { listIcons, PUBLIC } from './draw-icon.ts'

/** How far a channel of a pixel, of 255, may be off: another processor rounds otherwise. */
const ROUNDING = 8

async function readPixels(picture: string | Buffer) {
  const { data, info } = await sharp(picture).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return { data, size: [info.width, info.height] }
}

test.for(listIcons())('$src is what the drawing of today makes; otherwise: npm run icons', async (icon) => {
  const committed = await readPixels(join(PUBLIC, icon.src))
  const drawn = await readPixels(await icon.draw())
  expect(committed.size).toEqual([icon.size, icon.size])
  const apart = drawn.data.reduce(
    (most, value, at) => Math.max(most, Math.abs(value - (committed.data[at] ?? 0))),
    0,
  )
  expect(apart).toBeLessThanOrEqual(ROUNDING)
})

test.for(APP_ICONS.filter(({ purpose }) => purpose === 'maskable'))(
  '$src fills the square, and a mask of any shape cuts off nothing but its ground',
  async ({ src, size }) => {
    const { data } = await readPixels(join(PUBLIC, src))
    const ground = [...data.subarray(0, 4)]
    expect(ground[3]).toBe(255)
    // Outside of the circle that every mask leaves: four fifths of the width.
    const isSafe = (at: number) => {
      const [x, y] = [(at % size) + 0.5 - size / 2, Math.floor(at / size) + 0.5 - size / 2]
      return Math.hypot(x, y) < size * 0.4
    }
    const cut: number[] = []
    for (let at = 0; at < size * size; at += 1) {
      const off = ground.some((value, channel) => Math.abs(value - (data[at * 4 + channel] ?? 0)) > ROUNDING)
      if (off && !isSafe(at)) cut.push(at)
    }
    expect(cut).toEqual([])
  },
)
