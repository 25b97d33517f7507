import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { expectStatus } from '../support/api-client.ts'
import { waitUntilHidden, waitUntilVisible } from '../support/browser.ts'
import {
  createRoom,
  createRoomByApi,
  createVisitors,
  enterRoom,
  lobby,
  room,
  seeLobby,
  sendMessage,
} from '../support/visitors.ts'

const visitors = createVisitors()

/** What is to be seen of a log whose messages have burned, and what is written in it. */
interface Ashes {
  /** Text that is not transparent, and frames. */
  seen: string[]
  written: string | null
}

/** Looks at the log as soon as the end begins, which goes on to the lobby after two seconds. It is called before. */
async function watchEnd(page: Page): Promise<{ ashes: Promise<Ashes> }> {
  const watch = await page.evaluateHandle(() => {
    function look(log: Element): Ashes {
      for (const animation of document.getAnimations()) {
        if (animation.effect?.getComputedTiming().endTime !== Infinity) animation.finish()
      }
      const isClear = (color: string) => color === 'rgba(0, 0, 0, 0)' || color === 'transparent'
      const seen = [...log.querySelectorAll<HTMLElement>('*')].flatMap((element) => {
        const style = getComputedStyle(element)
        const isText = [...element.childNodes].some(
          ({ nodeType, nodeValue }) => nodeType === 3 && nodeValue?.trim(),
        )
        const isFramed = style.borderTopWidth !== '0px' && !isClear(style.borderTopColor)
        if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return []
        return isFramed || (isText && !isClear(style.color)) ? [element.outerHTML.slice(0, 80)] : []
      })
      return { seen, written: log.textContent }
    }
    const { promise, resolve } = Promise.withResolvers<Ashes>()
    new MutationObserver((_, observer) => {
      const log = document.querySelector('.room-ending .ending') && document.querySelector('.log')
      if (!log) return
      observer.disconnect()
      resolve(look(log))
    }).observe(document.body, { subtree: true, childList: true, attributes: true })
    return { promise }
  })
  return { ashes: watch.evaluate(({ promise }) => promise) }
}

