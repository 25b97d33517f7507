import { createExecutionContext, runInDurableObject, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import { ok } from '../../protocol/refusal.ts'
import { Room } from '../../protocol/room.ts'
import { app } from '../../worker/app.ts'
import { RoomRuntime } from '../../worker/room/runtime.ts'
import { ORIGIN, Person, roomObject } from './person.ts'

/** Asks a deployment with this setting. */
async function ask(JURISDICTION: string, path: string, method = 'GET') {
  const context = createExecutionContext()
  const request = new Request(ORIGIN + path, { method, headers: { origin: ORIGIN } })
  const response = await app.fetch(request, { ...env, JURISDICTION }, context)
  await waitOnExecutionContext(context)
  return { status: response.status, text: await response.text() }
}

describe('a deployment whose JURISDICTION can’t hold', () => {
  const CALLS = ['GET /api/health', 'POST /api/rooms', 'GET /room/abc', 'GET /api/session']

  test.for(CALLS)('says what to do, and does nothing: %s', async (call) => {
    const [method, path = ''] = call.split(' ')
    // The runtime that this runs on is workerd, which keeps objects to no jurisdiction.
    const here = await ask('eu', path, method)
    expect(here.status).toBe(500)
    expect(JSON.parse(here.text).error).toEqual({
      code: 'internal',
      message: expect.stringMatching(/JURISDICTION is "eu", which takes Cloudflare.*Leave it empty here\.$/),
    })
    const nowhere = await ask('mars', path, method)
    expect(nowhere.status).toBe(500)
    expect(JSON.parse(nowhere.text).error.message).toBe(
      'The setting JURISDICTION is "mars"; it must be "" or "eu".',
    )
  })
})

test('a deployment without one is well, and no room says where it is kept', async () => {
  expect(await ask('', '/api/health')).toEqual({ status: 200, text: '{"ok":true}' })
  const { body } = await new Person().callApi('POST', '/api/rooms')
  expect(body.roomId).toBeDefined()
  expect(body).not.toHaveProperty('jurisdiction')
})

describe('a room says where the platform keeps its object, as its id says', () => {
  test.for([
    { jurisdiction: 'eu', says: 'eu' },
    { jurisdiction: 'fedramp', says: undefined },
    { jurisdiction: undefined, says: undefined },
  ])('$jurisdiction', async ({ jurisdiction, says }) => {
    const roomId = await new Person().createRoom()
    const room = await runInDurableObject(roomObject(roomId), (_, ctx) => {
      // The id that the platform gives an object there. This runtime makes none.
      const id = { jurisdiction, toString: () => ctx.id.toString(), equals: () => false }
      const placed = new Proxy(ctx, {
        get(target, key) {
          if (key === 'id') return id
          const value: unknown = Reflect.get(target, key, target)
          return typeof value === 'function' ? value.bind(target) : value
        },
      })
      return new RoomRuntime(placed, env).runStep((state, now) => ok(state.view.toPublicRoom(now)))
    })
    expect(Room.parse(room.value).jurisdiction).toBe(says)
    expect(Object.keys(room.value ?? {}).includes('jurisdiction')).toBe(says !== undefined)
  })
})
