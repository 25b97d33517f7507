import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sniffPicture } from './sniff-picture.ts'

const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0))

test.each([
  ['\xff\xd8\xff\xe1....Exif', { type: 'image/jpeg', isAnimated: false }],
  ['\x89PNG\r\n\x1a\n....IHDR....IDAT', { type: 'image/png', isAnimated: false }],
  ['\x89PNG\r\n\x1a\n....IHDR....acTL....IDAT', { type: 'image/png', isAnimated: true }],
  ['GIF87a......', { type: 'image/gif', isAnimated: false }],
  ['GIF89a....!\xff\x0bNETSCAPE2.0...', { type: 'image/gif', isAnimated: true }],
  ['RIFF....WEBPVP8 ', { type: 'image/webp', isAnimated: false }],
  ['RIFF....WEBPVP8X....ANIM', { type: 'image/webp', isAnimated: true }],
  ['\0\0\0\x1cftypavif\0\0\0\0avifmif1miaf', { type: 'image/avif', isAnimated: false }],
  ['\0\0\0\x1cftypmif1\0\0\0\0mif1avifmiaf', { type: 'image/avif', isAnimated: false }],
  ['\0\0\0\x18ftypavis\0\0\0\0avifavis', { type: 'image/avif', isAnimated: true }],
])('%j is told by its octets', (text, picture) => {
  expect(sniffPicture(bytes(text))).toEqual(picture)
})

test.each([
  '',
  'x',
  '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
  '<!doctype html><script>',
  '%PDF-1.7',
  'GIF88a',
  ' \xff\xd8\xff',
  'RIFF....WAVE',
  '\0\0\0\x18ftypheic\0\0\0\0mif1heic',
  '\0\0\0\x18ftypisom\0\0\0\0isommp42',
  '\0\0\0\x10ftypisom\0\0\0\0avif',
  'BM........',
])('%j is no picture that is shown', (text) => {
  expect(sniffPicture(bytes(text))).toBeNull()
})

test('whatever the octets are, telling does not throw', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 40 }), (octets) => void sniffPicture(octets)))
})
