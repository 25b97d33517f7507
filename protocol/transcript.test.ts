import { describe, expect, test } from 'vitest'
import { exampleRoom } from '../test/support/examples.ts'
import { escapeMarkdown } from './markdown.ts'
import type { Message } from './message.ts'
import type { AccountRoom, TranscriptFormat } from './schedule.ts'
import { FORMATS } from './transcript.ts'

const ROOM: AccountRoom = {
  ...exampleRoom({ opensAt: Date.UTC(2026, 10, 27, 9, 0, 5) }),
  title: 'Talk *one*',
  closesAt: Date.UTC(2026, 10, 27, 10, 30),
  retainFor: 604_800,
  messages: 2,
}

const FIRST: Message = {
  id: 'm1',
  seq: 1,
  roomId: ROOM.roomId,
  participantId: 'p1',
  sender: 'Ada',
  text: 'one\n  two',
  timestamp: Date.UTC(2026, 10, 27, 9, 1, 2, 345),
}
const SECOND: Message = { ...FIRST, id: 'm2', seq: 2, text: '"three"' }

/** The whole file, written piece by piece. */
function write(format: TranscriptFormat, messages: Message[]): string {
  const { head, message, tail } = FORMATS[format]
  return head(ROOM) + messages.map(message).join('') + tail()
}

describe('a transcript', () => {
  test.each([{ messages: [] }, { messages: [FIRST] }, { messages: [FIRST, SECOND] }])(
    'as JSON holds the room and every message as they are',
    ({ messages }) => {
      expect(JSON.parse(write('json', messages))).toEqual({ room: ROOM, messages })
    },
  )

  test('as JSON has a message a line', () => {
    expect(write('json', [FIRST, SECOND]).split('\n')).toEqual([
      expect.stringMatching(/"messages":\[$/),
      `${JSON.stringify(FIRST)},`,
      JSON.stringify(SECOND),
      ']}',
      '',
    ])
  })

  test('as CSV begins with a byte-order mark and a header, and every line ends in CRLF', () => {
    expect(write('csv', [FIRST, SECOND])).toBe(
      '\ufeffseq,time,sender,text,id,participantId,timestamp,options,reactions,deletedAt,files\r\n' +
        `1,2026-11-27T09:01:02.345Z,"Ada","one\n  two","m1","p1",${FIRST.timestamp},"","",,""\r\n` +
        `2,2026-11-27T09:01:02.345Z,"Ada","""three""","m2","p1",${SECOND.timestamp},"","",,""\r\n`,
    )
  })

  test('as Markdown has the title, the times, and each message as a quotation under its sender', () => {
    expect(write('markdown', [FIRST, SECOND])).toBe(
      '# Talk \\*one\\*\n\n2026-11-27 09:00:05 UTC to 2026-11-27 10:30:00 UTC\n' +
        '\n**Ada** · 2026-11-27 09:01:02 UTC\n\n> one\\\n> \u00a0\u00a0two\n' +
        '\n**Ada** · 2026-11-27 09:01:02 UTC\n\n> "three"\n',
    )
  })
})

test('a poll as CSV has its options and what was counted in columns of their own, with nothing that calculates', () => {
  const poll: Message = {
    ...FIRST,
    kind: 'poll',
    options: ['=Monday', 'Tuesday'],
    reactions: { '-x': 1, 1: 12 },
  }
  expect(FORMATS.csv.message(poll, 0)).toMatch(/,"'=Monday\nTuesday","1: 12\n'-x: 1",,""\r\n$/)
})

test('files are named, with nothing that calculates or formats, and by their ids where nobody knows their names', () => {
  const attached = [
    { id: 'f1', name: '=1+1.csv', type: 'text/csv', size: 1 },
    { id: 'f2', name: '*a*.png', type: 'image/png', size: 1 },
  ]
  const named = { ...FIRST, text: '', files: ['f1', 'f2'], attached }
  expect(FORMATS.csv.message(named, 0)).toMatch(/,"'=1\+1.csv\n\*a\*.png"\r\n$/)
  expect(FORMATS.markdown.message(named, 0)).toContain('\n- File: \\=1+1.csv\n- File: \\*a\\*.png\n')
  expect(FORMATS.csv.message({ ...FIRST, files: ['f1'] }, 0)).toMatch(/,"f1"\r\n$/)
})

test('a poll as Markdown lists its options and how often each was chosen', () => {
  const poll: Message = {
    ...FIRST,
    text: 'When?',
    kind: 'poll',
    options: ['*Monday*', 'Tuesday'],
    reactions: { 1: 12 },
  }
  expect(FORMATS.markdown.message(poll, 0)).toContain('> When?\n\n- \\*Monday\\*: 0\n- Tuesday: 12\n')
})

test('Markdown that was typed stays what was typed', () => {
  expect(escapeMarkdown('*a* _b_ `c` [d](e) <f> #g')).toBe('\\*a\\* \\_b\\_ \\`c\\` \\[d\\](e) \\<f\\> #g')
  expect(escapeMarkdown('# a\r\n  - b\n12. c\n===')).toBe('\\# a\n  \\- b\n12\\. c\n\\===')
})
