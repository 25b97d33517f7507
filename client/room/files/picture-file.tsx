import { createEffect, createMemo, createSignal, onCleanup, Show } from 'solid-js'
import { filesTexts } from '#i18n/files.ts'
import { fromBase64Url } from '../../crypto/base64url.ts'
import type { MessageFile } from '../../crypto/message-file.ts'
import { formatSize } from '../../i18n/format-size.ts'
import type { RoomModel } from '../room-model.ts'
import { createFetch } from './fetch-file.ts'
import { fetchInView, UNASKED_MAX } from './fetch-in-view.ts'
import { FetchProgress } from './fetch-progress.tsx'
import { fitPicture } from './fit-picture.ts'
import { PictureDialog } from './picture-dialog.tsx'
import { countPixels, PICTURE_HEAD } from './picture-size.ts'
import { SavedFile } from './saved-file.tsx'
import { SNIFFED, sniffPicture } from './sniff-picture.ts'

const t = filesTexts

/**
 * Pixels of a picture that is drawn. A browser takes four octets for each, however few the file has: unasked no more than a page of
 * ours sends, and on a click what a camera makes.
 */
const PIXELS_MAX = { preview: 4_096, unasked: 2_560 * 2_560, asked: 50_000_000 }

/** A picture in its place: as large as its message says, so that nothing moves when it comes. */
export function PictureFile(props: { room: RoomModel; file: MessageFile; alt: string }) {
  const { file } = props
  const fetched = createFetch(props.room, file)
  const [isOpen, setOpen] = createSignal(false)
  /** Whether its octets are no picture, or none that this browser draws. */
  const [isNone, setNone] = createSignal(false)
  // No octets are drawn that are larger than their message says.
  const pixels = (file.width ?? 1) * (file.height ?? 1)
  const isUnasked = file.size <= UNASKED_MAX && pixels <= PIXELS_MAX.unasked
  const preview = createAddress(async () => fromBase64Url(file.preview ?? ''), PIXELS_MAX.preview)
  const here = () => {
    const state = fetched.state()
    return state.is === 'here' ? state.blob : undefined
  }
  const address = createAddress(here, Math.min(pixels, PIXELS_MAX.asked), () => setNone(true))
  const isAbsent = () => fetched.state().is === 'absent' && !isUnasked
  const frame = fitPicture(file.width ?? 1, file.height ?? 1)
  let box!: HTMLDivElement

  if (isUnasked) fetchInView(() => box, file.size, fetched)

  return (
    <Show when={!isNone()} fallback={<NoPicture room={props.room} file={file} />}>
      <div
        ref={box}
        class="picture"
        style={{ width: `${frame.width}px`, 'aspect-ratio': `${frame.width} / ${frame.height}` }}
      >
        <Show when={!address() && preview()}>
          {(preview) => <img class="picture-preview" src={preview()} alt="" />}
        </Show>
        <Show when={address()}>
          {(address) => (
            <button type="button" class="picture-open" onClick={() => setOpen(true)}>
              <img src={address()} alt={props.alt} onError={() => setNone(true)} />
            </button>
          )}
        </Show>
        <Show when={isAbsent()}>
          <button type="button" class="button button-main picture-fetch" onClick={() => void fetched.fetch()}>
            {t.show(formatSize(file.size))}
          </button>
        </Show>
      </div>
      <FetchProgress fetched={fetched} name={file.name} size={file.size} />
      <Show when={isOpen() && address()}>
        {(address) => (
          <PictureDialog
            name={file.name}
            alt={props.alt}
            address={address()}
            blob={here()}
            onClose={() => setOpen(false)}
          />
        )}
      </Show>
    </Show>
  )
}

/** What calls itself a picture and is none that is shown can be saved like any other file. */
function NoPicture(props: { room: RoomModel; file: MessageFile }) {
  return (
    <>
      <SavedFile room={props.room} file={props.file} />
      <p class="file-about">{t.noPicture}</p>
    </>
  )
}

/**
 * Makes the address of a picture out of its octets, for as long as it is shown. Its type is told by the octets.
 * @param most pixels that are drawn
 * @param onNone is called where they are no picture, or a larger one
 */
function createAddress(
  read: () => Blob | undefined | Promise<Uint8Array<ArrayBuffer> | null>,
  most: number,
  onNone = () => {},
): () => string | undefined {
  const [address, setAddress] = createSignal<string>()
  const source = createMemo(read)
  createEffect(() => {
    const from = source()
    if (!from) return
    let isOver = false
    let made: string | undefined
    void (async () => {
      const blob = from instanceof Blob ? from : new Blob([(await from) ?? new Uint8Array()])
      if (blob.size === 0) return
      const head = new Uint8Array(await blob.slice(0, PICTURE_HEAD).arrayBuffer())
      const sniffed = sniffPicture(head.subarray(0, SNIFFED))
      const pixels = sniffed && countPixels(head, sniffed.type)
      if (isOver) return
      if (!pixels || pixels > most) return onNone()
      made = URL.createObjectURL(blob.slice(0, blob.size, sniffed.type))
      setAddress(made)
    })()
    onCleanup(() => {
      isOver = true
      if (made) URL.revokeObjectURL(made)
      setAddress(undefined)
    })
  })
  return address
}
