import { connect, createServer } from 'node:net'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { deriveAdmissionSecret, hashAdmissionSecret } from '../../client/crypto/admission.ts'
import { encryptMessage } from '../../client/crypto/envelope.ts'
import { Keyring } from '../../client/crypto/keyring.ts'
import { BuildManifest } from '../../protocol/build-manifest.ts'
import { type Visitor, waitUntil, waitUntilHidden, waitUntilVisible } from '../support/browser.ts'
import { derive, encode, open as openInvite } from '../support/epoch-crypto.ts'
import { makeLinkKey } from '../support/link-key.ts'
import { listenLocally } from '../support/listen-locally.ts'
import { Person } from '../support/node-client.ts'
import { readQrCode } from '../support/read-qr-code.ts'
import { startServer } from '../support/server.ts'
import { findTraces, readStoredFiles, waitForTraces } from '../support/storage-files.ts'
import {
  createRoom,
  createRoomByApi,
  createVisitors,
  enterRoom,
  room,
  seeLobby,
  sendMessage,
} from '../support/visitors.ts'
import { checkAccessibility } from './accessibility-check.ts'
import { seeKept } from './page-actions.ts'

const visitors = createVisitors()

const ENVELOPE = /^e2\.1\.[\w-]{200,}$/

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const incompleteLinkHeading = (page: Page) => page.getByRole('heading', { name: 'This link is incomplete' })
const inviteLinkBox = (page: Page) => page.getByRole('textbox', { name: 'Whole link' })
const openRoomButton = (page: Page) => button(page, 'Open the room')
const readMessageTexts = (page: Page) => room.log(page).locator('.message-text').allTextContents()

/** The parts of an invite link. */
function parseInviteLink(address: string): { path: string; roomId: string; key: string } {
  const { pathname, hash } = new URL(address, visitors.origin)
  return { path: pathname, roomId: pathname.split('/').at(-1) ?? '', key: hash.slice(1) }
}

/** Makes an encrypted room by the API, as the lobby does, with seats for more than two. */
async function makeEncryptedRoom(visitor: Visitor, capacity: number) {
  const key = makeLinkKey()
  const admission = await deriveAdmissionSecret(key)
  const options = { capacity, encryption: 'e2ee', admission: await hashAdmissionSecret(admission) }
  const path = await createRoomByApi(visitor, options)
  return { address: `${path}#${key}`, roomId: parseInviteLink(path).roomId, key, admission }
}

async function countSeats(address: string): Promise<number | undefined> {
  const { body } = await new Person(visitors.origin).callApi(
    'GET',
    `/api/rooms/${parseInviteLink(address).roomId}`,
  )
  return body.seats
}

/** Bytes in the ways in which they could be written down by mistake. */
function encodeBytes(bytes: Buffer): string[] {
  return [bytes.toString('base64url'), bytes.toString('base64').replace(/=+$/, ''), bytes.toString('hex')]
}

/**
 * What is derived from a link key and the room key that its invite holds, and must stay in the browser: by Node's own
 * cryptography, and not by the code on trial.
 */
function deriveSecrets(key: Buffer, roomId: string, invite: string, participantIds: string[]): string[] {
  const roomKey = openInvite(derive(key, 'invite', roomId), ['invite', roomId, 1], invite)
  const purposes = [...participantIds.map((id) => `message ${id}`), 'card', 'wrap-mix', 'back', 'tab-storage']
  const secrets = purposes.map((purpose) => derive(roomKey, purpose, roomId))
  return [key, roomKey, derive(key, 'invite', roomId), ...secrets].flatMap(encodeBytes)
}

/** A way to the server that writes down every byte that a browser sends on it. */
async function recordBytes(origin: string) {
  const { hostname, port } = new URL(origin)
  const sent: Buffer[][] = []
  const listener = createServer((browser) => {
    const server = connect(Number(port), hostname)
    const bytes: Buffer[] = []
    sent.push(bytes)
    browser.on('data', (some) => bytes.push(some))
    browser.on('error', () => server.destroy())
    server.on('error', () => browser.destroy())
    browser.pipe(server).pipe(browser)
  })
  const own = await listenLocally(listener)
  return {
    origin: `http://127.0.0.1:${own}`,
    sent: () => sent.map((bytes) => Buffer.concat(bytes).toString()).join('\n'),
    stop: () => listener.close(),
  }
}

