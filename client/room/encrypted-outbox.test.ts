import { expect, test, vi } from 'vitest'
import { makeFakeStorage } from '../../test/support/fake-storage.ts'
import { makeFakeTimers } from '../../test/support/fake-timers.ts'
import { makeIdleCipher } from '../../test/support/idle-cipher.ts'
import { MemoryKeyStore } from '../../test/support/memory-key-store.ts'
import { EPOCH_TEXT_MAX, FILE_DETAILS_MAX } from '../crypto/epoch-envelope.ts'
import { makeRoomKey, type RoomKey } from '../crypto/room-key.ts'
import { OUTBOX } from '../net/outbox.ts'
import { makeOutboxStore } from '../net/outbox-store.ts'
import { makeEncryptedOutbox } from './encrypted-outbox.ts'
import { MemberKeys } from './keys/member-keys.ts'
import type { PendingEntry } from './room-state.ts'
import type { Upload, UploadResult } from './room-upload.ts'

const ROOM = 'V1StGXR8_Z5jdHi6B-myT'
const LINK_CLOSED = { door: null, password: null }
const until = (check: () => void) => vi.waitFor(check, { interval: 1, timeout: 15_000 })

/** An outbox in a room whose keys rotate. The room gives the key of the second epoch where `given` is one. */
async function begin({
  given,
  kept = new Map<string, string>(),
  keys: loaded,
}: {
  given?: RoomKey
  kept?: Map<string, string>
  keys?: MemberKeys
} = {}) {
  const keys = loaded ?? (await MemberKeys.makeKeys(ROOM, new MemoryKeyStore()))
  if (!loaded) await keys.takeKey({ epoch: 1, key: makeRoomKey() }, LINK_CLOSED)
  const cipher = makeIdleCipher(keys)
  cipher.catchUp = async () => {
    if (given) await keys.takeKey({ epoch: 2, key: given }, LINK_CLOSED)
    return true
  }
  const timers = makeFakeTimers()
  const sent: { id: string; text: string; files?: string[] | undefined }[] = []
  const shown: { entries: readonly PendingEntry[] } = { entries: [] }
  const outbox = makeEncryptedOutbox({
    cipher,
    participantId: keys.participantId,
    sendEvent(event) {
      if (event.event === 'chat.message') sent.push(event.data)
      return true
    },
    onChange(entries) {
      shown.entries = entries
    },
    store: makeOutboxStore(ROOM, keys.participantId, makeFakeStorage(kept)),
    timers,
    wallNow: () => 0,
  })
  outbox.resumeSending()
  /** Refuses what is on its way again and again, as long as it is tried. */
  async function refuseAll(id: string) {
    for (let tries = 1; tries <= OUTBOX.tries; tries += 1) {
      outbox.handleRefusal(id, 'stale-epoch')
      if (tries === OUTBOX.tries) break
      // What it does about it is waited for: the message is sent again, as it was or anew.
      await until(() => {
        timers.passTime(OUTBOX.slowDown)
        expect(sent).toHaveLength(tries + 1)
      })
    }
    await until(() => expect(shown.entries).toMatchObject([{ state: 'failed', failure: 'stale-epoch' }]))
  }
  return { refuseAll, outbox, sent, keys, kept, cipher, entries: () => shown.entries }
}

test('a message that a rotation overtook is encrypted anew, once, and sent under the same id', async () => {
  const { outbox, sent, cipher, keys, entries } = await begin({ given: makeRoomKey() })
  const id = outbox.enqueueMessage('hello')
  await until(() => expect(sent).toHaveLength(1))
  outbox.handleRefusal(id, 'stale-epoch')
  await until(() => expect(sent).toHaveLength(2))
  expect(sent.map((one) => [one.id, one.text.slice(0, 5)])).toEqual([
    [id, 'e2.1.'],
    [id, 'e2.2.'],
  ])
  const address = { participantId: keys.participantId, id }
  expect(await cipher.decryptMessage(address, sent[1]?.text ?? '')).toMatchObject({ text: 'hello' })
  await until(() => expect(entries()).toMatchObject([{ state: 'sending' }]))
})

