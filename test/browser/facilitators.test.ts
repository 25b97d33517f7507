import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { expectStatus } from '../support/api-client.ts'
import { type Visitor, waitUntil, waitUntilHidden, waitUntilVisible } from '../support/browser.ts'
import { createVisitors, fakeRefusal, lobby, room, sendMessage } from '../support/visitors.ts'
import { checkAccessibility, findPrinted } from './accessibility-check.ts'
import { readCopied, seeKept } from './page-actions.ts'

const visitors = createVisitors()
const PASSWORD = 'correct horse battery'
const HOUR = 3_600_000

const box = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true })
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const card = (page: Page, title: string) => page.getByRole('article', { name: title })
const group = (page: Page, name: string) => page.getByRole('region', { name })
const inDialog = (page: Page, name: string) =>
  page.getByRole('dialog').getByRole('button', { name, exact: true })
const openMenu = (page: Page, title: string) => card(page, title).locator('summary').click()

let accounts = 0
const newEmail = () => `ada-${Date.now()}-${accounts++}@example.com`

/** An instant as the box for it takes it. The browser's time zone is this machine's. */
function formatLocalTime(instant: number): string {
  const offset = new Date(instant).getTimezoneOffset() * 60_000
  return new Date(instant - offset).toISOString().slice(0, 16)
}

/** Signs up, keeps the codes, and comes to the rooms. */
async function signUp(page: Page, email = newEmail()): Promise<string[]> {
  await page.goto('/signup')
  await box(page, 'Email').fill(email)
  await box(page, 'Password').fill(PASSWORD)
  await button(page, 'Sign up').click()
  const list = page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem')
  await waitUntilVisible(list, 'signing up shows no recovery codes')
  const codes = await list.allInnerTexts()
  // A browser that translates a page sends what stands there to its maker.
  expect(await list.first().evaluate((code) => code.closest('[translate="no"]') !== null)).toBe(true)
  await button(page, 'I have kept them').click()
  await waitUntilVisible(page.getByText('No rooms yet'), 'after the codes there is no dashboard')
  return codes
}

/** Signs up by the API, where signing up is not what the test is about. */
async function signUpByApi(visitor: Visitor, email = newEmail()): Promise<void> {
  expectStatus(await visitor.callApi('POST', '/api/accounts', { email, password: PASSWORD }), 201)
}

async function openRooms(page: Page): Promise<void> {
  await page.goto('/rooms')
  await waitUntilVisible(page.getByText('No rooms yet'), 'there is no dashboard')
}

/** Schedules a room by what differs from an empty form. */
async function scheduleRoom(page: Page, title: string, opensAt?: number): Promise<void> {
  await box(page, 'Title').fill(title)
  if (opensAt !== undefined) {
    await box(page, 'Opens at').fill(formatLocalTime(opensAt))
    await box(page, 'Closes at').fill(formatLocalTime(opensAt + HOUR))
  }
  await button(page, 'Schedule room').click()
  await waitUntilVisible(card(page, title), 'the room is not on the dashboard')
}

/** Chooses that the next room is one that the server can read. */
async function chooseServerReadable(page: Page): Promise<void> {
  await page.locator('#plan summary').click()
  await page.getByText('None: the server reads it', { exact: true }).click()
}

/** What a click downloads: its name and what is in it. */
async function saveDownload(page: Page, click: () => Promise<void>): Promise<{ name: string; text: string }> {
  const [file] = await Promise.all([page.waitForEvent('download'), click()])
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') }
}

/** Enters by an invite link; everyone sees first that the facilitator can read the messages. */
async function enterByInviteLink(page: Page, inviteLink: string, name: string): Promise<void> {
  await page.goto(inviteLink)
  await waitUntilVisible(
    page.getByText(/facilitator can read what is said/),
    'the page does not show before that there is a transcript',
  )
  await box(page, 'Your name').fill(name)
  await button(page, 'Enter').click()
}

