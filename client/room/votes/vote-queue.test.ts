import { expect, test } from 'vitest'
import { makeFakeTimers } from '../../../test/support/fake-timers.ts'
import type { Reply } from '../../net/http.ts'
import { type GivenVote, makeVoteQueue, type PendingVote, VOTE_QUEUE } from './vote-queue.ts'

const stored: Reply<unknown> = { ok: true, value: undefined }
const unreachable: Reply<unknown> = { ok: false, refusal: { code: 'unreachable' } }
const closed: Reply<unknown> = { ok: false, refusal: { code: 'voting-closed' } }

/** A queue whose calls are answered in this order, and with success from then on. */
function makeQueue(...answers: Reply<unknown>[]) {
  const timers = makeFakeTimers()
  const sent: string[] = []
  let votes: readonly PendingVote[] = []
  const queue = makeVoteQueue({
    timers,
    sendVote: async ({ seq, code, on }) => {
      sent.push(`${seq} ${code} ${on}`)
      return answers.shift() ?? stored
    },
    onChange: (next) => {
      votes = next
    },
  })
  const pass = async (ms: number) => {
    for (let turn = 0; turn < 4; turn++) {
      timers.passTime(turn === 0 ? ms : 0)
      await new Promise((resolve) => setTimeout(resolve))
    }
  }
  return { queue, sent, pass, states: () => votes.map(({ code, state }) => `${code} ${state}`) }
}

const vote = (code: string, more: Partial<GivenVote> = {}): GivenVote => ({
  seq: 1,
  code,
  on: true,
  isOnly: true,
  ...more,
})

test('an arrow key passes over the choices, and the one where it stays is sent', async () => {
  const { queue, sent, pass, states } = makeQueue()
  for (const code of ['0', '1', '2']) queue.giveVote(vote(code))
  expect(states()).toEqual(['2 waiting'])
  await pass(VOTE_QUEUE.settle)
  expect([sent, states()]).toEqual([['1 2 true'], []])
})

test('several choices are sent one after the other', async () => {
  const { queue, sent, pass } = makeQueue()
  for (const code of ['0', '1']) queue.giveVote(vote(code, { isOnly: false }))
  queue.giveVote(vote('0', { isOnly: false, on: false }))
  await pass(VOTE_QUEUE.settle)
  expect(sent).toEqual(['1 1 true', '1 0 false'])
})

test('without a network a vote waits, and is sent as soon as there is one', async () => {
  const { queue, sent, pass, states } = makeQueue(unreachable)
  queue.giveVote(vote('0'))
  await pass(VOTE_QUEUE.settle)
  expect(states()).toEqual(['0 waiting'])
  queue.resumeSending()
  await pass(0)
  expect([sent, states()]).toEqual([['1 0 true', '1 0 true'], []])
})

test('a vote that the room does not take fails, and stays to be seen until the next', async () => {
  const { queue, sent, pass, states } = makeQueue(closed)
  queue.giveVote(vote('0'))
  await pass(VOTE_QUEUE.settle)
  expect(states()).toEqual(['0 failed'])
  await pass(60_000)
  queue.giveVote(vote('1'))
  await pass(VOTE_QUEUE.settle)
  expect([sent, states()]).toEqual([['1 0 true', '1 1 true'], []])
})

test('after the end of the room nothing is sent', async () => {
  const { queue, sent, pass, states } = makeQueue()
  queue.giveVote(vote('0'))
  queue.stopSending()
  queue.giveVote(vote('1'))
  await pass(60_000)
  expect([sent, states()]).toEqual([[], []])
})
