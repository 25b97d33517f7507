import { correction, generate, mode } from 'lean-qr'
import { toSvgPath } from 'lean-qr/extras/svg'

/** A QR code as an SVG draws it. The light modules around it are the drawing's business. */
export interface QrCode {
  /** Modules on each side. */
  size: number
  /** The outlines of all that is dark, one unit a module. */
  path: string
}

/**
 * Draws the QR code of a text, with error correction level M: it can be read where 15 % of it can't be seen.
 * @returns null for a text that no QR code holds: more than 2,331 bytes
 */
export function drawQrCode(text: string): QrCode | null {
  try {
    // An address is ASCII, and its bytes alone are what every reader knows.
    const code = generate(text, { minCorrectionLevel: correction.M, modes: [mode.ascii, mode.utf8] })
    return { size: code.size, path: toSvgPath(code) }
  } catch {
    return null
  }
}
