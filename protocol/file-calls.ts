import { Octets } from './answers.ts'
import type { Calls } from './call.ts'
import { FileAnswer, FileRequest } from './files.ts'

/** The calls about files. */
export const FILE_CALLS: Calls = {
  'POST /api/rooms/:id/files': {
    id: 'announceFile',
    topic: 'Files',
    summary: 'Announces a file, and reserves the room’s storage for it.',
    access: 'seat',
    body: FileRequest,
    example: { size: 600_000, chunks: 2 },
    answers: { 201: FileAnswer },
    refusals: [
      'files-off',
      'muted',
      'quiet',
      'not-allowed',
      'too-many-uploads',
      'file-too-large',
      'storage-full',
    ],
  },
  'PUT /api/rooms/:id/files/:fileId/:index': {
    id: 'sendChunk',
    topic: 'Files',
    summary: 'Stores a chunk of a file. One that is stored stays as it is: sent again it changes nothing.',
    access: 'seat',
    body: 'octets',
    answers: { 204: null },
    refusals: [
      'files-off',
      'muted',
      'quiet',
      'not-allowed',
      'file-not-found',
      'file-too-large',
      'slow-down',
      'storage-full',
    ],
  },
  'GET /api/rooms/:id/files/:fileId/:index': {
    id: 'fetchChunk',
    topic: 'Files',
    summary: 'Returns the octets of a chunk as they were sent.',
    access: 'reading',
    answers: { 200: Octets },
    media: ['application/octet-stream'],
    refusals: ['file-not-found', 'slow-down'],
  },
}
