import { Person } from '../../test/support/node-client.ts'
import type { Studio } from './open-studio.ts'

/** Those who come beside the two with pages. Names of all lengths and scripts. */
const NAMES = [
  ...['Zoë', 'Maximiliane Hohenfels-Lindenberg', 'محمد', '花子', 'Jo', 'Ravi', 'Chiamaka', 'Łukasz', 'Nour'],
  'Dr. Quentin',
]

/** Milliseconds that are left of a room whose last minute is shown. */
const LAST_MINUTE = 61

/** A room of twelve in which hands are up, and one in its last minute. */
export async function showCrowd({ open, shoot, words, origin }: Studio): Promise<void> {
  const [ada, ben] = [await open('Ada'), await open('Ben')]
  await ada.page.goto('/')
  const created = await ada.context.request.post('/api/rooms', {
    data: { lifetime: 3600, capacity: 14 },
  })
  const { roomId }: { roomId: string } = await created.json()
  await ada.page.goto(`/room/${roomId}`)
  await ada.seeRoom()
  await ben.page.goto(`/room/${roomId}`)
  await ben.seeRoom()
  const crowd = await Promise.all(
    NAMES.map(async (alias) => {
      const person = new Person(origin)
      return { person, connection: await person.joinAndConnect(roomId, { alias }) }
    }),
  )
  await ben.page.getByRole('button', { name: words('Raise hand') }).click()
  for (const [at, { person }] of crowd.entries())
    if (at % 3 === 0)
      await person.sendMessage(roomId, `A few words of person ${at + 1}, who came by themselves.`)
  await ada.page.getByText('person 10').waitFor()
  await shoot(ada.page, '57-twelve-people')
  await ada.openMenu()
  await shoot(ada.page, '58-menu-of-twelve')
  await ada.closeDialogs()
  await Promise.all(crowd.map(({ connection }) => connection.disconnect()))

  const short = await ada.context.request.post('/api/rooms', { data: { lifetime: LAST_MINUTE, capacity: 3 } })
  const { roomId: ending }: { roomId: string } = await short.json()
  await ada.page.goto(`/room/${ending}`)
  await ada.seeRoom()
  await ada.page.locator('.ending-warning').waitFor()
  await shoot(ada.page, '59-last-minute')
}
