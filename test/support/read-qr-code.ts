import jsQR, { type QRCode } from 'jsqr'
import type { Locator } from 'playwright-core'

/**
 * Reads the QR code that an element shows, from a picture of it, as a simple reader does that knows dark on light alone.
 * @returns what it holds, and where its corner is, in modules from the element's own; null where nothing can be read
 */
export async function readQrCode(
  element: Locator,
): Promise<{ text: string; corner: { x: number; y: number } } | null> {
  const picture = await element.screenshot()
  const { pixels, width, height } = await element.page().evaluate(
    async (bytes) => {
      const bitmap = await createImageBitmap(new Blob([new Uint8Array(bytes)]))
      const { width, height } = bitmap
      const paint = new OffscreenCanvas(width, height).getContext('2d')
      paint?.drawImage(bitmap, 0, 0)
      return { pixels: [...(paint?.getImageData(0, 0, width, height).data ?? [])], width, height }
    },
    [...picture],
  )
  const code = jsQR(Uint8ClampedArray.from(pixels), width, height, { inversionAttempts: 'dontInvert' })
  return code && { text: code.data, corner: cornerOf(code) }
}

/** The upper left corner of a code, in whole modules from the picture's. */
function cornerOf({ version, location }: QRCode): { x: number; y: number } {
  const modules = 17 + 4 * version
  const pixels = location.topRightCorner.x - location.topLeftCorner.x
  const { x, y } = location.topLeftCorner
  return { x: Math.round((x * modules) / pixels), y: Math.round((y * modules) / pixels) }
}