test('an early visitor is shown when the room opens, waits, and is let in by the room itself', async () => {
  const [ada, ben] = [await visitors.open(), await visitors.open()]
  await signUpByApi(ada)
  const opensAt = Date.now() + HOUR
  const plan = { title: 'Early birds', opensAt, closesAt: opensAt + HOUR }
  const { roomId } = expectStatus(await ada.callApi('POST', '/api/account/rooms', plan), 201)
  await enterByInviteLink(ben.page, `/room/${roomId}`, 'Ben')
  await waitUntilVisible(
    ben.page.getByRole('heading', { name: 'Early birds' }),
    'the title is not shown to who waits',
  )
  await waitUntilVisible(
    ben.page.getByRole('timer', { name: 'Time until it opens' }),
    'nothing shows how long it takes',
  )
  await waitUntilVisible(
    ben.page.getByText(/can read what is said here until .* 7 days after the room closes/),
    'who waits does not see who can read the messages',
  )
  await checkAccessibility(ben.page, 'the wait for a room that opens later')
  const sooner = { opensAt: Date.now() + 3_000 }
  expectStatus(await ada.callApi('PATCH', `/api/account/rooms/${roomId}`, sooner), 200)
  await enterByInviteLink(ben.page, `/room/${roomId}`, 'Ben')
  await waitUntilVisible(room.box(ben.page), 'the room has opened and lets nobody in')
  await ben.page.reload()
  await waitUntilVisible(room.box(ben.page), 'who has a seat is asked again after a reload')
  await ben.page.getByRole('button', { name: 'More', exact: true }).click()
  const menu = ben.page.getByRole('dialog', { name: 'This room' })
  await waitUntilVisible(
    menu.getByText('Early birds', { exact: true }),
    'the whole title is nowhere to be read',
  )
})

test('times show their zone where one waits, and beside a box what a clock change makes of them', async () => {
  const ada = await visitors.open()
  await signUpByApi(ada)
  const { page } = ada
  const session = await ada.context.newCDPSession(page)
  await session.send('Emulation.setTimezoneOverride', { timezoneId: 'Europe/Berlin' })
  await openRooms(page)
  await box(page, 'Opens at').fill('2027-03-28T02:30')
  await waitUntilVisible(
    page.getByText(/skip this time. 03:30 CEST is meant/),
    'nothing is said of an hour that is skipped',
  )
  await box(page, 'Opens at').fill('2027-10-31T02:30')
  await waitUntilVisible(
    page.getByText(/comes twice. The first is meant, 02:30 CEST/),
    'the page does not show that an hour comes twice',
  )
  expect(await box(page, 'Opens at').getAttribute('aria-describedby')).toMatch(/-hint/)

  const opensAt = Date.now() + 12 * 24 * HOUR - HOUR / 2
  const plan = { title: 'Later', opensAt, closesAt: opensAt + HOUR }
  const { roomId } = expectStatus(await ada.callApi('POST', '/api/account/rooms', plan), 201)
  await ada.context.clearCookies()
  await enterByInviteLink(page, `/room/${roomId}`, 'Ben')
  await waitUntilVisible(
    page.getByRole('timer', { name: 'Time until it opens' }).filter({ hasText: /^11 days 23 h$/ }),
    'the wait is not shown in days',
  )
  await waitUntilVisible(
    page.getByText(/It opens on .*\d\d:\d\d CES?T\./),
    'the zone of the opening is not named',
  )
})

