import { expect, test } from 'vitest'
import { sniffRecording } from './sniff-recording.ts'

const octetsOf = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0))

test('what browsers record is told by its octets', () => {
  expect(sniffRecording(octetsOf('\x1aE\xdf\xa3\x9fB\x86\x81\x01B\xf7'))).toBe('audio/webm')
  expect(sniffRecording(octetsOf('\0\0\0$ftypisom'))).toBe('audio/mp4')
  expect(sniffRecording(octetsOf('OggS\0\x02'))).toBe('audio/ogg')
})

test('anything else is none, whatever it calls itself', () => {
  for (const text of [
    '',
    'OggT',
    '#EXTM3U\nhttps://example.org/',
    '<html>',
    '<svg xmlns=',
    'ID3\x04',
    'RIFF\0\0\0\0WAVE',
    ' ftypisom',
    '%PDF-1.7',
  ])
    expect(sniffRecording(octetsOf(text)), text).toBeNull()
})
