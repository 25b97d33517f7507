import { createEffect } from 'solid-js'
import { type FileApi, makeFileApi } from '../../net/file-api.ts'
import { onePerRoom } from '../one-per-room.ts'
import type { RoomModel } from '../room-model.ts'
import { type BlobCache, makeBlobCache } from './blob-cache.ts'

/** What all files of a room share on this page. */
export interface RoomFiles {
  readonly roomId: string
  readonly api: FileApi
  readonly cache: BlobCache
  /** Notes which files a message has: they are forgotten when it is taken back. */
  noteMessage(seq: number, fileIds: readonly string[]): void
  /** Runs one thing after the other: of two files the first is sent first. */
  takeTurn<T>(run: () => Promise<T>): Promise<T>
  /** Runs something whenever there may be a line again, until the returned function is called. */
  onLine(hurry: () => void): () => void
}

/** Returns the files of a room: made with the first one that is sent or shown. */
export const filesOf = onePerRoom(createFiles)

function createFiles(room: RoomModel): RoomFiles {
  const roomId = room.state.room?.roomId ?? ''
  const cache = makeBlobCache()
  const waiting = new Set<() => void>()
  const named = new Map<number, readonly string[]>()
  let turn: Promise<unknown> = Promise.resolve()

  createEffect(() => {
    if (room.connectionStatus() === 'open') for (const hurry of waiting) hurry()
  })
  createEffect(() => {
    for (const { seq, deletedAt } of Object.values(room.state.updates))
      if (deletedAt !== undefined) for (const id of named.get(seq) ?? []) cache.forgetBlob(id)
  })
  createEffect(() => room.stage().is === 'over' && cache.forgetAll())

  return {
    roomId,
    api: makeFileApi(roomId),
    cache,
    noteMessage: (seq, fileIds) => void named.set(seq, fileIds),
    takeTurn(run) {
      const result = turn.then(run)
      turn = result.catch(() => {})
      return result
    },
    onLine(hurry) {
      waiting.add(hurry)
      return () => void waiting.delete(hurry)
    },
  }
}
