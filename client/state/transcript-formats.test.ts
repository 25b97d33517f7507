import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AccountRoom, TranscriptFormat } from '../../protocol/schedule.ts'
import { FORMATS } from '../../worker/transcript/formats.ts'
import { TRANSCRIPT_FORMATS } from './transcript-formats.ts'

const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom(...'=+-@\'"\t\r\n ,;a1.)#*_[]') }),
)
const message = fc.record({
  id: fc.string(),
  seq: fc.nat(),
  roomId: fc.string(),
  participantId: fc.string(),
  sender: text,
  text,
  timestamp: fc.nat(),
})

test.for(Object.keys(FORMATS) as TranscriptFormat[])(
  'a transcript as %s is the same file whoever writes it',
  (format) => {
    fc.assert(
      fc.property(text, fc.array(message), (title, messages) => {
        const room = { title, opensAt: 0, closesAt: 1_000 } as AccountRoom
        const server = FORMATS[format]
        const written = server.head(room) + messages.map(server.message).join('') + server.tail()
        expect(TRANSCRIPT_FORMATS[format].write({ room, messages }).join('')).toBe(written)
        expect(TRANSCRIPT_FORMATS[format].extension).toBe(server.extension)
      }),
    )
  },
)
