import { toBase64Url } from '../../crypto/base64url.ts'
import { FILE_FIELDS } from '../../crypto/message-file.ts'
import type { PictureType } from './sniff-picture.ts'

/** Pixels of the longer side of a picture that is sent: sharp on a large screen, and a tenth of what a camera makes. */
const LONGEST_SIDE = 2_560

/** Pixels of the longer side of what stands in its place until it is here. It is shown blurred. */
const PREVIEW_SIDE = 20

/** How much of a picture is kept, from 0 to 1, where its kind loses something. */
const QUALITY = { picture: 0.86, preview: 0.5 }

/** What each kind is drawn as. A browser that can't write one writes PNG. */
const DRAWN_AS: Record<PictureType, string> = {
  'image/jpeg': 'image/jpeg',
  'image/png': 'image/png',
  'image/gif': 'image/png',
  'image/webp': 'image/webp',
  'image/avif': 'image/webp',
}

/** A picture, drawn anew. */
export interface PreparedPicture {
  /** Pixels and nothing else: not where it was taken, when, and by what. */
  drawn: Blob
  width: number
  height: number
  /** The same of the picture as it was. */
  original: { width: number; height: number }
  /** Base64url; absent where it would be too long. */
  preview?: string
}

/**
 * Draws a picture anew, upright, so that of its file nothing is left but what is to be seen.
 * @returns null where this browser can't decode it
 */
export async function preparePicture(file: Blob, type: PictureType): Promise<PreparedPicture | null> {
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null)
  if (bitmap === null) return null
  const canvas = draw(bitmap, LONGEST_SIDE)
  const drawn = await encode(canvas, DRAWN_AS[type], QUALITY.picture)
  const small = await encode(draw(bitmap, PREVIEW_SIDE), 'image/webp', QUALITY.preview)
  const original = { width: bitmap.width, height: bitmap.height }
  bitmap.close()
  if (drawn === null) return null
  const preview = small ? toBase64Url(new Uint8Array(await small.arrayBuffer())) : ''
  const { width, height } = canvas
  const isShort = preview !== '' && preview.length <= FILE_FIELDS.preview
  return { drawn, width, height, original, ...(isShort && { preview }) }
}

function draw(bitmap: ImageBitmap, longest: number): HTMLCanvasElement {
  const scale = Math.min(1, longest / Math.max(bitmap.width, bitmap.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(bitmap.width * scale))
  canvas.height = Math.max(1, Math.round(bitmap.height * scale))
  const context = canvas.getContext('2d')
  if (context) {
    context.imageSmoothingQuality = 'high'
    context.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  }
  return canvas
}

function encode(canvas: HTMLCanvasElement, type: string, quality: number): Promise<Blob | null> {
  return new Promise((resolve) => canvas.toBlob(resolve, type, quality))
}
