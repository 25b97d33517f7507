import { downloadZip } from 'client-zip'
import { fileName } from '../../protocol/file-name.ts'
import { FORMATS } from '../../protocol/transcript.ts'
import type { WrittenMessage } from '../../protocol/transcript-writer.ts'
import type { FileApi } from '../net/file-api.ts'
import type { Timers } from '../net/timers.ts'
import { makeDownload } from '../room/files/download.ts'
import { claimFileName } from './claim-file-name.ts'
import type { OpenedTranscript } from './decrypt-transcript.ts'

/** How far an archive is. */
export interface ArchiveProgress {
  /** Octets that are here, or can't be had. */
  received: number
  /** Octets of all files. */
  size: number
  /** Whether the room can't be reached, or asks to wait. */
  isPaused: boolean
}

interface ArchiveOptions {
  fetchChunk: FileApi['fetchChunk']
  timers: Timers
  /** Stops it. */
  signal: AbortSignal
  onProgress(progress: ArchiveProgress): void
  /** What the transcript calls a file that can't be had. */
  nameMissing(name: string): string
}

/**
 * Makes one archive of a transcript and the files that it names, each in `files/` under the name that the transcript says.
 * Nothing is compressed: pictures and recordings are already.
 * @returns the archive, and the number of files that can't be had, which are left out; null where it was stopped
 */
export async function makeArchive(
  { transcript, files = [] }: OpenedTranscript,
  { fetchChunk, timers, signal, onProgress, nameMissing }: ArchiveOptions,
): Promise<{ blob: Blob; missing: number } | null> {
  const { roomId, title } = transcript.room
  const size = files.reduce((sum, { file }) => sum + file.size, 0)
  let before = 0
  let missing = 0
  const names = new Map<string, string>()
  const taken = new Map<string, number>()

  const download = makeDownload({
    roomId,
    async fetchChunk(fileId, index) {
      if (!signal.aborted) return fetchChunk(fileId, index)
      // It was stopped between two chunks, when nothing was asked for that could be stopped.
      download.stop()
      return { ok: false, refusal: { code: 'unreachable' } }
    },
    timers,
    onProgress: (received, isPaused) => onProgress({ received: before + received, size, isPaused }),
  })
  signal.addEventListener('abort', download.stop, { once: true })

  /** One file at a time: a page should not hold all of them twice. */
  async function* readEntries() {
    for (const { seq, file } of files) {
      const fetched = await download.fetchFile(file)
      if (fetched === null) return
      before += file.size
      if (fetched.ok) {
        const name = claimFileName(file.name, taken)
        names.set(keyOf(seq, file.id), name)
        yield { name: `files/${name}`, input: new Blob(fetched.parts) }
      } else missing += 1
    }
    // The last, since it says what came of the files.
    yield { name: fileName(title, FORMATS.markdown.extension), input: writeTranscript() }
  }

  function writeTranscript(): string {
    const { head, message, tail } = FORMATS.markdown
    const nameFiles = ({ attached, ...rest }: WrittenMessage): WrittenMessage => ({
      ...rest,
      attached: attached?.map((file) => {
        return { ...file, name: names.get(keyOf(rest.seq, file.id)) ?? nameMissing(file.name) }
      }),
    })
    const messages = transcript.messages.map(nameFiles).map(message)
    return [head(transcript.room), ...messages, tail()].join('')
  }

  const blob = await downloadZip(readEntries()).blob()
  return signal.aborted ? null : { blob, missing }
}

const keyOf = (seq: number, fileId: string) => `${seq} ${fileId}`
