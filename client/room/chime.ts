/** Loudness at its peak: 1 would be all the device can. */
const PEAK = 0.06

/** Hertz: two notes, the second a fourth above the first. */
const NOTES = [659.3, 880]

let audio: AudioContext | undefined

/** Plays two soft notes, made on the spot. A browser that was not touched on this page yet stays silent. */
export function chime(): void {
  audio ??= new AudioContext()
  void audio.resume()
  const { currentTime, destination } = audio
  for (const [index, frequency] of NOTES.entries()) {
    const at = currentTime + 0.02 + index * 0.11
    const tone = new OscillatorNode(audio, { frequency })
    const gain = new GainNode(audio, { gain: 0 })
    gain.gain.setValueAtTime(0, at)
    gain.gain.linearRampToValueAtTime(PEAK, at + 0.015)
    gain.gain.exponentialRampToValueAtTime(0.0001, at + 0.45)
    tone.connect(gain).connect(destination)
    tone.start(at)
    tone.stop(at + 0.5)
  }
}
