import { expect, test } from 'vitest'
import { FILE_CHUNKS_MAX, MESSAGE_FILES_MAX } from './file-limits.ts'
import { FileRequest, MessageFiles } from './files.ts'

const idOf = (n: number) => String(n).padStart(21, 'x')
const idsTo = (count: number) => Array.from({ length: count }, (_, n) => idOf(n))

test.each([
  { what: 'none', ids: [], isAccepted: false },
  { what: 'as many as may be', ids: idsTo(MESSAGE_FILES_MAX), isAccepted: true },
  { what: 'one too many', ids: idsTo(MESSAGE_FILES_MAX + 1), isAccepted: false },
  { what: 'one twice', ids: [idOf(1), idOf(1)], isAccepted: false },
  { what: 'what is no id', ids: ['../x'], isAccepted: false },
])('files of a message, $what: $isAccepted', ({ ids, isAccepted }) => {
  expect(MessageFiles.safeParse(ids).success).toBe(isAccepted)
})

test.each([
  { body: { size: 1, chunks: 1 }, isAccepted: true },
  { body: { size: 1, chunks: FILE_CHUNKS_MAX }, isAccepted: true },
  { body: { size: 1, chunks: FILE_CHUNKS_MAX + 1 }, isAccepted: false },
  { body: { size: 0, chunks: 1 }, isAccepted: false },
  { body: { size: 1, chunks: 0 }, isAccepted: false },
  { body: { size: 1.5, chunks: 1 }, isAccepted: false },
  { body: { size: 1, chunks: 1, name: 'x.png' }, isAccepted: false },
])('announcing $body is accepted: $isAccepted', ({ body, isAccepted }) => {
  expect(FileRequest.safeParse(body).success).toBe(isAccepted)
})
