import { createEffect, createSignal, type JSX, onCleanup, Show } from 'solid-js'
import { voiceTexts } from '#i18n/voice.ts'
import { announce } from '../../ui/announcer.tsx'
import type { RoomModel } from '../room-model.ts'
import { pausePlaying } from './playback.ts'
import { formatLength, RECORDING_MAX, RECORDING_MIN, type Recording } from './recording.ts'
import { RecordingBar } from './recording-bar.tsx'
import { type Heard, type RunningRecording, startRecording } from './start-recording.ts'
import { packWave } from './wave.ts'

const t = voiceTexts

/** Milliseconds from which on a press is a hold: what is held records until it is let go. */
const HOLD = 300

/** What records a voice, in the place of the message box. */
export interface VoiceRecorder {
  /** Reactive. */
  isRecording(): boolean
  /**
   * @param press of the button: a pointer that came down, or a click, which counts where it was a key
   * @param released settles when the pointer goes up
   */
  record(press: MouseEvent, released: Promise<Event>): Promise<void>
  Bar(): JSX.Element
}

/** Makes what records a voice. @param onRecorded takes what was recorded */
export function createVoiceRecorder(
  room: RoomModel,
  onRecorded: (recording: Recording) => void,
): VoiceRecorder {
  const [running, setRunning] = createSignal<RunningRecording>()
  const [elapsed, setElapsed] = createSignal(0)
  const [level, setLevel] = createSignal(0)
  let isStarting = false
  let isCanceled = false
  const isOver = () => room.stage().is === 'over'
  createEffect(() => isOver() && cancel())
  onCleanup(cancel)

  function cancel() {
    isCanceled = true
    running()?.stop()
  }

  function finish({ blob, duration, loudness }: Heard) {
    setRunning(undefined)
    returnFocus()
    if (isCanceled) return announce(t.canceled)
    if (duration < RECORDING_MIN || blob.size === 0) return announce(t.tooShort, true)
    onRecorded({ file: nameFile(blob), duration, wave: packWave(loudness, duration) })
    if (duration < RECORDING_MAX) announce(t.recorded(formatLength(duration)))
    else announce(t.full(formatLength(RECORDING_MAX)), true)
  }

  async function begin(): Promise<RunningRecording | null> {
    isStarting = true
    isCanceled = false
    try {
      const recording = await startRecording((ms, level) => {
        setElapsed(ms)
        setLevel(level)
      })
      // The room may have ended while the browser asked for the microphone.
      if (!isCanceled) return recording
      recording.stop()
    } catch (error) {
      const name = error instanceof DOMException ? error.name : ''
      announce(t.refusals[name] ?? t.failed, true)
    } finally {
      isStarting = false
    }
    return null
  }

  return {
    isRecording: () => running() !== undefined,
    async record(press, released) {
      const isPointer = press.type === 'pointerdown'
      if (isPointer ? press.button !== 0 : press.detail !== 0) return
      if (isStarting || running() || isOver()) return
      pausePlaying()
      const recording = await begin()
      if (recording === null) return
      setElapsed(0)
      setRunning(recording)
      announce(t.started(formatLength(RECORDING_MAX)))
      void recording.heard.then(finish)
      if (!isPointer) return
      // What was let go before it began, as where the browser asked first, counts as a tap: it goes on until it is stopped.
      const { timeStamp } = await released
      if (timeStamp - press.timeStamp > HOLD && timeStamp > recording.startedAt) recording.stop()
    },
    Bar: () => (
      <Show when={running()}>
        {(recording) => (
          <RecordingBar
            elapsed={elapsed()}
            level={level()}
            onStop={() => recording().stop()}
            onCancel={cancel}
          />
        )}
      </Show>
    ),
  }
}

/** Names a recording for those who save it. */
function nameFile(blob: Blob): File {
  const [type = ''] = blob.type.split(';')
  const ending = type === 'audio/mp4' ? 'm4a' : type.replace(/^audio\//, '')
  return new File([blob], `${t.fileName}.${ending}`, { type })
}

/** The bar that had the focus is gone. A touch does not get the keyboard of a phone. */
function returnFocus() {
  if (document.activeElement !== document.body) return
  const place = matchMedia('(pointer: fine)').matches ? '.composer-text' : '.composer-record'
  document.querySelector<HTMLElement>(place)?.focus()
}
