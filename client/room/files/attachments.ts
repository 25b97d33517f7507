import { createEffect, createSignal, untrack } from 'solid-js'
import { FILE_MAX_BYTES } from '../../../protocol/file-limits.ts'
import { safeFileName } from '../../../protocol/safe-file-name.ts'
import { FILE_DETAILS_MAX } from '../../crypto/epoch-envelope.ts'
import type { FileDetails } from '../../crypto/message-file.ts'
import type { RoomModel } from '../room-model.ts'
import type { Recording } from '../voice/recording.ts'
import { type PreparedPicture, preparePicture } from './prepare-picture.ts'
import { sendFile } from './send-file.ts'
import { SNIFFED, type SniffedPicture, sniffPicture } from './sniff-picture.ts'
import type { ReadyFile } from './upload.ts'

/** What a file turns out to be, once it was looked at. */
export type Looked =
  /** `isUndrawn`: it calls itself a picture, and this browser can't draw it anew. */
  | { is: 'file'; isUndrawn: boolean }
  | { is: 'picture'; sniffed: SniffedPicture; picture: PreparedPicture; address: string }

/** A file that lies beside the message box, and goes with the next message. */
export interface Attachment {
  readonly id: number
  readonly name: string
  /** What was recorded here; undefined where it is another file. */
  readonly recording: Recording | undefined
  /** Undefined until it was looked at; reactive. */
  looked(): Looked | undefined
  /** Octets that are sent, as far as that is known; reactive. */
  size(): number
  /** Whether a picture goes with everything that is in its file; reactive. */
  isAsIs(): boolean
  setAsIs(isAsIs: boolean): void
  /** Whether the file as it is may be sent at all. */
  readonly mayBeAsIs: boolean
}

/** The files beside the message box. */
export interface Attachments {
  /** Reactive. */
  list(): readonly Attachment[]
  /** @returns names of those that are too large to be sent */
  addFiles(files: readonly File[]): string[]
  addRecording(recording: Recording): void
  remove(id: number): void
  /** Bytes that a text beside them is shorter by; reactive. */
  textCost(): number
  /**
   * Sends them, one a message, in their order; the text goes with the first.
   * @param replyTo the `seq` of the message that the first answers
   */
  send(text: string, replyTo?: number): void
}

interface OwnAttachment extends Attachment {
  prepare(): Promise<ReadyFile | null>
  details(): FileDetails
  forget(): void
}

/** Makes the files beside the message box of a room. */
export function makeAttachments(room: RoomModel): Attachments {
  const [list, setList] = createSignal<readonly OwnAttachment[]>([])
  let ids = 0

  function clear() {
    for (const { forget } of list()) forget()
    setList([])
  }

  createEffect(() => room.stage().is === 'over' && untrack(clear))

  return {
    list,
    addFiles(files) {
      // What a picture weighs is known once it was drawn: a large one from a camera becomes a small one.
      const isTooLarge = (file: File) => file.size > FILE_MAX_BYTES && !isPictureByName(file)
      const fitting = files.filter((file) => !isTooLarge(file))
      setList([...list(), ...fitting.map((file) => makeAttachment(file, ++ids))])
      return files.filter(isTooLarge).map(({ name }) => safeFileName(name))
    },
    addRecording(recording) {
      setList([...list(), makeAttachment(recording.file, ++ids, recording)])
    },
    remove(id) {
      list()
        .find((one) => one.id === id)
        ?.forget()
      setList(list().filter((one) => one.id !== id))
    },
    textCost: () => (list().length > 0 ? FILE_DETAILS_MAX : 0),
    send(text, replyTo) {
      for (const [at, { details, prepare }] of list().entries())
        sendFile(room, { details: details(), prepare }, at === 0 ? { text, replyTo } : {})
      clear()
    },
  }
}

/** Whether a file calls itself a picture: only a hint of what it is. */
function isPictureByName({ type }: File): boolean {
  return type.startsWith('image/')
}

function makeAttachment(file: File, id: number, recording?: Recording): OwnAttachment {
  const name = safeFileName(file.name)
  const heard = recording && { duration: recording.duration, wave: recording.wave }
  const [looked, setLooked] = createSignal<Looked>()
  const [isAsIs, setAsIs] = createSignal(false)
  const looking = look(file).then((result) => {
    setLooked(() => result)
    return result
  })
  const sizeOf = (now: Looked | undefined, asIs: boolean) =>
    now?.is === 'picture' && !asIs ? now.picture.drawn.size : file.size

  return {
    id,
    name,
    recording,
    looked,
    size: () => sizeOf(looked(), isAsIs()),
    isAsIs,
    setAsIs,
    mayBeAsIs: file.size <= FILE_MAX_BYTES,
    details: () => ({ name, type: file.type, size: sizeOf(looked(), isAsIs()), ...heard }),
    async prepare() {
      const result = await looking
      if (result.is === 'file')
        return { blob: file, details: { name, type: file.type, size: file.size, ...heard } }
      const { sniffed, picture } = result
      const { preview } = picture
      if (isAsIs()) {
        const details = { name, type: sniffed.type, size: file.size, ...picture.original }
        return { blob: file, details: { ...details, ...(preview && { preview }) } }
      }
      const { drawn, width, height } = picture
      const details = { name: nameFor(name, drawn.type), type: drawn.type, size: drawn.size, width, height }
      return { blob: drawn, details: { ...details, ...(preview && { preview }) } }
    },
    forget() {
      void looking.then((result) => result.is === 'picture' && URL.revokeObjectURL(result.address))
    },
  }
}

/** Looks at the octets of a file, and draws it anew where it is a picture. */
async function look(file: File): Promise<Looked> {
  const head = await file
    .slice(0, SNIFFED)
    .arrayBuffer()
    .catch(() => new ArrayBuffer(0))
  const sniffed = sniffPicture(new Uint8Array(head))
  const picture = sniffed && (await preparePicture(file, sniffed.type))
  if (!picture) return { is: 'file', isUndrawn: sniffed !== null || isPictureByName(file) }
  return { is: 'picture', sniffed, picture, address: URL.createObjectURL(picture.drawn) }
}

const ENDINGS: Record<string, RegExp> = {
  'image/jpeg': /\.jpe?g$/i,
  'image/png': /\.png$/i,
  'image/webp': /\.webp$/i,
}

/** The name of a picture that was drawn as another kind gets the ending of that. */
function nameFor(name: string, type: string): string {
  if (ENDINGS[type]?.test(name) ?? true) return name
  return safeFileName(`${name.replace(/\.[^.]{1,5}$/, '')}.${type === 'image/jpeg' ? 'jpg' : type.slice(6)}`)
}
