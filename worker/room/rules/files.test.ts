import { describe, expect, test } from 'vitest'
import {
  FILE_CHUNK,
  FILE_CHUNKS_MAX,
  FILE_MAX_BYTES,
  FILE_UNNAMED_MS,
  FILES_MAX,
  FILES_MAX_BYTES,
  UPLOADS_MAX,
} from '../../../protocol/file-limits.ts'
import { PRESENCE_LISTED_MAX } from '../../../protocol/limits.ts'
import { claimParticipantId } from '../../ids.ts'
import {
  checkChunk,
  checkFileSending,
  checkNewFile,
  type FileFacts,
  forgottenAt,
  isNameable,
  isReadable,
} from './files.ts'

const ADA = claimParticipantId('ada')
const BEN = claimParticipantId('ben')
const CHUNK = FILE_CHUNK.plain + FILE_CHUNK.added
const EMPTY = { files: 0, octets: 0, uploads: 0 }
const ROOM = { capacity: null, destroyBy: 'host', quiet: false, schedule: null, files: true } as const

/** What a check says in one word. */
const answerOf = (result: { ok: boolean; refusal?: { code: string } }) => result.refusal?.code ?? 'yes'

describe('sending a file', () => {
  const PRESENT = PRESENCE_LISTED_MAX
  test.each([
    { what: 'a participant', answer: 'yes' },
    { what: 'where files are off', room: { files: false }, answer: 'files-off' },
    { what: 'a host where files are off', role: 'host', room: { files: false }, answer: 'files-off' },
    { what: 'in a quiet room', room: { quiet: true }, answer: 'quiet' },
    { what: 'a host in a quiet room', role: 'host', room: { quiet: true }, answer: 'yes' },
    { what: 'who is muted', mutedUntil: 1_001, answer: 'muted' },
    { what: 'who was muted until now', mutedUntil: 1_000, answer: 'yes' },
    { what: 'in a crowd', present: PRESENT + 1, answer: 'not-allowed' },
    { what: 'a host in a crowd', role: 'host', present: PRESENT + 1, answer: 'yes' },
    { what: 'a facilitator in a crowd', role: 'facilitator', present: PRESENT + 1, answer: 'yes' },
  ] as const)('$what: $answer', (each) => {
    const { role, mutedUntil, room, present, answer } = {
      role: 'participant' as const,
      mutedUntil: null,
      room: {},
      present: PRESENT,
      ...each,
    }
    expect(answerOf(checkFileSending({ role, mutedUntil }, { ...ROOM, ...room }, present, 1_000))).toBe(
      answer,
    )
  })
})

describe('announcing a file', () => {
  const LARGEST = { size: FILE_MAX_BYTES, chunks: FILE_CHUNKS_MAX }
  const SMALL = { size: 1, chunks: 1 }
  test.each([
    { what: 'the largest', request: LARGEST, usage: EMPTY, answer: 'yes' },
    {
      what: 'an octet more',
      request: { ...LARGEST, size: FILE_MAX_BYTES + 1 },
      usage: EMPTY,
      answer: 'file-too-large',
    },
    { what: 'full chunks', request: { size: 2 * CHUNK, chunks: 2 }, usage: EMPTY, answer: 'yes' },
    {
      what: 'more than its chunks hold',
      request: { size: 2 * CHUNK + 1, chunks: 2 },
      usage: EMPTY,
      answer: 'invalid-request',
    },
    { what: 'a third upload', request: SMALL, usage: { ...EMPTY, uploads: UPLOADS_MAX - 1 }, answer: 'yes' },
    {
      what: 'one upload too many',
      request: SMALL,
      usage: { ...EMPTY, uploads: UPLOADS_MAX },
      answer: 'too-many-uploads',
    },
    {
      what: 'the last octet',
      request: SMALL,
      usage: { ...EMPTY, octets: FILES_MAX_BYTES - 1 },
      answer: 'yes',
    },
    {
      what: 'in a full room',
      request: SMALL,
      usage: { ...EMPTY, octets: FILES_MAX_BYTES },
      answer: 'storage-full',
    },
    { what: 'the last file', request: SMALL, usage: { ...EMPTY, files: FILES_MAX - 1 }, answer: 'yes' },
    {
      what: 'a file too many',
      request: SMALL,
      usage: { ...EMPTY, files: FILES_MAX },
      answer: 'storage-full',
    },
  ])('$what: $answer', ({ request, usage, answer }) => {
    expect(answerOf(checkNewFile(request, usage))).toBe(answer)
  })
})

/** A file of Ada's with one of two chunks. */
const HALF: FileFacts = {
  participantId: ADA,
  size: 100,
  chunks: 2,
  stored: new Set([0]),
  octets: 60,
  progressAt: 1_000,
  seq: null,
}
const WHOLE: FileFacts = { ...HALF, stored: new Set([0, 1]) }

test.each([
  { what: 'the rest, and what encryption adds', index: 1, octets: 96, answer: 'yes' },
  { what: 'more than was announced', index: 1, octets: 97, answer: 'file-too-large' },
  { what: 'nothing', index: 1, octets: 0, answer: 'invalid-request' },
  { what: 'a chunk beyond the last', index: 2, octets: 1, answer: 'file-not-found' },
])('a chunk of $what: $answer', ({ index, octets, answer }) => {
  expect(answerOf(checkChunk(HALF, index, octets))).toBe(answer)
})

test.each([
  { octets: CHUNK, answer: 'yes' },
  { octets: CHUNK + 1, answer: 'file-too-large' },
])('a chunk of $octets octets: $answer', ({ octets, answer }) => {
  const file = { ...HALF, size: FILE_MAX_BYTES, chunks: FILE_CHUNKS_MAX }
  expect(answerOf(checkChunk(file, 1, octets))).toBe(answer)
})

test('a message may name its sender’s own complete file that no other message has', () => {
  expect(isNameable(WHOLE, ADA)).toBe(true)
  expect(isNameable(HALF, ADA)).toBe(false)
  expect(isNameable(WHOLE, BEN)).toBe(false)
  expect(isNameable({ ...WHOLE, seq: 1 }, ADA)).toBe(false)
})

test('a file is read by whoever may read its message, and before that by its sender', () => {
  expect(isReadable(WHOLE, ADA, 9)).toBe(true)
  expect(isReadable(WHOLE, BEN, 0)).toBe(false)
  expect(isReadable(WHOLE, null, 0)).toBe(false)
  expect(isReadable({ ...WHOLE, seq: 5 }, BEN, 4)).toBe(true)
  expect(isReadable({ ...WHOLE, seq: 5 }, BEN, 5)).toBe(false)
  expect(isReadable({ ...WHOLE, seq: 5 }, null, 0)).toBe(true)
})

test('a file that no message names is forgotten ten minutes after its last chunk', () => {
  expect(forgottenAt(HALF)).toBe(1_000 + FILE_UNNAMED_MS)
  expect(forgottenAt({ ...HALF, seq: 1 })).toBeNull()
})
