import { expect, test } from 'vitest'
import { createVisitors } from '../support/visitors.ts'

const visitors = createVisitors()

/** More rooms than a browser had cookies for when each took four: Chromium keeps 180 for a host. */
const ROOMS = 60

test('who makes sixty rooms in one browser is still the host of the first', async () => {
  const ann = await visitors.open()
  await ann.page.goto('/')
  const roles = await ann.page.evaluate(async (count) => {
    const post = (path: string) => fetch(path, { method: 'POST', body: '{}' }).then((answer) => answer.json())
    const make = async () => {
      const { roomId } = await post('/api/rooms')
      const { participantId } = await post(`/api/rooms/${roomId}/join`)
      return { roomId, participantId }
    }
    const first = await make()
    // As many at once as a browser sends.
    const abreast = 6
    for (let n = 1; n < count; n += abreast) {
      await Promise.all(Array.from({ length: Math.min(abreast, count - n) }, make))
    }
    const again = await post(`/api/rooms/${first.roomId}/join`)
    const seat = again.participantId === first.participantId ? 'the same seat' : 'another seat'
    await fetch(`/api/rooms/${first.roomId}/leave`, { method: 'POST' })
    const back = await post(`/api/rooms/${first.roomId}/join`)
    return [seat, again.role, back.role]
  }, ROOMS)
  expect(roles).toEqual(['the same seat', 'host', 'host'])
  // Its page lets in who has a seat, and it knows so by the other cookie.
  const cookies = await ann.context.cookies()
  expect(cookies.length).toBe(2 * ROOMS)
  expect(new Set(cookies.map(({ path }) => path)).size).toBe(2 * ROOMS)
})