describe('a room that is destroyed', () => {
  test('takes everyone to the lobby with a notice, and going back shows no message', async () => {
    const ann = await visitors.open({ motion: true })
    const ben = await visitors.open({ motion: true })
    const address = await createRoom(ann.page, 'Ann')
    // What comes before the room is what one goes back to.
    await ben.page.goto('/')
    await enterRoom(ben.page, address, 'Ben')
    await sendMessage(ann.page, 'this will burn')
    await waitUntilVisible(room.message(ben.page, 'this will burn'), 'the message does not arrive')
    await room.box(ben.page).fill(`first of many lines${'\nline'.repeat(60)}`)
    await room.send(ben.page).click()
    await waitUntilVisible(room.message(ann.page, 'first of many lines'), 'the long message does not arrive')
    await waitUntilVisible(ann.page.getByRole('button', { name: 'Show all' }), 'a long message is not folded')

    const { ashes } = await watchEnd(ann.page)
    await room.destroy(ben.page).click()
    await room.confirm(ben.page).click()
    const { seen, written } = await ashes
    expect(seen, 'something stays longer than the words').toEqual([])
    expect(written, 'the beginning is another').toContain('where it began')
    await seeLobby(ben.page, /gone|destroyed/i, 'who destroyed it is not in the lobby')
    await seeLobby(ann.page, /gone|destroyed/i, 'the other one is not in the lobby')

    const receipts = []
    for (const { page } of [ann, ben]) {
      const receipt = page.locator('.receipt')
      await waitUntilVisible(
        receipt.getByText(/^Ended by somebody in it, .*, 2 messages\.$/),
        'who saw the end has no receipt',
      )
      receipts.push(await receipt.getByText(/^\d{5}( \d{5}){3}$/).textContent())
      const kept = await page.evaluate(() => [
        window.name,
        ...Object.values({ ...localStorage, ...sessionStorage }),
      ])
      expect(JSON.stringify([kept, page.url()])).not.toMatch(/receipt|\d{5} \d{5}/)
    }
    expect(receipts[0], 'two who saw the same messages have two fingerprints').toBe(receipts[1])

    for (const { page } of [ann, ben]) {
      await page.goBack()
      await waitUntilVisible(lobby.create(page), 'going back leads somewhere else than to the lobby')
      expect(await page.getByText('this will burn').count()).toBe(0)
      await page.goto(address)
      await seeLobby(page, /not there|not exist|not found/i, 'the old invite link does not lead to the lobby')
      expect(await page.content()).not.toContain('this will burn')
    }
  })

  test('shows no word of it where colours are forced, and frames what it announces there', async () => {
    const ann = await visitors.open({ motion: true })
    await ann.page.emulateMedia({ forcedColors: 'active' })
    await createRoom(ann.page, 'Ann')
    await sendMessage(ann.page, 'this will not burn')
    await ann.page.getByRole('button', { name: 'More', exact: true }).click()
    await ann.page.getByRole('button', { name: 'Change name' }).click()
    const toast = await waitUntilVisible(ann.page.locator('.toast'), 'a new name is not announced')
    const frame = await toast.evaluate((toast) => getComputedStyle(toast).borderTopStyle)
    expect(frame, 'an announcement is lost among the messages').toBe('solid')
    await ann.page.keyboard.press('Escape')
    const { ashes } = await watchEnd(ann.page)
    await room.destroy(ann.page).click()
    await room.confirm(ann.page).click()
    expect((await ashes).seen, 'something stays beside the words of the end').toEqual([])
  })

  test('asks first, and "no" keeps it', async () => {
    const ann = await visitors.open({ motion: true })
    await createRoom(ann.page, 'Ann')
    await sendMessage(ann.page, 'still here')
    await room.destroy(ann.page).click()
    await waitUntilVisible(room.confirm(ann.page), 'destroying does not ask first')
    await ann.page.keyboard.press('Escape')
    await waitUntilHidden(ann.page.getByRole('dialog'), 'Escape does not close the question')
    await waitUntilVisible(room.message(ann.page, 'still here'), 'the room is gone although nobody confirmed')
    await sendMessage(ann.page, 'and still open')
  })
})

test('a short room shows that it ends, and ends in the lobby by itself, for everyone', async () => {
  const ann = await visitors.open({ motion: true })
  const ben = await visitors.open()
  await Promise.all([ann.page.goto('/'), ben.page.goto('/')])
  const address = await createRoomByApi(ann, { capacity: 3 })
  await Promise.all([ann.page.goto(address), ben.page.goto(address)])
  await waitUntilVisible(room.box(ben.page), 'the visitor does not get in')
  await waitUntilVisible(room.box(ann.page), 'the host does not get in')
  const spoken = ann.page.locator('[aria-live=polite]', { hasText: '10 seconds left.' })
  const read = spoken.waitFor({ state: 'attached' })
  await sendMessage(ann.page, 'ten seconds to live')
  // It begins to be short once both are here: who knows how long it takes them.
  const closesAt = Date.now() + 11_500
  expectStatus(await ann.callApi('PATCH', address.replace('/room/', '/api/rooms/'), { closesAt }), 200)
  expect(
    await ann.page.getByText('Less than a minute left.').count(),
    'a short room need not show that',
  ).toBe(0)
  await waitUntilVisible(ann.page.getByText('Only seconds left.'), 'nobody sees that it ends')
  await read
  await seeLobby(ann.page, /gone|destroyed|expired/i, 'the room does not end by itself')
  await seeLobby(ben.page, /gone|destroyed|expired/i, 'the room does not end for the other one')
  await ann.page.goBack()
  await waitUntilVisible(lobby.create(ann.page), 'going back leads somewhere else than to the lobby')
  expect(await ann.page.content()).not.toContain('ten seconds to live')
})
