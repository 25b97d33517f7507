const PREFIX = 'private-chat.until.'

/** Milliseconds after a room's end, as it was last known, in which somebody may be back and finds what was not sent. */
const BACK_WITHIN = 3_600_000

/** What is used of `sessionStorage`. */
export type Drawers = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

/**
 * Notes until when this tab may keep something of a room: it may be closed, or lead elsewhere, and know nothing of the end.
 * @param left milliseconds that the room has left
 */
export function keepUntil(roomId: string, left: number, drawers: Drawers, now: number): void {
  drawers.setItem(PREFIX + roomId, String(now + left + BACK_WITHIN))
}

/** Forgets what this tab keeps of rooms that are over for so long, and the note where nothing else is kept. */
export function sweep(drawers: Drawers, now: number): void {
  const keys = Array.from({ length: drawers.length }, (_, at) => drawers.key(at) ?? '')
  for (const note of keys.filter((key) => key.startsWith(PREFIX))) {
    const ofRoom = keys.filter((key) => key.includes(note.slice(PREFIX.length)))
    const isOver = Number(drawers.getItem(note)) < now
    if (isOver || ofRoom.length === 1) for (const key of ofRoom) drawers.removeItem(key)
  }
}

/** The same for this tab, where its storage isn't forbidden. */
export function sweepTab(): void {
  quietly(() => sweep(sessionStorage, Date.now()))
}

/** Notes the same for this tab, where its storage isn't full or forbidden. */
export function keepUntilInTab(roomId: string, left: number): void {
  quietly(() => keepUntil(roomId, left, sessionStorage, Date.now()))
}

function quietly(run: () => void): void {
  try {
    run()
  } catch {
    // Then nothing was kept either.
  }
}
