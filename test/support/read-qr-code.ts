import jsQR, { type QRCode } from 'jsqr'
import type { Locator } from 'playwright-core'
import sharp from 'sharp'

/**
 * Reads the QR code that an element shows, from a picture of it, as a simple reader does that knows dark on light alone.
 * @returns what it holds, and where its corner is, in modules from the element's own; null where nothing can be read
 */
export async function readQrCode(
  element: Locator,
): Promise<{ text: string; corner: { x: number; y: number } } | null> {
  const picture = sharp(await element.screenshot())
    .ensureAlpha()
    .raw()
  const { data, info } = await picture.toBuffer({ resolveWithObject: true })
  const code = jsQR(Uint8ClampedArray.from(data), info.width, info.height, {
    inversionAttempts: 'dontInvert',
  })
  return code && { text: code.data, corner: cornerOf(code) }
}

/** The upper left corner of a code, in whole modules from the picture's. */
function cornerOf({ version, location }: QRCode): { x: number; y: number } {
  const modules = 17 + 4 * version
  const pixels = location.topRightCorner.x - location.topLeftCorner.x
  const { x, y } = location.topLeftCorner
  return { x: Math.round((x * modules) / pixels), y: Math.round((y * modules) / pixels) }
}
