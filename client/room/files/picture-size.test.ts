import fc from 'fast-check'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { countPixels } from './picture-size.ts'
import { sniffPicture } from './sniff-picture.ts'

const plain = sharp({ create: { width: 70, height: 30, channels: 3, background: '#abc' } })

test.each([
  ['jpeg', () => plain.clone().jpeg().withMetadata({ orientation: 6 })],
  ['progressive jpeg', () => plain.clone().jpeg({ progressive: true })],
  ['png', () => plain.clone().png()],
  ['gif', () => plain.clone().gif()],
  ['webp', () => plain.clone().webp()],
  ['webp without loss', () => plain.clone().webp({ lossless: true })],
  ['webp that is transparent', () => plain.clone().ensureAlpha(0.5).webp()],
  ['avif', () => plain.clone().avif({ effort: 0 })],
])('the pixels of a %s are counted before it is drawn', async (_, make) => {
  const octets = new Uint8Array(await make().toBuffer())
  const type = sniffPicture(octets)?.type
  expect(type && countPixels(octets, type)).toBe(2_100)
})

const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0))

test.each([
  ['webp', 'image/webp', 'RIFF....WEBPVP8L....\x2f\xff\xff\xff\x0f', 16_384 ** 2],
  ['webp', 'image/webp', 'RIFF....WEBPVP8X....\0\0\0\0\xff\xff\xff\xff\xff\xff', 2 ** 48],
  ['png', 'image/png', '\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\x4e\x20\0\0\x4e\x20', 4e8],
  [
    'gif on a small screen',
    'image/gif',
    'GIF89a\x01\0\x01\0\0\0\0!\xf9\x01\0\0,\0\0\0\0\xff\xff\xff\xff',
    65_535 ** 2,
  ],
  ['jpeg', 'image/jpeg', '\xff\xd8junk\xff\xe1\0\x04ab\xff\xff\xc2\0\x11\x08\xff\xff\xff\xff', 65_535 ** 2],
] as const)('a bomb of %s says how large it is', (_, type, text, pixels) => {
  expect(countPixels(bytes(text), type)).toBe(pixels)
})

test.each([
  ['image/avif', '\0\0\0\x18ftypavif\0\0\0\0avifaviseispe\0\0\0\0\0\0\0\x01\0\0\0\x01'],
  ['image/webp', 'RIFF....WEBPJUNK....................'],
  ['image/png', '\x89PNG\r\n\x1a\n\0\0\0\x0dJUNK\0\0\x4e\x20\0\0\x4e\x20'],
  ['image/jpeg', '\xff\xd8\xff\xda\0\x04ab'],
] as const)('a %s that does not say so is not counted', (type, text) => {
  expect(countPixels(bytes(text), type)).toBeNull()
})

test('whatever the octets are, counting ends', () => {
  const types = ['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'image/avif'] as const
  const octet = fc.oneof(fc.integer({ min: 0, max: 255 }), fc.constantFrom(0, 0x21, 0xff))
  fc.assert(
    fc.property(fc.array(octet, { maxLength: 60 }), (octets) => {
      for (const type of types) countPixels(Uint8Array.from(octets), type)
    }),
  )
})
