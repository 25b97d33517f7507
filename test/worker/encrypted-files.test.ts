import { nanoid } from 'nanoid'
import { expect, test } from 'vitest'
import { makeFileApi } from '../../client/net/file-api.ts'
import { realTimers } from '../../client/net/timers.ts'
import { makeDownload } from '../../client/room/files/download.ts'
import { makeUpload } from '../../client/room/files/upload.ts'
import { FILE_MAX_BYTES } from '../../protocol/file-limits.ts'
import { KeyMember } from '../support/key-member.ts'
import { Person, runInRoom } from './person.ts'

/** What sends and fetches the files of a page, for somebody. */
function filesOf(person: Person, roomId: string) {
  const api = makeFileApi(roomId, {
    fetch: (path, { method = 'GET', body } = {}) =>
      person.fetchResponse(method, String(path), body instanceof Uint8Array ? body : undefined),
  })
  const settings = { roomId, timers: realTimers }
  return { api, download: makeDownload({ ...settings, fetchChunk: api.fetchChunk, onProgress: () => {} }) }
}

async function hashOf(blob: Blob): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', await blob.arrayBuffer()))
}

test('25 MiB go through the room as a page sends them, come out the same for another, and the room holds none of them', async () => {
  const host = new Person()
  const guest = new Person()
  const { member: ada, link } = await KeyMember.createRoom(host, 'Ada')
  const ben = await KeyMember.join(guest, 'Ben', link)
  const { roomId, participantId } = ada
  const octets = new Uint8Array(FILE_MAX_BYTES).fill(97)
  const details = { name: 'a.txt', type: 'text/plain', size: FILE_MAX_BYTES }
  const upload = makeUpload({
    roomId,
    prepare: async () => ({ blob: new Blob([octets]), details }),
    announceFile: (size, chunks) =>
      ada.api.call('POST /api/rooms/:id/files', { param: { id: roomId }, json: { size, chunks } }),
    sendChunk: filesOf(host, roomId).api.sendChunk,
    timers: realTimers,
    onChange: () => {},
  })
  const sent = await upload.send()
  if (!sent.ok) throw new Error(`it was not sent: ${sent.failure}`)
  const id = nanoid()
  const text = await ada.cipher.encryptMessage({ participantId, id }, 'look', { attached: [sent.file] })
  const { status } = await host.callRoom(roomId, 'POST', '/messages', { id, text, files: [sent.file.id] })
  expect(status).toBe(201)

  const [message] = await ben.readSealed()
  if (!message) throw new Error('nothing was said')
  expect(message.files).toEqual([sent.file.id])
  const said = await ben.cipher.decryptMessage(message, message.text)
  expect(said.attached).toEqual([sent.file])
  const fetched = await filesOf(guest, roomId).download.fetchFile(sent.file)
  if (!fetched?.ok) throw new Error('it can not be had')
  expect(await hashOf(new Blob(fetched.parts))).toEqual(await hashOf(new Blob([octets])))
  const stored = await runInRoom(roomId, ({ sql }) =>
    sql.exec<{ octets: ArrayBuffer }>('SELECT octets FROM chunks').toArray(),
  )
  expect(stored).toHaveLength(50)
  expect(stored.some(({ octets }) => new TextDecoder('latin1').decode(octets).includes('aaaa'))).toBe(false)
})
