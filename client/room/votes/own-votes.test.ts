import { expect, onTestFinished, test, vi } from 'vitest'
import { exampleMessage, exampleWelcome } from '../../../test/support/examples.ts'
import { makeRoomFixture, ROOM } from '../../../test/support/room-fixture.ts'
import { openOwnVotes } from './own-votes.ts'

/** A tab of a participant who sees a poll of two choices. */
async function openTab() {
  const { room, socket } = await makeRoomFixture()
  socket().receive(exampleWelcome([{ ...exampleMessage(1), kind: 'poll', options: ['a', 'b'] }]))
  const votes = openOwnVotes(room)
  onTestFinished(votes.stop)
  return { room, votes, mine: () => room.state.changes[1]?.mine }
}

const vote = (code: string, on = true) => ({ seq: 1, code, on, isOnly: false })

test('another tab of the same participant knows a vote that the room has stored, and one that is taken back', async () => {
  const [here, there] = [await openTab(), await openTab()]
  here.votes.shareVote(vote('0'))
  here.votes.shareVote(vote('1'))
  await vi.waitFor(() => expect(there.mine()).toEqual(['0', '1']), { timeout: 15_000 })
  here.votes.shareVote(vote('0', false))
  await vi.waitFor(() => expect(there.mine()).toEqual(['1']), { timeout: 15_000 })
  // Who gave it has noted it with the answer.
  expect(here.mine()).toBeUndefined()
})

test('a vote of another participant in this browser is not one’s own', async () => {
  const { mine, votes } = await openTab()
  const tab = await openTab()
  const other = new BroadcastChannel(`private-chat.votes.${ROOM}`)
  onTestFinished(() => other.close())
  other.postMessage({ participantId: 'other', vote: vote('0') })
  votes.shareVote(vote('1'))
  await vi.waitFor(() => expect(tab.mine()).toEqual(['1']), { timeout: 15_000 })
  expect(mine()).toBeUndefined()
})

test('a vote that is answered after the end is told to nobody', async () => {
  const { room, votes } = await openTab()
  await room.destroyRoom()
  votes.stop()
  expect(() => votes.shareVote(vote('0'))).not.toThrow()
})
