import { IDBFactory } from 'fake-indexeddb'
import { expect, test } from 'vitest'
import { importRoomKey, makeRoomKey } from '../crypto/room-key.ts'
import { MemberKeys } from '../room/keys/member-keys.ts'
import { deleteExpiredKeys, KEYS_KEPT_AFTER_END } from './delete-expired-keys.ts'
import { type KeyRecord, makeKeyStore } from './key-store.ts'

const ROOM = 'V1StGXR8_Z5jdHi6B-myT'

async function makeRecord(differing: Partial<KeyRecord> = {}): Promise<KeyRecord> {
  const { pair } = await MemberKeys.makeKeys(ROOM, makeKeyStore())
  return {
    roomId: ROOM,
    publicKey: pair.publicKey.text,
    privateKey: pair.privateKey,
    epochs: [
      { epoch: 1, key: await importRoomKey(makeRoomKey()) },
      { epoch: 2, key: makeRoomKey() },
    ],
    door: null,
    password: null,
    removedIds: ['gone'],
    managerIds: ['host'],
    closedFor: null,
    hasLocked: false,
    expiresAt: 1_000,
    ...differing,
  }
}

/** A browser, and tabs of it. */
function makeBrowser() {
  const databases = new IDBFactory()
  return { databases, openTab: () => makeKeyStore({ getDatabases: () => databases, locks: undefined }) }
}

type Put = (records: IDBObjectStore, original: IDBObjectStore['put']) => IDBRequest<IDBValidKey>

/** A browser whose object store does something else, from a time on, when a record is put. */
function makeBrowserWherePut(put: Put) {
  const { databases, openTab } = makeBrowser()
  const isBroken = { now: true }
  const open: IDBFactory['open'] = (name, version) => {
    const request = databases.open(name, version)
    request.addEventListener('success', () => {
      const transaction = request.result.transaction.bind(request.result)
      request.result.transaction = (stores, mode) => {
        const made = transaction(stores, mode)
        const objectStore = made.objectStore.bind(made)
        made.objectStore = (store) => {
          const records = objectStore(store)
          const original = records.put.bind(records)
          records.put = (record: KeyRecord) => (isBroken.now ? put(records, original) : original(record))
          return records
        }
        return made
      }
    })
    return request
  }
  const broken = makeKeyStore({ getDatabases: () => Object.assign(new IDBFactory(), { open }) })
  return { broken, openTab, isBroken }
}

test('another tab finds what was written: keys that can’t be exported, and can still be used', async () => {
  const { openTab } = makeBrowser()
  const record = await makeRecord()
  expect(await openTab().readRecord(ROOM)).toBeNull()
  expect(await openTab().writeRecord(record)).toBe(true)
  const read = await openTab().readRecord(ROOM)
  expect(read).toMatchObject({ publicKey: record.publicKey, removedIds: ['gone'], managerIds: ['host'] })
  expect(read?.epochs[1]?.key).toEqual(record.epochs[1]?.key)
  const kept = [read?.privateKey, read?.epochs[0]?.key]
  expect(kept.map((key) => key instanceof CryptoKey && [key.type, key.extractable])).toEqual([
    ['private', false],
    ['secret', false],
  ])
})

test('what is deleted is gone, and nothing else', async () => {
  const { openTab } = makeBrowser()
  await openTab().writeRecord(await makeRecord())
  await openTab().writeRecord(await makeRecord({ roomId: 'another' }))
  await openTab().deleteRecord(ROOM)
  expect(await openTab().readRecord(ROOM)).toBeNull()
  expect(await openTab().readRecord('another')).not.toBeNull()
})

test('keys stay for a day after the end that was known: others may have given the room more time', async () => {
  const { databases, openTab } = makeBrowser()
  await openTab().writeRecord(await makeRecord({ expiresAt: 1_000 }))
  await openTab().writeRecord(await makeRecord({ roomId: 'later', expiresAt: 1_001 }))
  await deleteExpiredKeys(1_000 + KEYS_KEPT_AFTER_END, () => databases)
  expect(await openTab().readRecord(ROOM)).not.toBeNull()
  await deleteExpiredKeys(1_001 + KEYS_KEPT_AFTER_END, () => databases)
  expect(await openTab().readRecord(ROOM)).toBeNull()
  expect(await openTab().readRecord('later')).not.toBeNull()
})

const WITHOUT: Record<string, () => IDBFactory | undefined> = {
  'without IndexedDB': () => undefined,
  'that forbids it': () => {
    throw new DOMException('forbidden', 'SecurityError')
  },
  'whose open throws': () =>
    Object.assign(new IDBFactory(), {
      open: () => {
        throw new DOMException('no', 'InvalidStateError')
      },
    }),
}

test.each(Object.entries(WITHOUT))(
  'a browser %s keeps nothing, and nothing throws',
  async (_, getDatabases) => {
    const store = makeKeyStore({ getDatabases })
    expect(await store.readRecord(ROOM)).toBeUndefined()
    expect(await store.writeRecord(await makeRecord())).toBe(false)
    await store.deleteRecord(ROOM)
    await deleteExpiredKeys(Number.MAX_SAFE_INTEGER, getDatabases)
    expect(await store.runExclusively(ROOM, async () => 'ran')).toBe('ran')
  },
)

test('what failed once is tried anew', async () => {
  const { databases } = makeBrowser()
  let uses = 0
  const store = makeKeyStore({ getDatabases: () => (uses++ === 0 ? undefined : databases) })
  expect(await store.readRecord(ROOM)).toBeUndefined()
  expect(await store.readRecord(ROOM)).toBeNull()
  expect(await store.writeRecord(await makeRecord())).toBe(true)
})

const FULL: Record<string, Put> = {
  'throws when it is asked': () => {
    throw new DOMException('full', 'QuotaExceededError')
  },
  'takes it and writes nothing in the end': (records, original) => {
    const request = original({ roomId: 'another' })
    request.onsuccess = () => records.transaction.abort()
    return request
  },
}

test.each(Object.entries(FULL))('a full disk that %s keeps the record before', async (_, put) => {
  const { broken, openTab, isBroken } = makeBrowserWherePut(put)
  const record = await makeRecord()
  isBroken.now = false
  expect(await broken.writeRecord(record)).toBe(true)
  isBroken.now = true
  expect(await broken.writeRecord({ ...record, closedFor: 'partner' })).toBe(false)
  expect(await openTab().readRecord(ROOM)).toMatchObject({ closedFor: null })
})

test('two tabs do not run at once for one room, where the browser has locks', async () => {
  const { databases } = makeBrowser()
  const order: string[] = []
  const openTab = () => makeKeyStore({ getDatabases: () => databases, locks: navigator.locks })
  const run = (name: string) =>
    openTab().runExclusively(ROOM, async () => {
      order.push(`${name} begins`)
      await openTab().readRecord(ROOM)
      order.push(`${name} ends`)
    })
  await Promise.all([run('one'), run('other')])
  expect(order).toEqual(['one begins', 'one ends', 'other begins', 'other ends'])
})
