import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { waitUntilHidden, waitUntilVisible } from '../support/browser.ts'
import { findOtherBrowsers } from '../support/find-other-browsers.ts'
import { createRoom, createVisitors, enterRoom, room, seeLobby, sendMessage } from '../support/visitors.ts'
import type { DrivenPage } from '../support/web-driver.ts'

// The essential path in the other two engines, encrypted, each with somebody in Chromium: what one engine makes of a link, a
// name or a key, another one has to read.

const visitors = createVisitors()
const origin = inject('origin')
const browsers = await findOtherBrowsers()

describe.for(['Firefox', 'WebKit'])('in %s', (name) => {
  const found = browsers.find((each) => each.name === name)
  let other: DrivenPage
  beforeAll(async () => {
    if (found) other = await found.open()
  })
  afterAll(() => other?.close())

  test.runIf(found)('a room is created, joined by somebody else, talked in, and destroyed', async () => {
    const { page } = await visitors.open()
    await other.open(`${origin}/`)
    await other.type('Your name', 'Ann')
    await other.click('button', 'Create room')
    await other.see('textbox', 'Message', 'the creator does not get into the room')
    const address = String(await other.run('return location.href'))
    expect(address, 'the room is not encrypted').toMatch(/#2[\w-]{43}$/)

    await enterRoom(page, address, 'Ben')
    await other.type('Message', 'hello, Ben')
    await other.click('button', 'Send')
    await waitUntilVisible(room.message(page, 'hello, Ben'), 'what is said here does not arrive there')
    await sendMessage(page, 'hello, Ann')
    await other.seeText('hello, Ann', 'what is said there does not arrive here')

    await other.click('button', 'Destroy now')
    await other.click('button', 'Destroy')
    await seeLobby(page, /The room is gone/, 'the end is not told')
    await other.see('button', 'Create room', 'whoever destroys a room stays in it')
    expect(await other.run('return document.body.innerText')).not.toContain('hello, Ann')
  })

  test.runIf(found)('somebody joins a room by its link, talks in it, and is told of its end', async () => {
    const { page } = await visitors.open()
    const address = await createRoom(page, 'Ben')
    await other.open(address)
    await other.see('textbox', 'Message', 'the link does not lead into the room')
    await sendMessage(page, 'hello, Ann')
    await other.seeText('hello, Ann', 'what is said there does not arrive here')
    await other.type('Message', 'hello, Ben')
    await other.click('button', 'Send')
    await waitUntilVisible(room.message(page, 'hello, Ben'), 'what is said here does not arrive there')

    await room.destroy(page).click()
    await room.confirm(page).click()
    await waitUntilHidden(room.log(page), 'the room is still there')
    await other.seeText('The room is gone', 'the end is not told')
    await other.see('button', 'Create room', 'the end does not lead to the lobby')
    expect(await other.run('return document.body.innerText')).not.toContain('hello, Ann')
  })
})
