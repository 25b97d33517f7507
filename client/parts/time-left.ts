/** Milliseconds as `m:ss`, over an hour as `h:mm:ss`; a started second counts as a whole one, as on a kitchen timer. */
export function timeLeft(ms: number): string {
  const all = Math.max(0, Math.ceil(ms / 1000))
  const seconds = String(all % 60).padStart(2, '0')
  const minutes = Math.floor(all / 60) % 60
  const hours = Math.floor(all / 3600)
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${seconds}` : `${minutes}:${seconds}`
}
