import { fetchAnswer, type Reached } from './fetch-answer.ts'

/** Seconds that the room lives whose page is looked at: the shortest there is. */
const LIFETIME = 10

/** Opens a room that nobody enters, to see what the host serves as a room's page. Returns its id. */
export async function openRoom(origin: string): Promise<Reached<string>> {
  const opened = await fetchAnswer(origin, '/api/rooms', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ lifetime: LIFETIME }),
  })
  if (!opened.ok) return opened
  const { status, body } = opened.value
  const id = status === 201 ? readId(body) : null
  if (id === null)
    return {
      ok: false,
      reason: `${origin} opened no room to look at its page (${status}). Try again in a minute, or give the address of a room.`,
    }
  return { ok: true, value: id }
}

function readId(body: Uint8Array): string | null {
  try {
    const { roomId } = JSON.parse(new TextDecoder().decode(body))
    return typeof roomId === 'string' ? roomId : null
  } catch {
    return null
  }
}
