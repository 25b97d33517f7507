import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { expect, onTestFinished, test } from 'vitest'
import { FILE_CHUNK, FILE_MAX_BYTES } from '../../protocol/file-limits.ts'
import { waitUntil, waitUntilHidden, waitUntilVisible } from '../support/browser.ts'
import { createRoom, createVisitors, enterRoom, room, seeLobby, sendMessage } from '../support/visitors.ts'
import { checkAccessibility } from './accessibility-check.ts'
import { takeProblems, watchFor } from './page-actions.ts'
import { createTranslator } from './translator.ts'

const visitors = createVisitors()
const translate = createTranslator()

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })
const picture = (page: Page, name: string) => room.log(page).getByRole('img', { name })
const hashOf = (octets: Buffer) => createHash('sha256').update(octets).digest('hex')
const attach = (page: Page, ...files: { name: string; mimeType: string; buffer: Buffer }[]) =>
  page.locator('input[type=file]').setInputFiles(files)

/** Saves a file by its button, and returns it under the name that the browser gives it. */
async function save(page: Page, click: () => Promise<void>): Promise<{ name: string; octets: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), click()])
  return { name: download.suggestedFilename(), octets: await readFile(await download.path()) }
}

/** A photograph of noise, as a camera makes it: lying on its side, and with the place where it was taken. */
function takePhotograph(): Promise<Buffer> {
  const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const
  return sharp({ create: { width: 2_700, height: 1_800, channels: 3, background: '#888', noise } })
    .jpeg({ quality: 60 })
    .withMetadata({ orientation: 6 })
    .withExifMerge({
      IFD0: { Make: 'Secret Camera' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 31/1 0/1' },
    })
    .toBuffer()
}

/**
 * Has so many requests to addresses with this end fail from now on, as they do on a line that is cut. A route of Playwright would
 * have all chunks pass through the test.
 */
function cutLine(page: Page, end: string, times = 1): Promise<void> {
  return page.evaluate(
    ([end, times]) => {
      const { fetch, cuts } = window
      window.cuts = { ...cuts, [end]: times }
      if (cuts) return
      window.fetch = (address, init) => {
        const cut = Object.entries(window.cuts ?? {}).find(([end]) => String(address).endsWith(end))
        if (!cut || cut[1] === 0) return fetch(address, init)
        window.cuts = { ...window.cuts, [cut[0]]: cut[1] - 1 }
        return Promise.reject(new TypeError('cut'))
      }
    },
    [end, times] as const,
  )
}

/** Two in a room whose keys rotate. */
async function begin() {
  const [ann, ben] = [await visitors.open(), await visitors.open()]
  await enterRoom(ben.page, await createRoom(ann.page, 'Ann'), 'Ben')
  await translate(ben.page)
  return { ann, ben }
}

test('a picture comes without the place where it was taken, unless it goes as it is, and is larger on a click', async () => {
  const { ann, ben } = await begin()
  const photograph = await takePhotograph()
  const photo = { name: 'holiday.jpg', mimeType: 'image/jpeg', buffer: photograph }
  await button(ann.page, 'Attach a file').focus()
  await attach(ann.page, photo, { ...photo, name: 'as it is.jpg' })
  const tray = ann.page.getByRole('list', { name: 'Attached files' })
  await tray.getByRole('checkbox', { name: 'As it is' }).nth(1).check()
  await checkAccessibility(ann.page, 'attached files')
  await room.box(ann.page).fill('look')
  await ann.page.keyboard.press('Enter')
  await waitUntilVisible(room.message(ben.page, 'look'), 'the message of a file does not arrive')
  // Above 1 MiB it waits for a click.
  for (let left = 2; left > 0; left -= 1) {
    const show = button(ben.page, /Show picture/)
    await waitUntil(async () => (await show.count()) === left, 'a large picture is not offered')
    await show.first().click()
    await waitUntil(
      async () => (await picture(ben.page, 'Picture from Ann').count()) === 3 - left,
      'a picture that was asked for does not come',
    )
  }
  const sizes = await picture(ben.page, 'Picture from Ann').evaluateAll((all) =>
    Promise.all(
      all.map(async (each) => {
        const image = each as HTMLImageElement
        await image.decode()
        return [image.naturalWidth, image.naturalHeight]
      }),
    ),
  )
  expect(sizes).toEqual([
    [1_707, 2_560],
    [1_800, 2_700],
  ])
  expect(await room.log(ben.page).getByText('look').count()).toBe(1)
  await waitUntil(
    async () => (await picture(ann.page, 'Your picture').count()) === 2,
    'who sends a picture fetches it',
  )

  const saved: Buffer[] = []
  for (const at of [0, 1]) {
    await picture(ben.page, 'Picture from Ann').nth(at).click()
    const dialog = ben.page.getByRole('dialog')
    await waitUntilVisible(dialog.getByRole('img', { name: 'Picture from Ann' }), 'it does not get larger')
    if (at === 0) await checkAccessibility(ben.page, 'a picture')
    saved.push((await save(ben.page, () => dialog.getByRole('button', { name: 'Save' }).click())).octets)
    await ben.page.keyboard.press('Escape')
  }
  expect(photograph.includes('Secret Camera')).toBe(true)
  expect(saved[0]?.includes('Exif') || saved[0]?.includes('Secret Camera')).toBe(false)
  expect(hashOf(saved[1] ?? Buffer.alloc(0))).toBe(hashOf(photograph))
})

test('what is no picture is only saved, under a safe name, and nothing of it runs', async () => {
  const { ann, ben } = await begin()
  await sendMessage(ann.page, 'hello')
  // What goes on beside the conversation is loaded after it, with this button.
  await waitUntilVisible(button(ann.page, 'Attach a file'), 'no file can be attached')
  const long = `../../\u202egpj${'x'.repeat(300)}.html`
  await room.box(ann.page).evaluate((box, name) => {
    const data = new DataTransfer()
    data.items.add(new File(['<script>document.title = "run"</script>'], name, { type: 'text/html' }))
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    data.items.add(new File([svg], 'picture.png', { type: 'image/png' }))
    const how = { bubbles: true, cancelable: true, dataTransfer: data }
    box.dispatchEvent(new DragEvent('drop', how))
  }, long)
  await waitUntilVisible(ann.page.getByText(/can’t be drawn here/), 'a picture that is none does not say so')
  await room.send(ann.page).click()
  const saves = room.log(ben.page).getByRole('button', { name: /^Save/ })
  await waitUntil(async () => (await saves.count()) === 2, 'the files do not arrive')
  const html = await save(ben.page, () => saves.first().click())
  expect(html.octets.toString()).toContain('<script>')
  expect(html.name).toMatch(/^_gpjx+\.html$/)
  expect(Buffer.byteLength(html.name)).toBeLessThanOrEqual(255)
  expect(await room.log(ben.page).getByRole('img').count()).toBe(0)
  expect(await ben.page.title()).not.toBe('run')
  await checkAccessibility(ben.page, 'files')
  // On a phone, where the second has no heading, what one does with a message leaves the file's own button free.
  const wide = ben.page.viewportSize()
  await ben.page.setViewportSize({ width: 360, height: 740 })
  await saves.nth(1).click({ trial: true })
  if (wide) await ben.page.setViewportSize(wide)

  await ann.page.getByRole('button', { name: 'More', exact: true }).click()
  await ann.page.getByRole('dialog').getByRole('button', { name: 'Rules of this room' }).click()
  await ann.page.getByRole('switch', { name: 'Files and pictures' }).click()
  await waitUntilVisible(ben.page.getByText('A host has turned files off.'), 'turning files off is not told')
  await waitUntilHidden(button(ben.page, 'Attach a file'), 'files are still offered')
})

test('a file over a line that is cut in chunk 7 arrives whole, what was said after it comes after it, and a reload says what is lost', async () => {
  const { ann, ben } = await begin()
  const buffer = randomBytes(9 * FILE_CHUNK.plain - 5)
  await cutLine(ann.page, '/7')
  const folder = await mkdtemp(join(tmpdir(), 'private-chat-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const [large, tooLarge] = [join(folder, 'large.bin'), join(folder, 'too large.bin')]
  await writeFile(large, buffer)
  await writeFile(tooLarge, '')
  await truncate(tooLarge, FILE_MAX_BYTES + 1)
  await ann.page.locator('input[type=file]').setInputFiles([large, tooLarge])
  await waitUntilVisible(
    ann.page.getByText(/Too large: too large\.bin/).first(),
    'a limit is not said before',
  )
  await room.send(ann.page).click()
  await sendMessage(ann.page, 'said after it')
  const articles = room.log(ben.page).getByRole('article')
  await expect
    .poll(() => articles.allTextContents(), { message: 'a large file does not arrive' })
    .toEqual([expect.stringContaining('large.bin'), expect.stringContaining('said after it')])
  expect(await ann.page.evaluate(() => window.cuts), 'the line was not cut').toEqual({ '/7': 0 })
  const { name, octets } = await save(ben.page, () => button(ben.page, 'Save large.bin').click())
  expect([name, hashOf(octets)]).toEqual(['large.bin', hashOf(buffer)])

  // Another tab of the same sender is not held up by a file that does not get on.
  await cutLine(ann.page, '/0', 1_000)
  await attach(ann.page, { name: 'slow.bin', mimeType: '', buffer: Buffer.alloc(FILE_CHUNK.plain) })
  await room.box(ann.page).fill('with a text')
  await room.send(ann.page).click()
  await waitUntilVisible(
    ann.page.getByRole('progressbar', { name: 'Sending slow.bin' }),
    'no progress is shown',
  )
  const other = await ann.openTab()
  await other.goto(ann.page.url())
  await waitUntilVisible(room.box(other), 'a second tab does not get in')
  await attach(other, { name: 'note.txt', mimeType: 'text/plain', buffer: Buffer.from('note') })
  await room.send(other).click()
  await waitUntilVisible(button(ben.page, 'Save note.txt'), 'the file of the second tab does not arrive')
  ann.page.on('dialog', (dialog) => void dialog.accept())
  await ann.page.reload()
  await waitUntilVisible(
    ann.page.getByText('The file is no longer here. Attach it again.'),
    'a lost file is not said',
  )
  const text = await waitUntilVisible(
    ann.page.getByText('with a text'),
    'the text beside a lost file is lost',
  )
  const [textBox, lostBox] = [
    await text.boundingBox(),
    await ann.page.locator('.files-pending').boundingBox(),
  ]
  expect(lostBox?.y, 'the words about a file lie on its text').toBeGreaterThanOrEqual(
    (textBox?.y ?? Number.NaN) + (textBox?.height ?? 0),
  )
  await takeProblems(ann)
})

/** The part of a voice's wave that was heard, while it plays: a second, and then it is gone. */
const PLAYING = '.voice:has([aria-label=Pause]) .voice-played:not([d=""])'

/** Has the first microphone refused, and counts those that the page has closed: not what its end closes. */
async function countMicrophones(page: Page): Promise<() => number> {
  let closed = 0
  await page.exposeFunction('onMicrophoneClosed', () => {
    closed += 1
  })
  await page.evaluate(() => {
    const { mediaDevices } = navigator
    const open = mediaDevices.getUserMedia.bind(mediaDevices)
    let isRefused = true
    mediaDevices.getUserMedia = async (wanted) => {
      if (isRefused) {
        isRefused = false
        throw new DOMException('', 'NotAllowedError')
      }
      const stream = await open(wanted)
      for (const track of stream.getTracks()) {
        const stop = track.stop.bind(track)
        track.stop = () => {
          if (track.readyState === 'live') window.onMicrophoneClosed()
          stop()
        }
      }
      return stream
    }
  })
  return () => closed
}

test('a voice is recorded by tap, hold and key, goes like a file and plays; no microphone stays open', async () => {
  const { ann, ben } = await begin()
  const closed = await countMicrophones(ann.page)
  const [record, stop] = [button(ann.page, 'Record a voice message'), button(ann.page, 'Stop')]
  const own = ann.page.getByRole('group', { name: 'Your voice message' })
  await record.click()
  await waitUntilVisible(ann.page.getByText(/microphone is not allowed/), 'a refusal is not said')
  await record.click()
  await waitUntilVisible(stop, 'a tap does not record')
  await checkAccessibility(ann.page, 'a recording')
  await ann.page.keyboard.press('Escape')
  await waitUntilVisible(record, 'Escape does not cancel')
  expect(await own.count()).toBe(0)
  await waitUntil(async () => closed() === 1, 'a microphone stays open')

  await record.hover()
  await ann.page.mouse.down()
  await waitUntilVisible(ann.page.getByText(/^0:0[1-9]/), 'a hold does not record')
  await ann.page.mouse.up()
  const kept = await waitUntilVisible(
    own.getByRole('button', { name: /^Play, 0:0[1-9]$/ }),
    'what was held is not kept',
  )
  // A second, or some more where the machine is busy.
  const length = (await kept.getAttribute('aria-label'))?.slice('Play, '.length) ?? ''
  await waitUntil(async () => closed() === 2, 'a microphone stays open')
  const isHeardHere = await watchFor(own, PLAYING)
  await own.getByRole('button').click()
  await waitUntil(isHeardHere, 'it can’t be heard before it goes')
  await checkAccessibility(ann.page, 'a recorded voice')
  await room.send(ann.page).click()

  const voice = ben.page.getByRole('group', { name: 'Voice message from Ann' })
  const play = await waitUntilVisible(
    voice.getByRole('button', { name: `Play, ${length}` }),
    'the voice does not arrive',
  )
  const isHeard = await watchFor(voice, PLAYING)
  await play.click()
  await waitUntil(isHeard, 'the voice does not play')
  await waitUntilVisible(play, 'the voice does not come to its end')
  const position = voice.getByRole('slider', { name: 'Position' })
  await position.press('ArrowRight')
  await expect.poll(() => position.getAttribute('aria-valuetext')).toBe(`0:01 of ${length}`)
  await checkAccessibility(ben.page, 'a voice')

  await record.press('Enter')
  await waitUntilVisible(stop, 'a key does not record')
  await room.destroy(ann.page).click()
  await room.confirm(ann.page).click()
  for (const { page } of [ann, ben]) await seeLobby(page, /gone/, 'the room does not end')
  await waitUntil(async () => closed() === 3, 'a microphone stays open')
})
