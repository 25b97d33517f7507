import jsQR from 'jsqr'
import { expect, test } from 'vitest'
import { makeLinkKey } from '../../../test/support/link-key.ts'
import { drawQrCode, type QrCode } from './qr-code.ts'

/** Pixels of a module. */
const SCALE = 4
/** Light modules around the code. */
const MARGIN = 4

/** The dark modules of a path, as `x y`: those with more of its lines going down on their left than up, or the reverse. */
function darkModules({ size, path }: QrCode): Set<string> {
  const windings = new Map<string, number>()
  for (const outline of path.split('Z')) {
    const corners = [...outline.matchAll(/(\d+) (\d+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const)
    for (const [index, [x1, y1]] of corners.entries()) {
      const [x2, y2] = corners[(index + 1) % corners.length] ?? [x1, y1]
      if (x1 !== x2) continue
      for (let y = Math.min(y1, y2); y < Math.max(y1, y2); y++) {
        for (let x = x1; x < size; x++) {
          windings.set(`${x} ${y}`, (windings.get(`${x} ${y}`) ?? 0) + Math.sign(y2 - y1))
        }
      }
    }
  }
  return new Set([...windings].filter(([, winding]) => winding !== 0).map(([module]) => module))
}

/** What another library reads in the drawing; null where it reads nothing. */
function readBack(code: QrCode): string | null {
  const width = (code.size + 2 * MARGIN) * SCALE
  const pixels = new Uint8ClampedArray(width * width * 4).fill(255)
  for (const module of darkModules(code)) {
    const [x = 0, y = 0] = module.split(' ').map((number) => (Number(number) + MARGIN) * SCALE)
    for (let row = y; row < y + SCALE; row++) {
      for (let column = x; column < x + SCALE; column++) pixels.set([0, 0, 0], (row * width + column) * 4)
    }
  }
  return jsQR(pixels, width, width, { inversionAttempts: 'dontInvert' })?.data ?? null
}

test('an invite link with its key is read back from its QR code', () => {
  const inviteLink = `https://private-chat.example.workers.dev/room/V1StGXR8_Z5jdHi6B-myT#${makeLinkKey()}`
  const code = drawQrCode(inviteLink)
  expect(code && readBack(code)).toBe(inviteLink)
  // Version 7 at most: small enough for the camera of a cheap phone, from the screen of another.
  expect(code?.size).toBeLessThanOrEqual(45)
})

test('a text of any length is read back', () => {
  for (const text of ['a', 'room 7', 'x'.repeat(213), 'y'.repeat(600), 'a room at Zürich’s lake']) {
    const code = drawQrCode(text)
    expect(code && readBack(code), text).toBe(text)
  }
})

test('there is no code for a text that is too long', () => {
  expect(drawQrCode('x'.repeat(2_331)) === null).toBe(false)
  expect(drawQrCode('x'.repeat(2_332)) === null).toBe(true)
})
