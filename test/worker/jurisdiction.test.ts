import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import { app } from '../../worker/app.ts'
import { ORIGIN, Person } from './person.ts'

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