test('a facilitator who comes early opens the room, and who is logged out elsewhere comes back to it', async () => {
  const [ada, ben] = [await visitors.open(), await visitors.open()]
  const email = newEmail()
  await signUpByApi(ada, email)
  const opensAt = Date.now() + HOUR
  const plan = { title: 'Soon', opensAt, closesAt: opensAt + HOUR }
  const { roomId } = expectStatus(await ada.callApi('POST', '/api/account/rooms', plan), 201)
  const { page } = ada
  await page.goto(`/room/${roomId}`)
  await waitUntilVisible(
    page.getByText(/^This room is yours, and not encrypted/),
    'its facilitator is greeted as a visitor',
  )
  await box(page, 'Your name').fill('Ada')
  await button(page, 'Enter').click()
  await waitUntilVisible(
    page.getByText(/^This room is yours, and not open yet/),
    'its facilitator waits as a visitor',
  )
  await button(page, 'Open it now').click()
  await waitUntilVisible(room.box(page), 'the facilitator can’t open the own room')
  await enterByInviteLink(ben.page, `/room/${roomId}`, 'Ben')
  const adas = room.people(ben.page).filter({ hasText: 'Ada' })
  await waitUntilVisible(adas.getByText('facilitator'), 'nothing shows who is the facilitator')
  await room.box(page).fill('half a sentence')
  await seeKept(page, 'draft')

  const rooms = await ada.openTab()
  await rooms.goto('/rooms')
  await openMenu(rooms, 'Soon')
  await ada.callApi('DELETE', '/api/session')
  await card(rooms, 'Soon').getByRole('link', { name: 'Transcript as CSV' }).click()
  await waitUntilVisible(
    rooms.getByText('You are logged out.'),
    'the page does not show that a transcript is refused',
  )
  await waitUntilVisible(rooms.getByRole('link', { name: 'Log in again' }), 'there is no way back in')
  await rooms.close()

  await waitUntilHidden(
    adas.getByText('facilitator'),
    'a seat without its session is a facilitator’s to the others',
  )
  await page.getByRole('link', { name: 'Log in again' }).click()
  await box(page, 'Email').fill(email)
  await box(page, 'Password').fill(PASSWORD)
  await button(page, 'Log in').click()
  await waitUntilVisible(room.box(page), 'logging in again does not lead back to the room')
  await waitUntil(
    async () => (await room.box(page).inputValue()) === 'half a sentence',
    'what was written before is lost',
  )
  await waitUntilVisible(adas.getByText('facilitator'), 'who has logged in again is no facilitator')
})

test('from signing up to the transcript, with two participants', async () => {
  const [ada, ben, cleo] = [await visitors.open(), await visitors.open(), await visitors.open()]
  const { page } = ada
  const codes = await signUp(page)
  expect(codes).toHaveLength(10)
  expect(new Set(codes).size).toBe(10)

  await chooseServerReadable(page)
  await scheduleRoom(page, 'Workshop')
  await waitUntilVisible(
    group(page, 'Open now').getByText('Workshop'),
    'a room without an opening time is not open',
  )
  const copy = (name: string) =>
    readCopied(page, () => card(page, 'Workshop').getByRole('button', { name }).click())
  const inviteLink = await copy('Copy link')
  expect(inviteLink).toMatch(/\/room\/[\w-]{21}$/)
  expect(await copy('Copy invitation')).toContain(`Join here: ${inviteLink}`)

  await enterByInviteLink(ben.page, inviteLink, 'Ben')
  await enterByInviteLink(cleo.page, inviteLink, 'Cleo')
  await waitUntilVisible(room.box(cleo.page), 'a visitor does not get in')
  await sendMessage(ben.page, '=1+1 is what I began with')
  await sendMessage(cleo.page, 'Hello, Ben')
  await waitUntilVisible(
    room.message(ben.page, 'Hello, Ben'),
    'the participants do not see each other’s messages',
  )

  const seat = await ada.openTab()
  await enterByInviteLink(seat, inviteLink, 'Ada')
  await waitUntilVisible(room.box(seat), 'the facilitator does not get into the own room')
  await sendMessage(seat, 'Welcome, both')
  await waitUntilVisible(
    room.message(ben.page, 'Welcome, both'),
    'the participants do not see the facilitator’s messages',
  )
  const joined = await ada.callApi('POST', `/api/rooms/${inviteLink.split('/room/')[1]}/join`, {})
  expect(joined.body.role).toBe('facilitator')
  await seat.close()

  // Looked at before the room knows of it, the counts would be the same until they are asked for again.
  await waitUntil(async () => (await room.people(ben.page).count()) === 2, 'who closed the tab is still here')
  await page.evaluate(() => dispatchEvent(new Event('focus')))
  await waitUntilVisible(
    card(page, 'Workshop').getByText('2 here now · 3 messages'),
    'the counts are not live',
  )
  await openMenu(page, 'Workshop')
  await button(page, 'End now').click()
  await waitUntilVisible(
    page.getByRole('dialog').getByText(/Everyone in it is sent out/),
    'ending does not show what is deleted',
  )
  await inDialog(page, 'End it').click()
  await waitUntilVisible(group(page, 'Closed').getByText('Workshop'), 'an ended room is not listed as closed')
  for (const visitor of [ben, cleo]) {
    await waitUntilVisible(lobby.create(visitor.page), 'a visitor is not sent out')
    await waitUntilVisible(
      lobby
        .notice(visitor.page)
        .filter({ hasText: /facilitator can read what was said until .*Then it is deleted/ }),
      'a participant sees nothing, or that all is deleted',
    )
  }

  const transcript = (format: string) =>
    saveDownload(page, () => page.getByRole('link', { name: `Transcript as ${format}` }).click())
  const csv = await transcript('CSV')
  expect(csv.name).toBe('Workshop.csv')
  expect(csv.text).toContain('"\'=1+1 is what I began with"')
  expect(csv.text).toContain('"Cleo","Hello, Ben"')
  const markdown = await transcript('Markdown')
  expect(markdown.text).toContain('# Workshop')
  expect(markdown.text).toContain('> Welcome, both')
  expect(JSON.parse((await transcript('JSON')).text).messages).toHaveLength(3)
  // Read on the page, and printed whole with nothing beside it.
  await button(page, 'Read').click()
  const read = page.getByRole('region', { name: 'Transcript of Workshop' })
  await waitUntilVisible(read.getByText('Welcome, both'), 'a transcript can’t be read')
  await checkAccessibility(page, 'a transcript')
  await page.emulateMedia({ media: 'print' })
  expect(await findPrinted(read), 'not only the transcript is printed').toEqual([])
  expect(await read.evaluate((all) => getComputedStyle(all).maxHeight), 'it is cut').toBe('none')
  await page.emulateMedia({ media: 'screen' })
  await button(page, 'Close').click()

  await openMenu(page, 'Workshop')
  await button(page, 'Delete').click()
  await waitUntilVisible(
    page.getByRole('dialog').getByText(/with 3 messages/),
    'deleting does not show what is deleted',
  )
  await inDialog(page, 'Delete it').click()
  await waitUntilHidden(card(page, 'Workshop'), 'a deleted room is still listed')

  await page.goto('/account')
  await button(page, 'Delete everything…').click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Password' }).fill('wrong password')
  await inDialog(page, 'Delete everything').click()
  await waitUntilVisible(
    dialog.getByText('That is not the password'),
    'a wrong password deletes, or the page does not show why not',
  )
  await dialog.getByRole('textbox', { name: 'Password' }).fill(PASSWORD)
  await inDialog(page, 'Delete everything').click()
  await waitUntilVisible(lobby.create(page), 'deleting the account leads nowhere')
  await page.goto('/rooms')
  await waitUntilVisible(button(page, 'Log in'), 'without an account the rooms do not ask to log in')
})

