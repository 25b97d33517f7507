import { createSignal, onCleanup } from 'solid-js'
import { RECORDING_SNIFFED, sniffRecording } from './sniff-recording.ts'

/** A recording that can be played. */
export interface Playback {
  /** Whether it plays, or will once it is here; reactive. */
  isPlaying(): boolean
  /** Milliseconds from its beginning; reactive. */
  at(): number
  /** Milliseconds: what its sender said, until its octets tell; reactive. */
  duration(): number
  play(): Promise<void>
  pause(): void
  /** Goes on from there. @param ms milliseconds from its beginning */
  seek(ms: number): void
}

/** Milliseconds by which the length that was said may be off. */
const DURATION_OFF = 1_000

/** What plays now: one voice at a time. */
let playing: Playback | undefined

/** Pauses what plays. */
export function pausePlaying(): void {
  playing?.pause()
}

/**
 * Makes what plays a recording. It stops, and its address is taken back, with its owner.
 * @param said milliseconds, as its message has them
 * @param fetch returns its octets; null where they can't be had
 * @param onNone is called where they are no recording, or none that this browser can play
 */
export function createPlayback(
  said: number,
  fetch: () => Promise<Blob | null>,
  onNone: () => void,
): Playback {
  const audio = new Audio()
  const [isPlaying, setPlaying] = createSignal(false)
  const [at, setAt] = createSignal(0)
  const [duration, setDuration] = createSignal(said)
  let address: string | undefined
  let isGone = false

  async function load(): Promise<boolean> {
    if (address) return true
    const blob = await fetch()
    if (isGone || blob === null) return false
    const type = sniffRecording(new Uint8Array(await blob.slice(0, RECORDING_SNIFFED).arrayBuffer()))
    if (isGone || address) return !isGone
    if (type === null) {
      onNone()
      return false
    }
    address = URL.createObjectURL(blob.slice(0, blob.size, type))
    audio.src = address
    audio.currentTime = at() / 1_000
    return true
  }

  audio.addEventListener('durationchange', () => {
    // Some recordings don't say how long they are. What their sender measured may be some hundredths off: that is kept.
    const told = audio.duration * 1_000
    if (Number.isFinite(told) && Math.abs(told - said) > DURATION_OFF) setDuration(told)
  })
  audio.addEventListener('timeupdate', () => setAt(audio.currentTime * 1_000))
  audio.addEventListener('pause', () => setPlaying(false))
  audio.addEventListener('ended', () => setAt(0))
  audio.addEventListener('error', () => !isGone && onNone())

  const playback: Playback = {
    isPlaying,
    at,
    duration,
    async play() {
      if (playing !== playback) pausePlaying()
      playing = playback
      setPlaying(true)
      const isHere = await load()
      // It may have been paused while it was on its way.
      if (!isPlaying()) return
      const plays =
        isHere &&
        (await audio.play().then(
          () => true,
          () => false,
        ))
      if (!plays) setPlaying(false)
    },
    pause() {
      setPlaying(false)
      audio.pause()
    },
    seek(ms) {
      setAt(ms)
      if (address) audio.currentTime = ms / 1_000
    },
  }
  onCleanup(() => {
    isGone = true
    playback.pause()
    if (playing === playback) playing = undefined
    audio.removeAttribute('src')
    if (address) URL.revokeObjectURL(address)
  })
  return playback
}
