import { createRoot } from 'solid-js'
import { expect, test } from 'vitest'
import { makeRoomFixture } from '../../../test/support/room-fixture.ts'
import { makeAttachments } from './attachments.ts'

test('what lies beside the message box is forgotten when the room is over', async () => {
  const { room, socket } = await makeRoomFixture()
  const { addFiles, list } = createRoot(() => makeAttachments(room))
  addFiles([new File(['secret'], 'plan.txt')])
  expect(list().map(({ name }) => name)).toEqual(['plan.txt'])
  socket().receive({ event: 'chat.destroy', data: { isDestroyed: true, reason: 'expired' } })
  expect(room.stage().is).toBe('over')
  expect(list()).toEqual([])
})
