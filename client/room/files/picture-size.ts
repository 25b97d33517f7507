import type { PictureType } from './sniff-picture.ts'

/** Octets of the beginning of a picture in which it says how large it is: what a camera notes comes before that. */
export const PICTURE_HEAD = 1_048_576

/**
 * Returns how many pixels a picture has, by its octets, before anything draws it: thirty octets of WebP can be a gigabyte once they
 * are decoded.
 * @param octets the beginning of a file, `PICTURE_HEAD` or all there are
 * @returns null where they do not say
 */
export function countPixels(octets: Uint8Array, type: PictureType): number | null {
  const view = new DataView(octets.buffer, octets.byteOffset, octets.byteLength)
  try {
    return COUNT[type](view)
  } catch (error) {
    // It ends before it says so.
    if (error instanceof RangeError) return null
    throw error
  }
}

const COUNT: Record<PictureType, (view: DataView) => number | null> = {
  'image/jpeg': countOfJpeg,
  'image/png': (view) => (textAt(view, 12, 4) === 'IHDR' ? view.getUint32(16) * view.getUint32(20) : null),
  'image/gif': countOfGif,
  'image/webp': countOfWebp,
  'image/avif': countOfAvif,
}

/** Passes from marker to marker, as decoders do, until a frame begins. */
function countOfJpeg(view: DataView): number | null {
  for (let at = 2; ; ) {
    while (view.getUint8(at) !== 0xff) at += 1
    while (view.getUint8(at) === 0xff) at += 1
    const marker = view.getUint8(at)
    at += 1
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return view.getUint16(at + 3) * view.getUint16(at + 5)
    // The picture itself, or its end.
    if (marker === 0xd9 || marker === 0xda) return null
    const isAlone = marker <= 0x01 || (marker >= 0xd0 && marker <= 0xd8)
    if (!isAlone) at += view.getUint16(at)
  }
}

/** The screen, or the first picture on it where that is larger: browsers draw all of it. */
function countOfGif(view: DataView): number {
  const colours = (flags: number) => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0)
  let at = 13 + colours(view.getUint8(10))
  while (view.getUint8(at) === 0x21) {
    at += 2
    for (let size = view.getUint8(at); size > 0; size = view.getUint8(at)) at += size + 1
    at += 1
  }
  const side = (screen: number, from: number) =>
    Math.max(
      view.getUint16(screen, true),
      view.getUint16(at + from, true) + view.getUint16(at + from + 4, true),
    )
  return side(6, 1) * side(8, 3)
}

function countOfWebp(view: DataView): number | null {
  const kind = textAt(view, 12, 4)
  if (kind === 'VP8X')
    return ((view.getUint32(24, true) & 0xffffff) + 1) * ((view.getUint32(26, true) >>> 8) + 1)
  if (kind === 'VP8 ') return (view.getUint16(26, true) & 0x3fff) * (view.getUint16(28, true) & 0x3fff)
  if (kind !== 'VP8L') return null
  const sides = view.getUint32(21, true)
  return ((sides & 0x3fff) + 1) * (((sides >>> 14) & 0x3fff) + 1)
}

/** The largest of its parts. What moves says it elsewhere, too, and is not counted. */
function countOfAvif(view: DataView): number | null {
  const octets = new Uint8Array(view.buffer, view.byteOffset, view.byteLength)
  const text = new TextDecoder('latin1').decode(octets)
  if (text.slice(8, view.getUint32(0)).includes('avis')) return null
  let most = 0
  for (let at = text.indexOf('ispe'); at >= 0; at = text.indexOf('ispe', at + 4))
    if (at + 16 <= view.byteLength) most = Math.max(most, view.getUint32(at + 8) * view.getUint32(at + 12))
  return most || null
}

function textAt(view: DataView, from: number, length: number): string {
  return String.fromCharCode(...Array.from({ length }, (_, at) => view.getUint8(from + at)))
}
