/** What tests put into a page, to be looked at afterwards. */
interface Window {
  axe: typeof import('axe-core')
  /** Notifications and sounds that somebody would have noticed. */
  signs: { shown: unknown[]; played: number; asked: number }
  /** Contexts of sound that the page has made. */
  made: AudioContext[]
  /** What was given to the share sheet of the system. */
  shared: unknown[]
  /** Whether something of the page is made to fail. */
  breaks?: boolean
  /** How often requests are still made to fail, by the end of their address. */
  cuts?: Record<string, number>
  /** Is told of each microphone that the page closes. */
  onMicrophoneClosed(): void
  /** What a screen reader was given to read of a room, in that order. */
  readings: string[]
  /** Names the texts of a translated page that are not what they should be. */
  findStale?: () => string[]
  /** What each frame was painted with. */
  seen: string[]
  /** What a form has said of how long to wait, and whether its button waits, one after the other. */
  waits: string[]
}