/** What somebody's browser sends and receives, as the browser reports it. */
function recordTraffic({ context, page }: Visitor) {
  const requests: { url: string; body: string; all: string }[] = []
  const delivered: string[] = []
  const frames: { sent: string[]; received: string[] } = { sent: [], received: [] }
  const reading: Promise<unknown>[] = []
  context.on('request', (request) => {
    const body = request.postData() ?? ''
    const read = async () => {
      const url = request.url().replace(/#.*/, '')
      const headers = JSON.stringify(await request.allHeaders().catch(() => request.headers()))
      requests.push({ url, body, all: `${url}\n${headers}\n${body}` })
    }
    reading.push(read())
  })
  context.on('response', (response) => {
    if (!response.url().includes('/api/')) return
    reading.push(response.text().then(delivered.push.bind(delivered), () => {}))
  })
  page.on('websocket', (socket) => {
    delivered.push(socket.url())
    socket.on('framesent', ({ payload }) => frames.sent.push(String(payload)))
    socket.on('framereceived', ({ payload }) => frames.received.push(String(payload)))
  })
  return { requests, delivered, frames, read: () => Promise.all(reading) }
}

test('nothing that leaves the browser, and nothing the server stores, holds a key or a word', async () => {
  const server = await startServer({ rateLimits: 'off' })
  const way = await recordBytes(server.origin)
  try {
    const ann = await visitors.open({ at: way.origin })
    const ben = await visitors.open({ at: way.origin })
    const seen = [recordTraffic(ann), recordTraffic(ben)]
    const titles = new Set<string>()
    const title = async () => {
      for (const { page } of [ann, ben]) titles.add(await page.title())
    }
    const words = ['the heron lands at nine', 'Grüße vom Reiher', 'half a thought of a heron']

    const address = await createRoom(ann.page, 'Ann-who-is-seen')
    const { roomId, key, path } = parseInviteLink(address)
    expect(key).toMatch(/^2[\w-]{43}$/)
    const linkKey = Buffer.from(key.slice(1), 'base64url')
    const admission = encode(derive(linkKey, 'admission', ''))
    await title()
    await enterRoom(ben.page, address, 'Ben')
    await sendMessage(ann.page, words[0] ?? '')
    await waitUntilVisible(room.message(ben.page, words[0] ?? ''), 'Ann’s message does not reach Ben')
    await sendMessage(ben.page, words[1] ?? '')
    await waitUntilVisible(room.message(ann.page, words[1] ?? ''), 'Ben’s message does not reach Ann')
    await room.box(ann.page).pressSequentially(words[2] ?? '')
    await title()
    ann.page.on('dialog', (dialog) => void dialog.accept())
    for (const { page } of [ann, ben]) {
      await page.reload()
      await waitUntilVisible(room.message(page, words[0] ?? ''), 'a reload costs what was said')
    }
    await title()
    const answer = await ann.callApi('GET', `/api/rooms/${roomId}/messages`)
    const { messages = [] } = answer.body
    expect(messages).toHaveLength(2)
    for (const { text } of messages) expect(text).toMatch(ENVELOPE)
    const ids = messages.map(({ participantId }: { participantId: string }) => participantId)

    await Promise.all(seen.map(({ read }) => read()))
    const [, invite = ''] = /"invite":"([\w-]+)/.exec(seen[1]?.delivered.join('\n') ?? '') ?? []
    const secrets = [
      ...deriveSecrets(linkKey, roomId, invite, ids),
      ...words,
      ...words.map(encodeURIComponent),
    ]
    const files = await readStoredFiles(server.storage)
    expect(
      findTraces(files, [ids[0] ?? '']),
      'the room is not found in storage: nothing was looked at',
    ).not.toEqual([])
    const hidden = [...secrets, ...encodeBytes(Buffer.from(admission, 'base64url')), 'Ann-who-is-seen']
    expect(findTraces(files, hidden)).toEqual([])

    await room.destroy(ann.page).click()
    await room.confirm(ann.page).click()
    for (const { page } of [ann, ben]) await seeLobby(page, /gone/i, 'the room is not destroyed')
    await title()
    await Promise.all(seen.map(({ read }) => read()))

    secrets.push('Ann-who-is-seen')
    const found = (where: string, what: string) =>
      secrets.filter((secret) => what.includes(secret)).map((secret) => `${secret} in ${where}`)
    const sent = way.sent()
    expect(sent, 'nothing was listened to').toContain(`GET ${path} HTTP/1.1`)
    expect(found('the bytes sent', sent)).toEqual([])
    expect(sent.split(admission).length - 1, 'the proof is not sent').toBeGreaterThan(0)
    expect(found('a title', [...titles].join('\n'))).toEqual([])
    expect(found('what the server printed', server.output())).toEqual([])
    let proofs = 0
    for (const { requests, delivered, frames } of seen) {
      for (const { url, body, all } of requests) {
        expect(found(url, all)).toEqual([])
        if (!all.includes(admission)) continue
        proofs += 1
        expect(new URL(url).pathname, 'the proof of the key goes elsewhere').toBe(`/api/rooms/${roomId}/join`)
        expect(all.replace(body, ''), 'the proof of the key is in a header').not.toContain(admission)
      }
      expect(found('an answer', delivered.join('\n'))).toEqual([])
      expect(delivered.join('\n')).not.toContain(admission)
      const both = [...frames.sent, ...frames.received].join('\n')
      expect(found('a frame', both)).toEqual([])
      expect(both).not.toContain(admission)
      expect(frames.received.join('\n')).toContain('"e2.')
      const said = frames.sent.filter((frame) => frame !== 'ping').map((frame) => JSON.parse(frame))
      expect(said.filter(({ event }) => event === 'chat.message')).toHaveLength(1)
      for (const { event, data } of said) {
        if (event === 'chat.typing') expect(data ?? {}).toEqual({})
        else expect([event, data.text]).toEqual(['chat.message', expect.stringMatching(ENVELOPE)])
      }
    }
    expect(sent.split(admission).length - 1, 'the proof is sent by something else').toBe(proofs)
    expect(await waitForTraces(server.storage, [...secrets, admission, 'Ann-who-is-seen'])).toEqual([])
  } finally {
    way.stop()
    await server.stop()
  }
})

describe('an invite link that is not whole', () => {
  test('is explained, takes no seat, and lets in who pastes the whole one', async () => {
    const ann = await visitors.open()
    const ben = await visitors.open()
    const damages: [string, (key: string) => string][] = [
      ['without its key', () => ''],
      ['with an empty key', () => '#'],
      ['with its last character lost', (key) => `#${key.slice(0, -1)}`],
      ['with one character too many', (key) => `#${key}A`],
      ['with a character that no key has', (key) => `#${key.slice(0, 20)}!${key.slice(21)}`],
      ['with the key of another room', () => `#${makeLinkKey()}`],
    ]
    // A seat for Ann, and one for the stranger who comes by each of the links.
    const made = await makeEncryptedRoom(ann, 1 + damages.length)
    const address = new URL(made.address, visitors.origin).href
    await enterRoom(ann.page, address, 'Ann')
    for (const [index, [what, damage]] of damages.entries()) {
      await ben.resetProfile()
      const joins: string[] = []
      ben.page.on('request', (request) => {
        if (request.url().endsWith('/join')) joins.push(request.url())
      })
      const part = damage(made.key)
      await ben.page.goto(`${parseInviteLink(address).path}${part}`)
      await waitUntilVisible(
        incompleteLinkHeading(ben.page),
        `${what}: the page does not show that the invite link is incomplete`,
      )
      expect(await countSeats(address), `${what}: a damaged invite link took a seat`).toBe(1 + index)
      const isWhole = /^#[\w-]{43}$/.test(part)
      // Only the room can find out that a whole key is not its own.
      expect(joins.length, `${what}: something was joined without a key`).toBe(isWhole ? 1 : 0)
      expect(await room.box(ben.page).count(), what).toBe(0)

      await inviteLinkBox(ben.page).fill(`Come here (bring cake): ${address} — see you at nine!`)
      await openRoomButton(ben.page).click()
      await waitUntilVisible(room.box(ben.page), `${what}: the whole invite link does not let in`)
      expect(ben.page.url(), what).toBe(address)
      await sendMessage(ben.page, `here I am, ${what}`)
      await waitUntilVisible(
        room.message(ann.page, `here I am, ${what}`),
        `${what}: the message of who pasted the invite link does not arrive`,
      )
      expect(await countSeats(address), what).toBe(2 + index)
    }
  })

  test('except for what follows it in a sentence lets in', async () => {
    const ann = await visitors.open()
    const address = await createRoom(ann.page, 'Ann')
    await ann.page.goto('/')
    await ann.page.goto(`${address}).`)
    await waitUntilVisible(room.box(ann.page), 'a full stop after the invite link keeps people out')
    expect(ann.page.url()).toBe(address)
  })

  test('is explained in the box, which loses nothing of what was typed', async () => {
    const ann = await visitors.open()
    const ben = await visitors.open()
    const address = await createRoom(ann.page, 'Ann')
    const { path } = parseInviteLink(address)
    await ben.page.goto(path)
    for (const where of ['gate', 'lobby']) {
      if (where === 'lobby') {
        await ben.page.goto('/')
        await ben.page.getByText('Have a link?').click()
      }
      await waitUntilVisible(inviteLinkBox(ben.page), `there is no box for an invite link: ${where}`)
      for (const [nonsense, words] of [
        ['what is this', /no link to a room/],
        ['', /no link to a room/],
        ['https://example.org/elsewhere#abc', /no link to a room/],
        ['<img src=x onerror=alert(1)>', /no link to a room/],
        [address.slice(0, -3), /key after # is missing/],
        [address.replace(/#.*/, ''), /key after # is missing/],
      ] as const) {
        await inviteLinkBox(ben.page).fill(nonsense)
        await inviteLinkBox(ben.page).press('Enter')
        await waitUntilVisible(
          ben.page.getByRole('alert').filter({ hasText: words }),
          `${where}: nonsense is not explained: ${nonsense}`,
        )
        expect(await inviteLinkBox(ben.page).inputValue(), 'what was pasted is lost').toBe(nonsense)
        expect(await inviteLinkBox(ben.page).getAttribute('aria-invalid')).toBe('true')
      }
    }
    expect(await countSeats(address)).toBe(1)

    await inviteLinkBox(ben.page).fill(`From: Ann\n\n<${address}>`)
    await inviteLinkBox(ben.page).press('Enter')
    await waitUntilVisible(room.box(ben.page), 'the box in the lobby does not let in')
    expect(ben.page.url()).toBe(address)
    await waitUntil(async () => (await room.people(ann.page).count()) === 2, 'who came is not listed')
  })

  test('with the key of another room is refused in words when it is pasted again', async () => {
    const ann = await visitors.open()
    const ben = await visitors.open()
    const address = await createRoom(ann.page, 'Ann')
    const wrong = new URL(`${parseInviteLink(address).path}#${makeLinkKey()}`, visitors.origin).href
    await ben.page.goto(wrong)
    await waitUntilVisible(
      incompleteLinkHeading(ben.page),
      'the page does not show that the invite link is incomplete',
    )
    await inviteLinkBox(ben.page).fill(wrong)
    await openRoomButton(ben.page).click()
    await waitUntilVisible(
      ben.page.getByRole('alert').filter({ hasText: /key after #/ }),
      'nothing at all happens',
    )
    expect(await inviteLinkBox(ben.page).inputValue()).toBe(wrong)
    expect(await countSeats(address)).toBe(1)
  })
})

test('the invite link that is copied, shown and drawn is the whole one', async () => {
  const ann = await visitors.open()
  const ben = await visitors.open()
  const address = await createRoom(ann.page, 'Ann')
  expect(address).toMatch(/\/room\/[\w-]{21}#2[\w-]{43}$/)
  const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText())
  const copies = async (page: Page) => {
    await page.evaluate(() => navigator.clipboard.writeText('nothing'))
    await room.copyLink(page).last().click()
    await waitUntil(
      async () => (await copied(page)) === address,
      'what is copied is not the whole invite link',
    )
  }
  await copies(ann.page)
  await enterRoom(ben.page, address, 'Ben')
  await sendMessage(ann.page, 'the invitation goes')
  for (const { page } of [ann, ben]) {
    await waitUntilVisible(room.message(page, 'the invitation goes'), 'what was said is not in the log')
    await copies(page)
    await button(page, 'QR code').click()
    const dialog = await waitUntilVisible(page.getByRole('dialog'), 'there is no dialog with the invite link')
    expect(await dialog.getByRole('textbox', { name: 'Link to this room' }).inputValue()).toBe(address)
    await copies(page)
    expect((await readQrCode(dialog.locator('.share-code')))?.text).toBe(address)
  }
})

test('a message that does not open is shown as that, in its place and with its sender', async () => {
  const ann = await visitors.open()
  const ben = await visitors.open()
  const { address, roomId, key, admission } = await makeEncryptedRoom(ann, 3)
  await enterRoom(ann.page, address, 'Ann')
  await enterRoom(ben.page, address, 'Ben')
  const eve = new Person(visitors.origin)
  const { participantId } = await eve.joinRoom(roomId, { alias: 'Eve', admission })
  await sendMessage(ann.page, 'before')
  const [before] = await eve.readHistory(roomId)
  if (!before) throw new Error('what was said is not stored')

  const other = await Keyring.fromLinkKey(roomId, makeLinkKey())
  await eve.sendMessage(
    roomId,
    await encryptMessage(other, { participantId, id: 'other-key' }, 'sealed elsewhere'),
    'other-key',
  )
  await eve.sendMessage(roomId, before.text, 'replayed')
  await eve.sendMessage(roomId, before.text, before.id)
  await eve.sendMessage(roomId, `e1.${'A'.repeat(300)}`, 'noise')
  const keyring = await Keyring.fromLinkKey(roomId, key)
  await eve.sendMessage(
    roomId,
    await encryptMessage(keyring, { participantId, id: 'fine' }, 'this one opens'),
    'fine',
  )
  const plain = { text: 'in the clear', id: 'plain' }
  expect((await eve.callApi('POST', `/api/rooms/${roomId}/messages`, plain)).status).toBe(422)
  await sendMessage(ben.page, 'after')

  const closed = 'This message can’t be opened with the keys you have.'
  const expected = ['before', closed, closed, closed, closed, 'this one opens', 'after']
  for (const { page } of [ann, ben]) {
    for (const again of [false, true]) {
      if (again) await page.reload()
      await expect
        .poll(() => readMessageTexts(page), {
          message: `a message that does not open is not in its place${again ? ' after a reload' : ''}`,
        })
        .toEqual(expected)
      const senders = room.log(page).getByRole('article').locator('.message-head > :first-child')
      await expect
        .poll(async () => (await senders.allTextContents()).slice(1, 6))
        .toEqual(['Eve', 'Eve', 'Eve', 'Eve', 'Eve'])
      // The name of a script may end so.
      const shown = (await page.content()).replaceAll(/\/assets\/[\w.-]+/g, '')
      expect(shown).not.toContain('e1.')
    }
  }
  await waitUntilVisible(
    ann.page.locator('.encryption-badge', { hasText: /^Encrypted$/ }),
    'the lock does not show that it is encrypted',
  )
})

test('a room made without encryption is joined without a key, and shows what it is', async () => {
  const ann = await visitors.open()
  const ben = await visitors.open()
  const address = await createRoomByApi(ann, { capacity: 3 })
  const { roomId } = parseInviteLink(address)
  const program = new Person(visitors.origin)
  await program.joinRoom(roomId, { alias: 'Program' })
  await program.sendMessage(roomId, 'said by a program')
  // What only the platform can say of a room, which this runtime is not.
  await ben.page.routeWebSocket(/realtime/, (socket) => {
    const server = socket.connectToServer()
    server.onMessage((frame) =>
      socket.send(String(frame).replaceAll('"state":"open"', '"state":"open","jurisdiction":"eu"')),
    )
  })
  for (const [{ page }, name] of [
    [ann, 'Ann'],
    [ben, 'Ben'],
  ] as const) {
    await enterRoom(page, address, name)
    await waitUntilVisible(
      room.message(page, 'said by a program'),
      'a message without encryption is not shown',
    )
    await waitUntilVisible(
      page.locator('.encryption-badge', { hasText: /^Not encrypted$/ }),
      'nothing shows that it is not encrypted',
    )
  }
  await sendMessage(ann.page, 'said by a person')
  await waitUntilVisible(
    room.message(ben.page, 'said by a person'),
    'the message of who came without a key does not arrive',
  )
  await button(ben.page, 'More').click()
  await waitUntilVisible(
    ben.page.getByRole('dialog').getByText(/the server can read what is said here/),
    'the menu does not show who can read',
  )
  const { version, commit } = BuildManifest.parse(await (await fetch(`${visitors.origin}/build.json`)).json())
  await waitUntilVisible(
    ben.page
      .getByRole('dialog')
      .getByText(
        `Version ${version}, ${commit === null ? 'of no known commit' : `commit ${commit.slice(0, 7)}`}`,
      )
      .filter({ hasText: `private-chat verify ${visitors.origin}` }),
    'the menu does not say which version this is, and how to check it',
  )
  const keptInEu = (page: Page) => page.getByRole('dialog').getByText(/^Kept in the EU: /)
  await waitUntilVisible(keptInEu(ben.page), 'the menu does not show where the room is kept')
  await button(ann.page, 'More').click()
  await waitUntilVisible(
    ann.page.getByRole('dialog').getByText(/the server can read what is said here/),
    'the menu does not open',
  )
  expect(await keptInEu(ann.page).count(), 'a room is said to be kept where nobody promised it').toBe(0)
  expect(
    await button(ben.page, 'Show the safety words').count(),
    'words for an invite link without a key',
  ).toBe(0)
})

test('with a key in the invite link, plain text is marked as that, and none is sent', async () => {
  const ann = await visitors.open()
  const path = await createRoomByApi(ann, { capacity: 3 })
  const { roomId } = parseInviteLink(path)
  const program = new Person(visitors.origin)
  await program.joinRoom(roomId, { alias: 'Program' })
  await program.sendMessage(roomId, 'in the clear')
  await enterRoom(ann.page, `${path}#${makeLinkKey()}`, 'Ann')
  const clear = await waitUntilVisible(room.message(ann.page, 'in the clear'), 'plain text is dropped')
  await waitUntilVisible(
    clear.getByText('Not encrypted', { exact: true }),
    'plain text is shown as if it were encrypted',
  )
  const own = await sendMessage(ann.page, 'between us')
  expect(await own.getByText('Not encrypted', { exact: true }).count()).toBe(0)
  const [, last] = await program.readHistory(roomId)
  expect(last?.text, 'somebody with a key sends plain text').toMatch(/^e1\.[\w-]{200,}$/)
})

/** Opens the menu and reads the safety words there. */
async function readSafetyWords(page: Page): Promise<string> {
  await button(page, 'More').click()
  await button(page, 'Show the safety words').click()
  const words = await waitUntilVisible(
    page.getByRole('status').filter({ hasText: /^[a-z]+( · [a-z]+){4}$/ }),
    'there are no five safety words',
  )
  return (await words.textContent()) ?? ''
}

test('two people read the same five safety words, and others in another room', async () => {
  const ann = await visitors.open()
  const ben = await visitors.open()
  const { address } = await makeEncryptedRoom(ann, 3)
  await enterRoom(ann.page, address, 'Ann')
  await enterRoom(ben.page, address, 'Ben')
  const list = /safety-words-.*\.js$/
  await ann.page.route(list, (request) => request.fulfill({ status: 404 }))
  await button(ann.page, 'More').click()
  await button(ann.page, 'Show the safety words').click()
  await waitUntilVisible(
    ann.page.getByText(/could not be loaded/),
    'it does not say that they can’t be loaded',
  )
  await ann.page.unroute(list)
  await waitUntilVisible(button(ann.page, 'Show the safety words'), 'there is no way to try again')
  await ann.page.keyboard.press('Escape')
  const words = await readSafetyWords(ann.page)
  expect(words.split(' · ')).toHaveLength(5)
  await expect
    .poll(() => ann.page.evaluate(() => document.activeElement?.textContent), {
      message: 'who showed them by the keyboard has lost the focus',
    })
    .toBe(words)
  expect(await readSafetyWords(ben.page)).toBe(words)
  const other = await makeEncryptedRoom(ann, 3)
  await enterRoom(ann.page, other.address, 'Ann')
  expect(await readSafetyWords(ann.page)).not.toBe(words)
})

test('a draft and a message that waits are kept encrypted, survive a reload, and are sent once', async () => {
  const ann = await visitors.open()
  const ben = await visitors.open()
  const address = await createRoom(ann.page, 'Ann')
  const { roomId, key } = parseInviteLink(address)
  await enterRoom(ben.page, address, 'Ben')
  const kept = () =>
    ann.page.evaluate(() => JSON.stringify([Object.entries(sessionStorage), Object.entries(localStorage)]))
  const staysClosed = async () => {
    const all = await kept()
    for (const secret of ['tunnel', 'thought', key, ...encodeBytes(Buffer.from(key.slice(1), 'base64url'))]) {
      expect(all).not.toContain(secret)
    }
  }
  ann.page.on('dialog', (dialog) => void dialog.accept())
  let cut = true
  await ann.page.routeWebSocket(/realtime/, (socket) => {
    if (cut) void socket.close({ code: 1012 })
    else socket.connectToServer()
  })
  await ann.page.reload()
  await waitUntilVisible(room.box(ann.page), 'a reload costs the seat')
  await room.box(ann.page).fill('said in a tunnel')
  await room.send(ann.page).click()
  await waitUntilVisible(ann.page.getByText('said in a tunnel'), 'what waits is not shown')
  // At once: of what is typed letter by letter the beginning is kept first.
  await room.box(ann.page).fill('half a thought')
  await seeKept(ann.page, 'draft')
  await seeKept(ann.page, 'outbox')
  await staysClosed()
  for (const still of [true, false]) {
    cut = still
    await ann.page.reload()
    await waitUntilVisible(ann.page.getByText('said in a tunnel'), 'a reload costs what waits')
    await waitUntil(
      async () => (await room.box(ann.page).inputValue()) === 'half a thought',
      'a reload costs what one was writing',
    )
    await staysClosed()
  }
  await waitUntilVisible(room.message(ben.page, 'said in a tunnel'), 'what waited does not arrive')
  await room.send(ann.page).click()
  await waitUntilVisible(room.message(ben.page, 'half a thought'), 'the draft is not sent')
  for (const { page } of [ann, ben]) {
    await expect
      .poll(() => readMessageTexts(page), { message: 'what was kept is not sent once, and in order' })
      .toEqual(['said in a tunnel', 'half a thought'])
  }
  // All but until when something might be kept.
  const left = async () => (await kept()).replace(`private-chat.until.${roomId}`, '')
  await waitUntil(async () => !(await left()).includes(roomId), 'something is kept of what is sent')
})

describe('markup', () => {
  const IMAGE = '<img src=x onerror=alert(1)>'
  /** What no text may have become. */
  const made = (page: Page) =>
    page.evaluate(() => {
      const odd =
        'img, iframe, object, embed, b, base, form[action], [onerror], [onload], [onmouseover], [href^="javascript:" i]'
      const scripts = [...document.scripts].filter((script) => script.textContent?.includes('alert'))
      return [...document.querySelectorAll(odd), ...scripts].map((each) => each.outerHTML)
    })

  test('in a name and in a message stays the text that it is', async () => {
    const ann = await visitors.open()
    const ben = await visitors.open()
    const dialogs: string[] = []
    for (const { page } of [ann, ben]) page.on('dialog', (dialog) => dialogs.push(dialog.message()))
    const address = await createRoom(ann.page, IMAGE)
    await enterRoom(ben.page, address, '"><script>alert(2)</script>')
    const said = [
      `<script>alert(3)</script>${IMAGE}`,
      'https://example.org/"onmouseover="alert(4) and `<b>bold</b>`',
      'javascript:alert(5) [a](javascript:alert(6)) https://example.org/<img/src=x/onerror=alert(7)>',
      '```\n<iframe srcdoc="<script>alert(8)</script>"></iframe>\n```',
      '&lt;img src=x onerror=alert(9)&gt; {{7*7}} \u202etxt.exe',
    ]
    for (const text of said) {
      await room.box(ann.page).fill(text)
      await room.send(ann.page).click()
    }
    for (const { page } of [ann, ben]) {
      await expect
        .poll(() => readMessageTexts(page), { message: 'what was said is not shown letter for letter' })
        .toEqual(said)
      await waitUntilVisible(
        room.people(page).filter({ hasText: page === ben.page ? IMAGE : '"><script>' }),
        'a name is lost',
      )
      expect(await made(page)).toEqual([])
    }
    await waitUntilVisible(
      room
        .message(ben.page, said[0] ?? '')
        .getByText(IMAGE)
        .first(),
      'the sender is not text',
    )
    await button(ann.page, 'More').click()
    await button(ann.page, 'Remove "><script>alert(2)</script>').click()
    await waitUntilVisible(
      ann.page.getByRole('dialog').getByText('"><script>alert(2)</script>'),
      'the question is not text',
    )
    expect(await made(ann.page)).toEqual([])
    expect(dialogs).toEqual([])
  })

  test.for([
    `/room/${IMAGE}`,
    `/room/${encodeURIComponent(IMAGE)}`,
    '/"><script>alert(1)</script>',
    `/?error=${IMAGE}&destroyed=${IMAGE}`,
    '/?error=__proto__',
    '/?error=constructor',
    '/?error=room-full&destroyed=true&left=true',
    `/?${IMAGE}`,
    `/#${IMAGE}`,
    '/login?to=javascript:alert(1)',
    `/privacy?${IMAGE}#${IMAGE}`,
    `/rooms/${IMAGE}`,
  ])('in the address %s makes nothing', async (address) => {
    const { page } = await visitors.open()
    const dialogs: string[] = []
    page.on('dialog', (dialog) => dialogs.push(dialog.message()))
    await page.goto(address)
    await waitUntilVisible(page.getByRole('heading'), `${address} shows nothing`)
    expect(await made(page)).toEqual([])
    expect(dialogs).toEqual([])
  })

  test('behind the # of a room is a damaged key, and nothing else', async () => {
    const ann = await visitors.open()
    const ben = await visitors.open()
    const address = await createRoom(ann.page, 'Ann')
    const dialogs: string[] = []
    ben.page.on('dialog', (dialog) => dialogs.push(dialog.message()))
    for (const part of [IMAGE, '"><script>alert(1)</script>', 'javascript:alert(1)', '%', '__proto__']) {
      // A part behind # alone would load nothing.
      await ben.page.goto('about:blank')
      await ben.page.goto(`${parseInviteLink(address).path}?${IMAGE}#${part}`)
      await waitUntilVisible(
        incompleteLinkHeading(ben.page),
        `the page does not show that this is no key: ${part}`,
      )
      expect(await made(ben.page)).toEqual([])
    }
    expect(dialogs).toEqual([])
    expect(await countSeats(address)).toBe(1)
  })
})

describe('axe finds nothing', () => {
  test('on the page about privacy', async () => {
    const { page } = await visitors.open()
    await page.goto('/privacy')
    await waitUntilVisible(
      page.getByRole('heading', { name: /What stays private/ }),
      'there is no page about privacy',
    )
    await checkAccessibility(page, 'privacy')
  })

  test('where an invite link is incomplete, and where what was pasted is wrong', async () => {
    const ann = await visitors.open()
    const { page } = await visitors.open()
    const { path } = parseInviteLink(await createRoom(ann.page, 'Ann'))
    await page.goto(path)
    await waitUntilVisible(
      incompleteLinkHeading(page),
      'the page does not show that the invite link is incomplete',
    )
    await checkAccessibility(page, 'gate')
    await inviteLinkBox(page).fill('nonsense')
    await openRoomButton(page).click()
    await waitUntilVisible(page.getByRole('alert'), 'nonsense is not explained')
    await checkAccessibility(page, 'gate with words')
    await page.goto('/')
    await page.getByText('Have a link?').click()
    await waitUntilVisible(inviteLinkBox(page), 'there is no box for an invite link')
    await checkAccessibility(page, 'lobby with the box')
  })

  test('in the menu with the safety words open', async () => {
    const ann = await visitors.open()
    const { page } = ann
    const { address } = await makeEncryptedRoom(ann, 3)
    await enterRoom(page, address, 'Ann')
    await readSafetyWords(page)
    await checkAccessibility(page, 'safety words')
    await page.keyboard.press('Escape')
    await waitUntilHidden(page.getByRole('dialog'), 'Escape does not close the menu')
  })
})