test('a room for later is listed under scheduled, edited, and comes again next week', async () => {
  const ada = await visitors.open()
  const { page } = ada
  await signUpByApi(ada)
  await openRooms(page)
  const opensAt = Math.ceil(Date.now() / HOUR) * HOUR + 48 * HOUR
  await box(page, 'Title').fill('Planning')
  await box(page, 'Opens at').fill(formatLocalTime(opensAt))
  await box(page, 'Closes at').fill(formatLocalTime(opensAt - HOUR))
  await button(page, 'Schedule room').click()
  await waitUntilVisible(
    page.getByText('A room closes after it opens.'),
    'an end before the opening is not explained',
  )
  expect(await box(page, 'Title').inputValue(), 'what was typed is lost').toBe('Planning')
  await scheduleRoom(page, 'Planning', opensAt)
  await waitUntilVisible(
    group(page, 'Scheduled').getByText('Planning'),
    'a room for later is not listed as scheduled',
  )

  await scheduleRoom(page, 'Other', opensAt)
  await openMenu(page, 'Other')
  await card(page, 'Other').getByRole('button', { name: 'Edit' }).click()
  const dialog = page.getByRole('dialog')
  const long = 'Planning '.repeat(14).trim()
  await dialog.getByRole('textbox', { name: 'Title' }).fill(long)
  await waitUntilVisible(
    dialog.getByText('This has 125 characters. 120 is the most: shorten it.'),
    'a title is cut, or nothing said',
  )
  expect(await dialog.getByRole('textbox', { name: 'Title' }).inputValue()).toBe(long)
  await dialog.getByRole('textbox', { name: 'Title' }).fill('planning')
  await inDialog(page, 'Save changes').click()
  await waitUntilVisible(
    dialog.getByText(/You have a room with this title/),
    'a title that is taken is not explained',
  )
  await dialog.getByRole('textbox', { name: 'Title' }).fill('Renamed')
  await inDialog(page, 'Save changes').click()
  await waitUntilVisible(card(page, 'Renamed'), 'an edited title is not shown')

  await openMenu(page, 'Planning')
  const calendar = await saveDownload(page, () =>
    card(page, 'Planning').getByRole('button', { name: 'Calendar file' }).click(),
  )
  expect(calendar.name).toBe('Planning.ics')
  const stamp = `${new Date(opensAt).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`
  expect(calendar.text).toContain(`DTSTART:${stamp}\r\n`)
  await card(page, 'Planning').getByRole('button', { name: 'Same again next week' }).click()
  const week = new Date(opensAt)
  week.setDate(week.getDate() + 7)
  await expect.poll(() => box(page, 'Opens at').inputValue()).toBe(formatLocalTime(week.getTime()))
  await expect.poll(() => box(page, 'Title').inputValue()).toMatch(/^Planning, \d/)
  await button(page, 'Schedule room').click()
  await waitUntilVisible(
    page.getByRole('article', { name: /^Planning, / }),
    'the room of next week is not scheduled',
  )
})

