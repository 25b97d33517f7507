import { describe, expect, test } from 'vitest'
import { waitUntil, waitUntilHidden, waitUntilVisible } from '../support/browser.ts'
import {
  createRoom,
  createRoomByApi,
  createVisitors,
  enterRoom,
  room,
  seeLobby,
  sendMessage,
} from '../support/visitors.ts'
import { seeKept } from './page-actions.ts'

const visitors = createVisitors()

describe('the box one writes in', () => {
  test('grows with its text, breaks the line with Shift+Enter, and sends with Enter', async () => {
    const { page } = await visitors.open()
    await createRoom(page, 'Ann')
    const height = async () => (await room.box(page).boundingBox())?.height ?? 0
    const before = await height()
    await room.box(page).pressSequentially('one')
    await page.keyboard.press('Shift+Enter')
    await page.keyboard.type('two')
    await page.keyboard.press('Shift+Enter')
    await page.keyboard.type('three')
    expect(await room.box(page).inputValue()).toBe('one\ntwo\nthree')
    expect(await height()).toBeGreaterThan(before + 30)
    await page.keyboard.press('Enter')
    const sent = await waitUntilVisible(room.message(page, 'three'), 'Enter does not send')
    // biome-ignore lint/performance/useDomNodeTextContent: the line breaks are what is to be seen.
    expect(await sent.innerText()).toContain('one\ntwo\nthree')
    expect(await room.box(page).inputValue()).toBe('')
    expect(await height()).toBe(before)
    // What shows nothing is as good as empty: it stays where it is.
    const blank = '\u200b\u2800\u3164 '
    await room.box(page).fill(blank)
    expect(await room.send(page).getAttribute('aria-disabled')).toBe('true')
    await page.keyboard.press('Enter')
    await room.send(page).click({ force: true })
    expect(await room.box(page).inputValue()).toBe(blank)
    expect(await room.log(page).getByRole('article').count()).toBe(1)
  })

  test('leaves Enter to an input method that is composing', async () => {
    const { page, context } = await visitors.open()
    await createRoom(page, 'Ann')
    await room.box(page).focus()
    const line = await context.newCDPSession(page)
    const enter = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13 }
    await line.send('Input.imeSetComposition', { text: 'にほん', selectionStart: 3, selectionEnd: 3 })
    await line.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...enter })
    // The events of a key that the input method takes, before and after those of the composition.
    await line.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...enter, windowsVirtualKeyCode: 229 })
    await line.send('Input.insertText', { text: '日本' })
    expect(await room.box(page).inputValue()).toContain('日本')
    expect(await room.log(page).getByRole('article').count()).toBe(0)

    // Safari ends the composition first, and sends the event of the Enter that ended it right after that.
    await room.box(page).evaluate((box) => {
      box.dispatchEvent(new CompositionEvent('compositionstart'))
      box.dispatchEvent(new CompositionEvent('compositionend'))
      box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }))
    })
    expect(await room.log(page).getByRole('article').count()).toBe(0)
    await room.box(page).fill('日本')
    await page.keyboard.press('Enter')
    await waitUntilVisible(room.message(page, '日本'), 'after composing, Enter does not send')
    expect(await room.log(page).getByRole('article').count()).toBe(1)
  })

  test('counts near the limit in bytes, refuses with words what is too long, and loses nothing', async () => {
    const ann = await visitors.open()
    const { page } = ann
    // In a room that is not encrypted: sealing takes a part of what a message may have.
    await enterRoom(page, await createRoomByApi(ann, { encryption: 'none' }), 'Ann')
    const left = page.getByText(/bytes left/)
    await room.box(page).fill('a'.repeat(15_000))
    expect(await left.count()).toBe(0)
    await room.box(page).fill('a'.repeat(16_000))
    await waitUntilVisible(page.getByText('384 bytes left'), 'nothing is counted near the limit')
    // Two bytes each.
    await room.box(page).fill('ä'.repeat(8_192))
    await waitUntilVisible(page.getByText('0 bytes left'), 'characters are counted, and not bytes')
    await room.box(page).fill('ä'.repeat(8_193))
    await waitUntilVisible(
      page.getByText('2 bytes too long'),
      'the page does not show by how much it is too long',
    )
    await waitUntilVisible(
      page.getByRole('alert').filter({ hasText: /too long/ }),
      'a text that is too long is not explained',
    )
    await page.keyboard.press('Enter')
    expect(await room.send(page).getAttribute('aria-disabled')).toBe('true')
    await room.send(page).click({ force: true })
    expect(await room.box(page).inputValue()).toBe('ä'.repeat(8_193))
    expect(await room.log(page).getByRole('article').count()).toBe(0)
    await room.box(page).fill('ä'.repeat(8_192))
    await room.send(page).click()
    await waitUntilVisible(room.message(page, 'äää'), 'a text of the greatest length is not sent')
    await waitUntilHidden(left, 'the count stays')
  })
})

