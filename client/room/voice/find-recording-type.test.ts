import { expect, test } from 'vitest'
import { findRecordingType } from './find-recording-type.ts'

interface Case {
  browser: string
  records: readonly string[]
  type: string | undefined
}

const CASES: Case[] = [
  {
    browser: 'Chromium 126, and later',
    records: ['audio/webm', 'audio/webm;codecs=opus', 'audio/mp4', 'audio/mp4;codecs=opus'],
    type: 'audio/mp4;codecs=opus',
  },
  {
    browser: 'Safari 18.4, and later',
    records: ['audio/webm;codecs=opus', 'audio/mp4;codecs=opus', 'audio/mp4', 'audio/mp4;codecs=mp4a.40.2'],
    type: 'audio/mp4;codecs=opus',
  },
  { browser: 'Safari 17.5', records: ['audio/mp4', 'audio/mp4;codecs=mp4a.40.2'], type: 'audio/mp4' },
  {
    browser: 'Firefox',
    records: ['audio/ogg;codecs=opus', 'audio/webm;codecs=opus'],
    type: 'audio/webm;codecs=opus',
  },
  { browser: 'another', records: ['audio/x-own'], type: undefined },
]

test.for(CASES)('$browser records $type', ({ records, type }) => {
  expect(findRecordingType((asked) => records.includes(asked))).toBe(type)
})