test('who is not given the key sees it fail, and what was typed is still there', async () => {
  const { outbox, sent, entries, refuseAll } = await begin()
  const id = outbox.enqueueMessage('hello')
  await until(() => expect(sent).toHaveLength(1))
  await refuseAll(id)
  expect(entries()).toMatchObject([{ id, text: 'hello', state: 'failed' }])
  expect(new Set(sent.map(({ text }) => text)).size).toBe(1)
})

test('what an older epoch left in the outbox is sent after a reload, too', async () => {
  const before = await begin()
  const id = before.outbox.enqueueMessage('hello')
  await until(() => expect(before.sent).toHaveLength(1))
  const { keys, kept } = before
  const { outbox, sent, entries } = await begin({ given: makeRoomKey(), kept, keys })
  await until(() => expect(entries()).toMatchObject([{ text: 'hello' }]))
  outbox.handleRefusal(id, 'stale-epoch')
  await until(() => expect(sent).toHaveLength(2))
  expect([sent[1]?.id, sent[1]?.text.slice(0, 5)]).toEqual([id, 'e2.2.'])
})

test('what can’t be read after a reload fails, and nothing empty is sent in its place', async () => {
  const before = await begin()
  const id = before.outbox.enqueueMessage('hello')
  await until(() => expect(before.sent).toHaveLength(1))
  const { pair } = before.keys
  const keys = new MemberKeys({ roomId: ROOM, pair, store: new MemoryKeyStore() })
  await keys.takeKey({ epoch: 2, key: makeRoomKey() }, LINK_CLOSED)
  const { refuseAll, sent, entries } = await begin({ kept: before.kept, keys })
  await until(() => expect(entries()).toMatchObject([{ opened: 'unreadable' }]))
  await refuseAll(id)
  expect(sent.map(({ text }) => text.slice(0, 5))).toEqual(Array(OUTBOX.tries).fill('e2.1.'))
})

const FILE = {
  id: 'q7XcZ0aB1cD2eF3gH4iJ5',
  key: 'k'.repeat(43),
  name: 'a.txt',
  type: 'text/plain',
  size: 5,
  chunks: 1,
}

/** A file whose sending the test ends. */
function makeTestUpload() {
  const results: ((result: UploadResult) => void)[] = []
  const upload: Upload & { stopped: number } = {
    details: FILE,
    stopped: 0,
    progress: () => ({ is: 'sending', sent: 0 }),
    send: () => new Promise((resolve) => results.push(resolve)),
    stop() {
      upload.stopped += 1
    },
  }
  return { upload, results, end: (result: UploadResult) => results.at(-1)?.(result) }
}

test('a message waits for its file, those behind it wait for the message, and then it names the file', async () => {
  const { outbox, sent, cipher, keys, entries } = await begin()
  const { upload, results, end } = makeTestUpload()
  const first = outbox.enqueueMessage('look', undefined, { upload })
  const second = outbox.enqueueMessage('then this')
  await until(() =>
    expect(entries()).toMatchObject([{ isUploading: true, text: 'look', upload }, { text: 'then this' }]),
  )
  await until(() => expect(results).toHaveLength(1))
  expect(sent).toEqual([])
  end({ ok: true, file: FILE })
  await until(() => expect(sent).toMatchObject([{ id: first, files: [FILE.id] }]))
  const address = { participantId: keys.participantId, id: first }
  expect(await cipher.decryptMessage(address, sent[0]?.text ?? '')).toMatchObject({
    text: 'look',
    attached: [FILE],
  })
  outbox.confirmDelivery([first])
  await until(() => expect(sent.map(({ id }) => id)).toEqual([first, second]))
})

test('keys that rotate while a file is on its way seal its message anew, and the file stays', async () => {
  const { outbox, sent, cipher, keys } = await begin({ given: makeRoomKey() })
  const { upload, results, end } = makeTestUpload()
  const id = outbox.enqueueMessage('', undefined, { upload })
  await until(() => expect(results).toHaveLength(1))
  end({ ok: true, file: FILE })
  await until(() => expect(sent).toHaveLength(1))
  outbox.handleRefusal(id, 'stale-epoch')
  await until(() => expect(sent).toHaveLength(2))
  expect(sent[1]).toMatchObject({ id, files: [FILE.id] })
  const said = await cipher.decryptMessage({ participantId: keys.participantId, id }, sent[1]?.text ?? '')
  expect([sent[1]?.text.slice(0, 5), said.attached]).toEqual(['e2.2.', [FILE]])
})

