import type { KeyRecord, KeyStore } from '../../client/browser/key-store.ts'

/** Keeps keys as a browser does, in memory: it gives back what was written, and never what was changed after that. */
export class MemoryKeyStore implements KeyStore {
  readonly #records = new Map<string, KeyRecord>()
  #last: Promise<unknown> = Promise.resolve()

  async readRecord(roomId: string): Promise<KeyRecord | null> {
    const record = this.#records.get(roomId)
    return record ? copyRecord(record) : null
  }

  async writeRecord(record: KeyRecord): Promise<boolean> {
    this.#records.set(record.roomId, copyRecord(record))
    return true
  }

  async deleteRecord(roomId: string): Promise<void> {
    this.#records.delete(roomId)
  }

  runExclusively<T>(_roomId: string, run: () => Promise<T>): Promise<T> {
    const running = this.#last.then(run)
    this.#last = running.catch(() => {})
    return running
  }
}

function copyRecord(record: KeyRecord): KeyRecord {
  const { epochs, removedIds, managerIds } = record
  return { ...record, epochs: [...epochs], removedIds: [...removedIds], managerIds: [...managerIds] }
}

/** A browser that keeps nothing. */
export function makeForgetfulKeyStore(): KeyStore {
  return {
    readRecord: async () => undefined,
    writeRecord: async () => false,
    deleteRecord: async () => {},
    runExclusively: (_, run) => run(),
  }
}
