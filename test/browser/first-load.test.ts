import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { LOADED_UNASKED } from '../../scripts/first-load.ts'
import { waitUntil, waitUntilVisible } from '../support/browser.ts'
import { createRoom, createVisitors, enterRoom, room, sendMessage } from '../support/visitors.ts'

const visitors = createVisitors()

/** Collects the names of the scripts that a page loads from now on, without what the build adds to them. */
function collectScripts(page: Page): Set<string> {
  const names = new Set<string>()
  page.on('request', (request) => {
    const [, name] = /([\w-]+?)(?:-[\w-]{8})?\.js$/.exec(request.url()) ?? []
    if (name) names.add(name)
  })
  return names
}

/** What every page has. */
const BASE = ['theme', 'shared', 'rolldown-runtime']

test('the lobby loads nothing of a room', async () => {
  const ann = await visitors.open()
  const scripts = collectScripts(ann.page)
  await ann.page.goto('/')
  await ann.page.waitForLoadState('networkidle')
  expect([...scripts].sort()).toEqual([...BASE, 'lobby-page', ...LOADED_UNASKED.lobby].sort())
})

test('who comes into a room loads what they need to read and write, and nothing for what is rare', async () => {
  const ann = await visitors.open()
  const ben = await visitors.open()
  const address = await createRoom(ann.page, 'Ann', { anyone: true })
  await sendMessage(ann.page, 'hello')
  const scripts = collectScripts(ben.page)
  await enterRoom(ben.page, address, 'Ben')
  await waitUntilVisible(room.message(ben.page, 'hello'), 'what was said is not shown')
  await sendMessage(ben.page, 'hello Ann')
  const expected = [...BASE, 'room-page', ...LOADED_UNASKED.room].sort()
  await waitUntil(
    async () => expected.every((name) => scripts.has(name)),
    'a part that was named is not loaded',
  )
  await ben.page.waitForLoadState('networkidle')
  expect([...scripts].sort()).toEqual(expected)
})