test('a file that fails says why, lets the others go on, and is tried again when it is asked for', async () => {
  const { outbox, sent, entries } = await begin()
  const { upload, results, end } = makeTestUpload()
  const id = outbox.enqueueMessage('look', undefined, { upload })
  const other = outbox.enqueueMessage('then this')
  await until(() => expect(results).toHaveLength(1))
  end({ ok: false, failure: 'storage-full' })
  await until(() => expect(sent).toMatchObject([{ id: other }]))
  expect(entries()[0]).toMatchObject({ id, state: 'failed', failure: 'storage-full', upload })
  outbox.confirmDelivery([other])
  outbox.retryMessage(id)
  await until(() => expect(results).toHaveLength(2))
  end({ ok: true, file: FILE })
  await until(() => expect(sent.at(-1)).toMatchObject({ id, files: [FILE.id] }))
  // No message named it in time.
  outbox.handleRefusal(id, 'file-not-found')
  outbox.retryMessage(id)
  await until(() => expect(results).toHaveLength(3))
  outbox.discardMessage(id)
  expect([upload.stopped, entries()]).toEqual([1, []])
})

test('after a reload a file that was on its way is gone, and says so; one that was there is sent', async () => {
  const before = await begin()
  const { upload } = makeTestUpload()
  const there = makeTestUpload()
  before.outbox.pauseSending()
  before.outbox.enqueueMessage('first', undefined, { upload: there.upload })
  await until(() => expect(there.results).toHaveLength(1))
  there.end({ ok: true, file: FILE })
  await until(() => expect(before.entries()[0]).toMatchObject({ attached: [FILE] }))
  before.outbox.enqueueMessage('look', undefined, { upload })
  await until(() => expect(before.entries()[1]).toMatchObject({ isUploading: true }))
  before.outbox.stopSending()
  expect([upload.stopped, before.kept.size]).toEqual([1, 1])
  expect([...before.kept.values()].join()).not.toMatch(/look|a\.txt/)
  const { outbox, sent, entries } = await begin({ kept: before.kept, keys: before.keys })
  await until(() =>
    expect(entries()).toMatchObject([
      { text: 'first', attached: [FILE] },
      { text: 'look', state: 'failed', failure: 'file-gone' },
    ]),
  )
  expect(sent).toMatchObject([{ files: [FILE.id] }])
  outbox.retryMessage(entries()[1]?.id ?? '')
  expect(entries()[1]).toMatchObject({ state: 'failed', failure: 'file-gone' })
})

test('a text that leaves no room for what is said of its file is refused as too long', async () => {
  const { outbox, entries } = await begin()
  const { upload, results } = makeTestUpload()
  const most = EPOCH_TEXT_MAX - FILE_DETAILS_MAX
  outbox.enqueueMessage('x'.repeat(most + 1), undefined, { upload })
  expect(entries()).toMatchObject([{ state: 'failed', failure: 'message-too-long', upload }])
  outbox.enqueueMessage('x'.repeat(most), undefined, { upload })
  await until(() => expect(results).toHaveLength(1))
})

test('how long a message stays travels beside its envelope, also once it was encrypted anew', async () => {
  const key = makeRoomKey()
  const { outbox, sent } = await begin({ given: key })
  const id = outbox.enqueueMessage('soon gone', undefined, { expires: 60, burn: 10 })
  await until(() => expect(sent).toHaveLength(1))
  outbox.handleRefusal(id, 'stale-epoch')
  await until(() => expect(sent).toHaveLength(2))
  expect(sent).toMatchObject([
    { expires: 60, burn: 10 },
    { expires: 60, burn: 10 },
  ])
  expect(JSON.stringify(sent)).not.toContain('soon')
})
