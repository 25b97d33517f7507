import { expect, test } from 'vitest'
import { REPLACED } from '../../protocol/close.ts'
import { waitUntil, waitUntilHidden, waitUntilVisible } from '../support/browser.ts'
import { createRoom, createVisitors, enterRoom, room, sendMessage } from '../support/visitors.ts'

const visitors = createVisitors()

test('where a network cuts sockets, two people talk all the same, and back over a socket once it lets one through', async () => {
  const ann = await visitors.open()
  const ben = await visitors.open()
  const address = await createRoom(ann.page, 'Ann')
  let isCut = true
  let opened = 0
  await ben.page.routeWebSocket(/realtime/, (socket) => {
    opened += 1
    if (isCut) void socket.close()
    else socket.connectToServer()
  })
  await enterRoom(ben.page, address, 'Ben')
  await waitUntilVisible(room.people(ann.page).filter({ hasText: 'Ben' }), 'who comes by events is not there')
  expect(opened).toBe(4)
  await waitUntilHidden(ben.page.getByText(/onnecting…|It is just you here/), 'the page shows what is not so')

  await sendMessage(ann.page, 'over a socket')
  await waitUntilVisible(room.message(ben.page, 'over a socket'), 'the events bring nothing')
  const typing = ben.page.waitForResponse(/\/typing$/)
  await sendMessage(ben.page, 'by HTTP')
  await waitUntilVisible(room.message(ann.page, 'by HTTP'), 'what was said by HTTP does not arrive')
  expect((await typing).status(), 'the typing sign does not go by HTTP').toBe(204)

  // A reload finds the way around at once.
  const streamingAgain = ben.page.waitForRequest(/\/events(\?|$)/)
  await ben.page.reload()
  await waitUntilVisible(room.message(ben.page, 'by HTTP'), 'a reload finds nothing')
  expect(opened).toBe(4)

  isCut = false
  const stream = await streamingAgain
  const ended = ben.page.waitForEvent('requestfailed', (request) => request === stream)
  await ben.page.evaluate(() => dispatchEvent(new Event('online')))
  await ended
  expect(opened).toBe(5)
  await sendMessage(ben.page, 'back on a socket')
  await sendMessage(ann.page, 'and received')
  const all = ['over a socket', 'by HTTP', 'back on a socket', 'and received']
  for (const { page } of [ann, ben]) {
    await waitUntil(
      async () => (await room.log(page).locator('.message-text').allTextContents()).join() === all.join(),
      'a message is missing, or is there twice, or in another place',
    )
  }
  expect(
    await ann.page.getByText(/left\./).count(),
    'the others see a leave when the connection is changed',
  ).toBe(0)
})

test('a browser’s own EventSource reads the events, and keeps where it is', async () => {
  const ann = await visitors.open()
  const address = await createRoom(ann.page, 'Ann')
  await sendMessage(ann.page, 'first')
  const received = await ann.page.evaluate(async (path) => {
    const source = new EventSource(path)
    const { data, lastEventId } = await new Promise<MessageEvent>((resolve) => {
      source.onmessage = resolve
    })
    source.close()
    return [JSON.parse(data).event, lastEventId]
  }, new URL(address).pathname.replace('/room/', '/api/rooms/').concat('/events'))
  expect(received).toEqual(['room.welcome', '1.0.1'])
})

test('a tab whose place another took shows that, rests, and goes on once it is used', async () => {
  const ann = await visitors.open()
  const address = await createRoom(ann.page, 'Ann')
  const sockets: { close(how: { code: number; reason: string }): Promise<void> }[] = []
  const tab = await ann.openTab()
  await tab.routeWebSocket(/realtime/, (socket) => {
    sockets.push(socket)
    socket.connectToServer()
  })
  await tab.goto(address)
  await waitUntilVisible(room.box(tab), 'a second tab does not get in')
  await waitUntil(async () => sockets.length === 1, 'the second tab opens no socket')
  await sockets[0]?.close({ code: 4429, reason: REPLACED })
  const goOn = await waitUntilVisible(
    tab.getByRole('button', { name: 'Go on here' }),
    'the page does not show that it rests',
  )
  await sendMessage(ann.page, 'said meanwhile')
  expect(await room.message(tab, 'said meanwhile').count()).toBe(0)
  expect(sockets).toHaveLength(1)
  await goOn.click()
  await waitUntilVisible(room.message(tab, 'said meanwhile'), 'the page rests for ever')
  await waitUntilHidden(tab.getByText(/rests/), 'the page shows that it rests, and does not')
})
