import { findRecordingType } from './find-recording-type.ts'
import { RECORDING_BITS, RECORDING_MAX } from './recording.ts'
import { type Loudness, measureLevel } from './wave.ts'

/** Milliseconds between two measurements of how loud it is. */
const MEASURE_EVERY = 100

/** What was heard, until somebody or something stopped it. */
export interface Heard {
  blob: Blob
  /** Milliseconds. */
  duration: number
  loudness: readonly Loudness[]
}

/** A microphone that is open. */
export interface RunningRecording {
  /** When it began, by the clock of events. */
  readonly startedAt: number
  /** Settles once it is stopped: by `stop`, by its longest length, or because the microphone is gone. */
  readonly heard: Promise<Heard>
  /** Stops it, and closes the microphone. */
  stop(): void
}

/**
 * Opens the microphone and records. A tab that nobody sees goes on recording.
 * @param onMeasure is called a few times a second, with the milliseconds so far and how loud it is, 0 to 1
 * @throws DOMException where there is no microphone, or none that may be used
 */
export async function startRecording(
  onMeasure: (elapsed: number, level: number) => void,
): Promise<RunningRecording> {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1 } })
  try {
    return record(stream, onMeasure)
  } catch (error) {
    closeMicrophone(stream)
    throw error
  }
}

function record(stream: MediaStream, onMeasure: (elapsed: number, level: number) => void): RunningRecording {
  const mimeType = findRecordingType((type) => MediaRecorder.isTypeSupported(type))
  const recorder = new MediaRecorder(stream, {
    ...(mimeType && { mimeType }),
    audioBitsPerSecond: RECORDING_BITS,
  })
  const context = new AudioContext()
  const analyser = context.createAnalyser()
  context.createMediaStreamSource(stream).connect(analyser)

  const parts: Blob[] = []
  const loudness: Loudness[] = []
  const samples = new Float32Array(analyser.fftSize)
  const startedAt = performance.now()
  const measuring = setInterval(() => {
    const at = performance.now() - startedAt
    analyser.getFloatTimeDomainData(samples)
    const level = measureLevel(samples)
    loudness.push({ at, level })
    onMeasure(at, level)
  }, MEASURE_EVERY)
  const limit = setTimeout(stop, RECORDING_MAX)

  function stop() {
    if (recorder.state !== 'inactive') recorder.stop()
    // At once: what shows that a microphone is open goes with the button.
    closeMicrophone(stream)
  }

  recorder.addEventListener('dataavailable', ({ data }) => parts.push(data))
  const heard = new Promise<Heard>((resolve) => {
    recorder.addEventListener('stop', () => {
      const duration = Math.round(Math.min(performance.now() - startedAt, RECORDING_MAX))
      clearInterval(measuring)
      clearTimeout(limit)
      closeMicrophone(stream)
      void context.close()
      resolve({ blob: new Blob(parts, { type: recorder.mimeType }), duration, loudness })
    })
  })
  recorder.start()
  return { startedAt, heard, stop }
}

function closeMicrophone(stream: MediaStream) {
  for (const track of stream.getTracks()) track.stop()
}