describe('what is not sent yet', () => {
  test('survives a reload, and goes with the room', async () => {
    const ann = await visitors.open()
    const address = await createRoom(ann.page, 'Ann')
    await room.box(ann.page).fill('half a thought')
    await seeKept(ann.page, 'draft')
    await ann.page.reload()
    await waitUntilVisible(room.box(ann.page), 'a reload costs the seat')
    await waitUntil(
      async () => (await room.box(ann.page).inputValue()) === 'half a thought',
      'a reload costs what one was writing',
    )
    await room.destroy(ann.page).click()
    await room.confirm(ann.page).click()
    await seeLobby(ann.page, /gone/i, 'the room is not destroyed')
    const kept = await ann.page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }))
    expect(kept).not.toContain('half a thought')
    expect(kept).not.toContain(new URL(address).pathname.split('/').at(-1))
  })

  test('is asked about before the tab is closed, and only then', async () => {
    const ann = await visitors.open()
    const asked: string[] = []
    ann.page.on('dialog', (dialog) => {
      asked.push(dialog.type())
      void dialog.accept()
    })
    await createRoom(ann.page, 'Ann')
    await sendMessage(ann.page, 'sent')
    await ann.page.reload()
    await waitUntilVisible(room.box(ann.page), 'a reload costs the seat')
    expect(asked).toEqual([])
    await room.box(ann.page).pressSequentially('not sent')
    await ann.page.reload()
    expect(asked).toEqual(['beforeunload'])
  })

  test('is asked about before one leaves; leaving frees the seat, closing the tab does not', async () => {
    const ann = await visitors.open()
    const ben = await visitors.open()
    const cat = await visitors.open()
    const address = await createRoom(ann.page, 'Ann')
    await enterRoom(ben.page, address, 'Ben')
    await room.box(ben.page).fill('half a thought')
    await ben.page.getByRole('button', { name: 'Leave', exact: true }).click()
    const question = ben.page.getByRole('dialog', { name: /leave/i })
    await waitUntilVisible(question.getByText(/not sent/), 'leaving does not show what is lost')
    await waitUntilVisible(
      question.getByText(/seat becomes free/),
      'leaving does not show that the seat is given up',
    )
    await question.getByRole('button', { name: 'Stay' }).click()
    expect(await room.box(ben.page).inputValue()).toBe('half a thought')

    const again = await ben.openTab()
    await ben.page.close({ runBeforeUnload: false })
    await cat.page.goto(address)
    await seeLobby(cat.page, /full/i, 'closing a tab gives the seat away')

    await again.goto(address)
    await waitUntilVisible(room.box(again), 'a closed tab cost the seat')
    await again.getByRole('button', { name: 'Leave', exact: true }).click()
    await seeLobby(again, /you left/i, 'with nothing to lose, leaving asks all the same')
    await waitUntil(async () => (await room.people(ann.page).count()) === 1, 'who left is still here')
    await enterRoom(cat.page, address, 'Cat')
  })
})

test('a file that is dropped or pasted is attached, and costs nobody the room; a text with a picture of it is a text', async () => {
  const { page } = await visitors.open()
  await createRoom(page, 'Ann')
  const attached = page.getByRole('list', { name: 'Attached files' }).getByRole('listitem')
  // What goes on beside the conversation is loaded after it, with this button.
  await waitUntilVisible(page.getByRole('button', { name: 'Attach a file' }), 'no file can be attached')
  const carry = (type: 'dragover' | 'drop' | 'paste', text = '') =>
    room.box(page).evaluate(
      (box, [type, text]) => {
        const data = new DataTransfer()
        data.items.add(new File(['x'], 'x.png', { type: 'image/png' }))
        if (text) data.setData('text/plain', text)
        const how = { bubbles: true, cancelable: true }
        const event =
          type === 'paste'
            ? new ClipboardEvent(type, { ...how, clipboardData: data })
            : new DragEvent(type, { ...how, dataTransfer: data })
        box.dispatchEvent(event)
        return event.defaultPrevented
      },
      [type, text] as const,
    )
  expect(await carry('paste', 'a text with a picture of it'), 'the text is not pasted').toBe(false)
  expect(await attached.count(), 'it is the text that is meant').toBe(0)
  expect(await carry('dragover'), 'the browser goes to the picture').toBe(true)
  expect(await carry('drop'), 'the browser goes to the picture').toBe(true)
  await waitUntil(async () => (await attached.count()) === 1, 'what was dropped is not attached')
  await carry('paste')
  await waitUntil(async () => (await attached.count()) === 2, 'what was pasted is not attached')
  await page.getByRole('button', { name: 'Remove x.png' }).first().click()
  await waitUntil(async () => (await attached.count()) === 1, 'what was attached can not be removed')
  await page.getByRole('button', { name: 'Remove x.png' }).click()
  await waitUntil(async () => (await attached.count()) === 0, 'what was attached can not be removed')
  expect(await room.send(page).getAttribute('aria-disabled')).toBe('true')
})
