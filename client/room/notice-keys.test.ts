import { expect, test } from 'vitest'
import { exampleMessages } from '../../test/support/examples.ts'
import { noticeEpochs, noticeLinkClosed, noticeOtherKeys, noticeRotation } from './notice-keys.ts'
import { emptyRoom, type RoomState } from './room-state.ts'

/** Ada is here, as `me`, with Ben; `cat` said something and left. */
function roomOfThree(): RoomState {
  const state = emptyRoom()
  state.me = { participantId: 'me', alias: 'Ada', role: 'host' }
  state.participants = [state.me, { participantId: 'ben', alias: 'Ben', animal: 'wolf', role: 'participant' }]
  state.messages = exampleMessages(1, 2).map((message) => ({
    ...message,
    participantId: 'cat',
    sender: 'Cat',
    animal: 'fox',
  }))
  return state
}
const ADA = { participantId: 'me', name: 'Ada' }
const BEN = { participantId: 'ben', name: 'Ben', animal: 'wolf' }
const CAT = { participantId: 'cat', name: 'Cat', animal: 'fox' }
const said = ({ notices }: RoomState) => notices.map(({ content }) => content)

interface Case {
  what: string
  change: (state: RoomState) => void
  lines: ReturnType<typeof said>
}
const CASES: Case[] = [
  {
    what: 'somebody rotated',
    change: (state) => noticeRotation(state, { by: 'ben', link: 'newLink' }),
    lines: [{ is: 'rotation', by: BEN, mine: false, link: 'newLink' }],
  },
  {
    what: 'one rotated oneself, and closed the link',
    change: (state) => noticeRotation(state, { by: 'me', link: 'noLink', notGiven: [] }),
    lines: [{ is: 'rotation', by: ADA, mine: true, link: 'noLink' }],
  },
  {
    what: 'somebody rotated twice with nothing said between',
    change(state) {
      noticeRotation(state, { by: 'ben', link: 'newLink' })
      noticeRotation(state, { by: 'ben', link: 'noLink' })
    },
    lines: [{ is: 'rotation', by: BEN, mine: false, link: 'noLink' }],
  },
  {
    what: 'some were not given the key',
    change: (state) => noticeRotation(state, { by: 'ben', link: 'newLink', notGiven: [BEN, CAT] }),
    lines: [
      { is: 'rotation', by: BEN, mine: false, link: 'newLink' },
      { is: 'not-given', people: [BEN, CAT] },
    ],
  },
  {
    what: 'this page rotated and left somebody out, another left out this page, and a third came with other keys',
    change(state) {
      const taken = [
        { is: 'taken', epoch: 2, by: 'me', leftOut: [CAT] },
        { is: 'not-given', epoch: 3, by: 'ben' },
        { is: 'refused', epoch: 3, by: 'cat' },
        {
          is: 'others-left-out',
          epoch: 4,
          by: 'ben',
          people: [{ participantId: 'cat', alias: 'anonymous-cat' }],
        },
      ] as const
      noticeEpochs(state, taken, 'newLink')
    },
    lines: [
      { is: 'rotation', by: ADA, mine: true, link: 'newLink' },
      { is: 'not-given', people: [CAT] },
      { is: 'rotation', by: BEN, mine: false, link: 'newLink' },
      { is: 'not-given', people: [ADA] },
      { is: 'other-keys', by: CAT, epoch: 3 },
      { is: 'not-given', people: [CAT] },
    ],
  },
  {
    what: 'for newcomers the keys change and the link stays; whoever was not given the key can’t know that',
    change(state) {
      noticeEpochs(state, [{ is: 'taken', epoch: 2, by: 'me', leftOut: [] }], 'sameLink')
      noticeEpochs(state, [{ is: 'not-given', epoch: 3, by: 'ben' }], 'sameLink')
    },
    lines: [
      { is: 'rotation', by: ADA, mine: true, link: 'sameLink' },
      { is: 'rotation', by: BEN, mine: false, link: 'newLink' },
      { is: 'not-given', people: [ADA] },
    ],
  },
  { what: 'the link closed', change: noticeLinkClosed, lines: [{ is: 'link-closed' }] },
  {
    what: 'other keys came, and came again',
    change(state) {
      noticeOtherKeys(state, { by: 'cat', epoch: 2 })
      noticeOtherKeys(state, { by: 'cat', epoch: 2 })
      noticeOtherKeys(state, { by: 'cat', epoch: 3 })
    },
    lines: [
      { is: 'other-keys', by: CAT, epoch: 2 },
      { is: 'other-keys', by: CAT, epoch: 3 },
    ],
  },
]
test.for(CASES)('the log says that $what', ({ change, lines }) => {
  const state = roomOfThree()
  change(state)
  expect(said(state)).toEqual(lines)
  expect(state.notices.every(({ afterSeq }) => afterSeq === 2)).toBe(true)
})
