import { Hono } from 'hono'
import * as z from 'zod'
import { toCursor } from '../../protocol/cursor.ts'
import { FILE_CHUNK } from '../../protocol/file-limits.ts'
import { FileRequest } from '../../protocol/files.ts'
import { checkSchema, parseJsonBody, readOctets } from '../http/body.ts'
import { readRoomCookies } from '../http/cookies.ts'
import { readCredentials } from '../http/credentials.ts'
import { refuseRequest } from '../http/refuse.ts'
import { type RoomEnv, requireRoom, requireStanding } from '../http/require-room.ts'
import { claimFileId } from '../ids.ts'

const CHUNK = '/:id/files/:fileId/:index'

/** A chunk's index. What is no id of a file is not found, and no reason to refuse a request for its form. */
const ChunkPath = z.object({
  fileId: z.string().transform(claimFileId),
  index: z
    .string()
    .regex(/^(0|[1-9]\d{0,5})$/, 'A chunk has a whole number from 0 on.')
    .transform(toCursor),
})

/** Routes of a room's files: to announce one, and to send and fetch its chunks. Chunks are octets and not JSON. */
export const files = new Hono<RoomEnv>()
  .post('/:id/files', requireRoom, requireStanding('seat'), parseJsonBody(FileRequest), async (c) => {
    const announced = await c.get('room').announceFile(readRoomCookies(c), c.req.valid('json'))
    return announced.ok ? c.json(announced.value, 201) : refuseRequest(c, announced.refusal)
  })
  .put(CHUNK, requireRoom, requireStanding('seat'), async (c) => {
    const path = checkSchema(ChunkPath, c.req.param())
    if (!path.ok) return refuseRequest(c, path.refusal)
    const octets = await readOctets(c.req.raw, FILE_CHUNK.plain + FILE_CHUNK.added)
    if (octets === null) return refuseRequest(c, { code: 'file-too-large' })
    const { refusal } = await c.get('room').storeChunk(readRoomCookies(c), { ...path.value, octets })
    return refusal ? refuseRequest(c, refusal) : c.body(null, 204)
  })
  .get(CHUNK, requireRoom, requireStanding('reading'), async (c) => {
    const path = checkSchema(ChunkPath, c.req.param())
    if (!path.ok) return refuseRequest(c, path.refusal)
    const { fileId, index } = path.value
    const read = await c.get('room').readChunk(await readCredentials(c), fileId, index)
    if (!read.ok) return refuseRequest(c, read.refusal)
    // Never shown by a browser, whatever the octets are: `nosniff` and the policy of every answer do the rest.
    c.header('Content-Type', 'application/octet-stream')
    c.header('Content-Disposition', 'attachment')
    return c.body(read.value, 200)
  })