test('an encrypted room keeps its key in this browser, which makes the transcript', async () => {
  const [ada, ben] = [await visitors.open(), await visitors.open()]
  const { page } = ada
  const email = newEmail()
  await signUpByApi(ada, email)
  await openRooms(page)
  await box(page, 'Title').fill('Secret')
  await button(page, 'Schedule room').click()
  await waitUntilVisible(
    card(page, 'Secret').getByText(/end-to-end encrypted/),
    'the room does not show that it is encrypted',
  )
  const inviteLink = await readCopied(page, () =>
    card(page, 'Secret').getByRole('button', { name: 'Copy link' }).click(),
  )
  expect(inviteLink).toMatch(/\/room\/[\w-]{21}#2[\w-]{43}$/)
  await enterByInviteLink(ben.page, inviteLink, 'Ben')
  await waitUntilVisible(room.box(ben.page), 'who was greeted is not let in')
  await waitUntilVisible(
    ben.page.getByText(/^The facilitator can read what is said here until \w{3} \d+ \w{3}, \d\d:\d\d/),
    'the page does not show over the box who can read it and until when',
  )
  await ben.page
    .locator('input[type=file]')
    .setInputFiles({ name: 'note.txt', mimeType: 'text/plain', buffer: Buffer.from('between the two of us') })
  await waitUntilVisible(ben.page.getByRole('list', { name: 'Attached files' }), 'a file is not attached')
  await sendMessage(ben.page, 'between us')
  await waitUntilVisible(
    room.log(ben.page).getByRole('button', { name: 'Save note.txt' }),
    'a file is not sent',
  )
  const address = `/api/account/rooms/${inviteLink.slice(inviteLink.indexOf('/room/') + 6, inviteLink.indexOf('#'))}`
  expect((await ada.callApi('PATCH', address, { retainFor: 3_600 })).status).toBe(200)
  await waitUntilVisible(
    room.log(ben.page).getByText(/can now read what is said here until/),
    'no line of the log shows that it is kept for a shorter time',
  )
  const late = await visitors.open()
  await late.page.goto(inviteLink)
  await waitUntilVisible(
    late.page.getByText(/can read what is said here until .* 1 hour after the room closes/),
    'a visitor does not see before that messages are kept',
  )

  await openMenu(page, 'Secret')
  const csv = await saveDownload(page, () =>
    card(page, 'Secret').getByRole('button', { name: 'Transcript as CSV' }).click(),
  )
  expect(csv.name).toBe('Secret.csv')
  expect(csv.text).toContain('"Ben","between us"')
  const archive = await saveDownload(page, () =>
    card(page, 'Secret').getByRole('button', { name: 'Save with files' }).click(),
  )
  expect(archive.name).toBe('Secret.zip')
  // Nothing in it is compressed.
  for (const part of ['files/note.txt', 'between the two of us', 'File: note.txt'])
    expect(archive.text).toContain(part)

  const elsewhere = await visitors.open()
  await elsewhere.page.goto('/login')
  await box(elsewhere.page, 'Email').fill(email)
  await box(elsewhere.page, 'Password').fill(PASSWORD)
  await button(elsewhere.page, 'Log in').click()
  await waitUntilVisible(
    card(elsewhere.page, 'Secret').getByText(/is not in this browser/),
    'a browser without the key does not show that',
  )
  // It takes the invite link back, but no other room's.
  const linkBox = card(elsewhere.page, 'Secret').getByRole('textbox', { name: 'Whole link' })
  await linkBox.fill(inviteLink.replace(/[\w-]{21}#/, 'V1StGXR8_Z5jdHi6B-myT#'))
  await linkBox.press('Enter')
  await waitUntilVisible(elsewhere.page.getByText(/link of another room/), 'the key of another room is taken')
  await linkBox.fill(`Join here: ${inviteLink.replace('#', '%23')}.`)
  await linkBox.press('Enter')
  const enter = card(elsewhere.page, 'Secret').getByRole('link', { name: 'Enter' })
  await waitUntilVisible(enter, 'the key is not taken back in')
  await openMenu(elsewhere.page, 'Secret')
  const invitation = await saveDownload(elsewhere.page, () =>
    button(elsewhere.page, 'Save invitation').click(),
  )
  expect(invitation.name).toBe('Secret.txt')
  expect(invitation.text).toContain(inviteLink)
  expect(invitation.text).toContain('is the key of this room')
  const keyFile = await saveDownload(elsewhere.page, () => button(elsewhere.page, 'Save key file').click())
  expect(Object.keys(JSON.parse(keyFile.text).keys)).toEqual(['1'])
  const opened = await saveDownload(elsewhere.page, () =>
    card(elsewhere.page, 'Secret').getByRole('button', { name: 'Transcript as CSV' }).click(),
  )
  expect(opened.text).toContain('"Ben","between us"')

  await page.goto('/account')
  await button(page, 'Log out everywhere else').click()
  await waitUntilVisible(
    page.getByText('You are logged in nowhere else.'),
    'the other device is still logged in',
  )
  await elsewhere.page.evaluate(() => dispatchEvent(new Event('focus')))
  await waitUntilVisible(
    elsewhere.page.getByText(/You are logged out/),
    'a device that was logged out does not show that',
  )
  await button(page, 'Make new codes').click()
  await page.getByRole('dialog').getByRole('textbox', { name: 'Password' }).fill(PASSWORD)
  await inDialog(page, 'Make new codes').click()
  const list = page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem')
  await waitUntilVisible(list, 'there are no new codes')
  expect(await list.count()).toBe(10)
  const everything = await saveDownload(page, () =>
    page.getByRole('link', { name: 'Download everything' }).click(),
  )
  const { account, rooms } = JSON.parse(everything.text)
  expect(account.email).toBe(email)
  expect(rooms[0].messages[0].text, 'the server could read it').toMatch(/^e2\.1\./)
})

test('a wrong password and a forgotten one are explained, and whoever is logged out comes back', async () => {
  const { page } = await visitors.open()
  const email = newEmail()
  const codes = await signUp(page, email)
  await page.goto('/login')
  await waitUntilVisible(page.getByText('No rooms yet'), 'somebody who is logged in is asked to log in')
  await button(page, 'Log out').click()
  await waitUntilVisible(button(page, 'Log in'), 'logging out leads nowhere')
  await page.goto('/account')
  await waitUntilVisible(button(page, 'Log in'), 'the account is shown to nobody in particular')
  await box(page, 'Email').fill(email)
  await box(page, 'Password').fill('not my password')
  await button(page, 'Log in').click()
  await waitUntilVisible(page.getByText(/do not belong together/), 'a wrong password is not explained')
  expect(await box(page, 'Email').inputValue(), 'what was typed is lost').toBe(email)

  await page.goto('/signup')
  await box(page, 'Email').fill(email)
  await box(page, 'Password').fill('short')
  await button(page, 'Sign up').click()
  await waitUntilVisible(page.getByText('Use 10 to 256 characters.'), 'a short password is not explained')
  await box(page, 'Password').fill('Password123')
  await button(page, 'Sign up').click()
  await waitUntilVisible(
    page.getByText(/easily guessed/),
    'a password that everybody tries first is not explained',
  )
  await box(page, 'Password').fill(PASSWORD)
  await button(page, 'Sign up').click()
  await waitUntilVisible(
    page.getByText(/an account with this address already/),
    'a taken address is not explained',
  )

  await page.goto('/recover')
  await box(page, 'Email').fill(email)
  await box(page, 'Recovery code').fill(codes[0] ?? '')
  await box(page, 'New password').fill('another long password')
  await button(page, 'Set password and log in').click()
  await waitUntilVisible(button(page, 'I have kept them'), 'after a recovery nobody gets other codes')
  await button(page, 'I have kept them').click()
  await waitUntilVisible(page.getByText('No rooms yet'), 'a recovery code does not let in')
  await page.goto('/account')
  await waitUntilVisible(page.getByText('You have 10 left.'), 'the new codes are not counted')
  await box(page, 'Current password').fill('another long password')
  await box(page, 'New password').fill(PASSWORD)
  await button(page, 'Change password').click()
  await waitUntilVisible(
    page.getByText(/Your password is changed/),
    'the page does not show that the password is changed',
  )
  await waitUntilVisible(
    page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem'),
    'the codes stop working and nobody gets others',
  )
})

test('the pages of a facilitator are for everyone', async () => {
  const { page } = await visitors.open()
  for (const [address, name] of [
    ['/login', 'Log in'],
    ['/recover', 'Set password and log in'],
    ['/signup', 'Sign up'],
  ] as const) {
    await page.goto(address)
    await waitUntilVisible(button(page, name), `there is no ${address}`)
    await button(page, name).click()
    await checkAccessibility(page, `${address} with what is wrong`)
  }
  await box(page, 'Email').fill(newEmail())
  await box(page, 'Password').fill(PASSWORD)
  await button(page, 'Sign up').click()
  await waitUntilVisible(button(page, 'I have kept them'), 'there are no codes')
  await checkAccessibility(page, 'the recovery codes')
  await button(page, 'I have kept them').click()
  await waitUntilVisible(page.getByText('No rooms yet'), 'there is no dashboard')
  await checkAccessibility(page, 'an empty dashboard')
  await page.route('**/api/account/rooms', (route) => route.fulfill(fakeRefusal('too-many-requests', 60)))
  await page.reload()
  await waitUntilVisible(
    page.getByText(/Wait a minute/),
    'the page does not show that the rooms could not be loaded',
  )
  await checkAccessibility(page, 'a dashboard that failed')
  await page.unroute('**/api/account/rooms')
  await button(page, 'Try again').click()
  await waitUntilVisible(page.getByText('No rooms yet'), 'trying again does not load the rooms')
  await scheduleRoom(page, 'Workshop')
  await scheduleRoom(page, 'Later', Date.now() + 48 * HOUR)
  await openMenu(page, 'Workshop')
  await page.locator('#plan summary').click()
  await page.getByText('Up to…').click()
  await checkAccessibility(page, 'a dashboard')
  await card(page, 'Workshop').getByRole('button', { name: 'Edit' }).click()
  await waitUntilVisible(page.getByRole('dialog'), 'editing opens nothing')
  await checkAccessibility(page, 'editing')
  await page.keyboard.press('Escape')
  await button(page, 'End now').click()
  await inDialog(page, 'End it').click()
  await waitUntilVisible(group(page, 'Closed'), 'the room does not end')
  await checkAccessibility(page, 'a closed room')
  await page.goto('/account')
  await waitUntilVisible(page.getByText('This device'), 'there is no account page')
  await checkAccessibility(page, 'the account')
  await button(page, 'Delete everything…').click()
  await waitUntilVisible(inDialog(page, 'Delete everything'), 'deleting does not ask first')
  await checkAccessibility(page, 'deleting the account')
  await page.goto('/privacy')
  await waitUntilVisible(
    page.getByRole('button', { name: /Switch to/ }),
    'the page about privacy stays a document',
  )
  expect(await page.getByRole('heading', { level: 1 }).count(), 'it stands there twice').toBe(1)
})
