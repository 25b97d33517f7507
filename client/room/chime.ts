/** Loudness at its peak: 1 would be all the device can. */
const PEAK = 0.06

/** Hertz: two notes, the second a fourth above the first. */
const NOTES = [659.3, 880]

/** Seconds: until the first note, between the two, and of each until it is loudest, until it is not heard, and until it ends. */
const SECONDS = { ahead: 0.02, between: 0.11, rise: 0.015, fade: 0.45, whole: 0.5 }

/** Loudness that nobody hears: an exponential fade can't end at 0. */
const UNHEARD = 0.0001

let audio: AudioContext | undefined

/** Milliseconds after which a sound would come too late: a browser may keep a page silent until it is touched. */
const TOO_LATE = 1_000

/** Waits until this page may sound. @returns what it sounds by; null where it can't, or had to wait for so long that nobody needs it */
export async function prepareSound(): Promise<AudioContext | null> {
  const asked = performance.now()
  try {
    audio ??= new AudioContext()
    await audio.resume()
  } catch {
    return null
  }
  return performance.now() - asked < TOO_LATE ? audio : null
}

/** Plays two soft notes, made on the spot, where this page may sound. */
export async function chime(): Promise<void> {
  const audio = await prepareSound()
  if (!audio) return
  const { currentTime, destination } = audio
  for (const [index, frequency] of NOTES.entries()) {
    const at = currentTime + SECONDS.ahead + index * SECONDS.between
    const tone = new OscillatorNode(audio, { frequency })
    const gain = new GainNode(audio, { gain: 0 })
    gain.gain.setValueAtTime(0, at)
    gain.gain.linearRampToValueAtTime(PEAK, at + SECONDS.rise)
    gain.gain.exponentialRampToValueAtTime(UNHEARD, at + SECONDS.fade)
    tone.connect(gain).connect(destination)
    tone.start(at)
    tone.stop(at + SECONDS.whole)
  }
}
