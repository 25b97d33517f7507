import { createSignal, onCleanup } from 'solid-js'
import type { MessageFile } from '../../crypto/message-file.ts'
import { realTimers } from '../../net/timers.ts'
import type { RoomModel } from '../room-model.ts'
import { type DownloadFailure, makeDownload } from './download.ts'
import { filesOf } from './room-files.ts'

/** How a file that somebody sent fares on this page. */
export type FetchState =
  | { is: 'absent' }
  | { is: 'coming'; received: number; isPaused: boolean }
  | { is: 'here'; blob: Blob }
  | { is: 'failed'; failure: DownloadFailure }

/** A file of a message, and the way to it. */
export interface FetchedFile {
  /** Reactive. */
  state(): FetchState
  /** Fetches it, unless it is here or on its way. Returns it; null where it can't be had. */
  fetch(): Promise<Blob | null>
}

/**
 * Makes what fetches one file of a message. It stops with its owner.
 * @param file what the message says of it; where it says nothing, the id alone
 */
export function createFetch(room: RoomModel, file: MessageFile | string): FetchedFile {
  const { roomId, api, cache, onLine } = filesOf(room)
  const id = typeof file === 'string' ? file : file.id
  const kept = cache.findBlob(id)
  const [state, setState] = createSignal<FetchState>(kept ? { is: 'here', blob: kept } : { is: 'absent' })
  const download = makeDownload({
    roomId,
    fetchChunk: api.fetchChunk,
    timers: realTimers,
    onProgress: (received, isPaused) => setState({ is: 'coming', received, isPaused }),
  })
  let fetching: Promise<Blob | null> | null = null
  onCleanup(download.stop)

  async function run(): Promise<Blob | null> {
    setState({ is: 'coming', received: 0, isPaused: false })
    const stopListening = onLine(download.hurry)
    const result = await (typeof file === 'string' ? download.fetchRaw(file) : download.fetchFile(file))
    stopListening()
    fetching = null
    if (result?.ok) {
      // No type that a browser would open: what may be shown is told by its octets.
      const blob = new Blob(result.parts, { type: 'application/octet-stream' })
      cache.keepBlob(id, blob)
      setState({ is: 'here', blob })
      return blob
    }
    setState(result ? { is: 'failed', failure: result.failure } : { is: 'absent' })
    return null
  }

  return {
    state,
    fetch() {
      const now = state()
      if (now.is === 'here') return Promise.resolve(now.blob)
      fetching ??= run()
      return fetching
    },
  }
}
