import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { findFirstLoads } from '../../scripts/first-load.ts'
import { waitUntil, waitUntilVisible } from '../support/browser.ts'
import { createRoom, createVisitors, enterRoom, room, sendMessage } from '../support/visitors.ts'

const visitors = createVisitors()

/** Collects the scripts that a page loads from now on. */
function collectScripts(page: Page): Set<string> {
  const files = new Set<string>()
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (pathname.endsWith('.js')) files.add(pathname.slice(1))
  })
  return files
}

test('the lobby loads nothing of a room', async () => {
  const ann = await visitors.open()
  const scripts = collectScripts(ann.page)
  await ann.page.goto('/')
  await ann.page.waitForLoadState('networkidle')
  expect([...scripts].sort()).toEqual([...findFirstLoads().visitor].sort())
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
  const expected = [...findFirstLoads().newcomer].sort()
  await waitUntil(
    async () => expected.every((file) => scripts.has(file)),
    'a part that was named is not loaded',
  )
  await ben.page.waitForLoadState('networkidle')
  expect([...scripts].sort()).toEqual(expected)
})
