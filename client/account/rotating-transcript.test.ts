import { beforeAll, expect, test } from 'vitest'
import type { Epoch } from '../../protocol/epochs.ts'
import type { Message } from '../../protocol/message.ts'
import type { AccountRoom } from '../../protocol/schedule.ts'
import { FORMATS } from '../../protocol/transcript.ts'
import { exampleMessage, exampleRoom } from '../../test/support/examples.ts'
import { encryptBack } from '../crypto/epoch-chain.ts'
import { deriveCheck } from '../crypto/epoch-check.ts'
import { encryptContent } from '../crypto/epoch-envelope.ts'
import { EpochKeys } from '../crypto/epoch-keys.ts'
import { formatKeyFile, parseKeyFile } from '../crypto/key-file.ts'
import { makeParticipantPair, type ParticipantPair } from '../crypto/participant-pair.ts'
import { deriveReactionCodes } from '../crypto/reaction-code.ts'
import { importRoomKey, makeRoomKey, type RoomKey } from '../crypto/room-key.ts'
import { wrapRoomKey } from '../crypto/wrap.ts'
import { makeNameRules } from '../room/name-rules.ts'
import { ALL_PROTOTYPES } from '../room/name-table.ts'
import { collectEpochKeys, type KeptKeys } from './collect-epoch-keys.ts'
import { decryptRotatingTranscript } from './decrypt-rotating-transcript.ts'

const ROOM: AccountRoom = {
  ...exampleRoom({ encryption: 'e2ee', keys: 2, epoch: 4 }),
  title: 'Circle',
  closesAt: 2_000_000,
  retainFor: 60,
  messages: 4,
}
const { roomId } = ROOM
const EPOCHS = [1, 2, 3, 4]
const texts = { unreadable: 'DOES NOT OPEN', plain: (text: string) => `NEVER ENCRYPTED ${text}` }
const rules = makeNameRules(ALL_PROTOTYPES)

/** The browser that planned, and whoever rotates. */
let desk: ParticipantPair
let host: ParticipantPair
let roomKeys: Map<number, RoomKey>
let epochs: Epoch[]

beforeAll(async () => {
  desk = await makeParticipantPair()
  host = await makeParticipantPair()
  roomKeys = new Map(EPOCHS.map((epoch) => [epoch, makeRoomKey()]))
  epochs = await Promise.all([2, 3, 4].map((epoch) => rotateTo(epoch)))
})

function keyOf(epoch: number): RoomKey {
  const key = roomKeys.get(epoch)
  if (key === undefined) throw new Error(`there is no epoch ${epoch}`)
  return key
}

const keysOf = (epoch: number) => EpochKeys.fromKey({ roomId, epoch }, keyOf(epoch))

/** An epoch as the room lists it for the browser that planned. */
async function rotateTo(epoch: number): Promise<Epoch> {
  const route = { keys: await keysOf(epoch - 1), epoch, pair: host, other: desk.publicKey }
  const keys = await keysOf(epoch)
  return {
    epoch,
    by: host.publicKey.participantId,
    at: 1_000_000 + epoch,
    wrap: await wrapRoomKey(route, { roomKey: keyOf(epoch), door: null, removedIds: [] }),
    back: await encryptBack(keys, keyOf(epoch - 1)),
    check: await deriveCheck(keys),
    key: host.publicKey.text,
  }
}

/** Says something in an epoch; `seq` is that of the message. */
async function say(
  seq: number,
  { epoch = 1, by = 'ben', name = 'Ben' }: { epoch?: number; by?: string; name?: string | null } = {},
): Promise<Message> {
  const message = { ...exampleMessage(seq, by), sender: `anonymous-wolf-${by}` }
  const content = { name, at: 1, seen: null, text: `said ${seq}` }
  return { ...message, text: await encryptContent(await keysOf(epoch), message, content) }
}

const kept = (epochs: KeptKeys['epochs'], pair: ParticipantPair | null = desk) => ({ roomId, pair, epochs })

async function open(keys: KeptKeys, messages: Message[], listed = epochs) {
  const { keyring } = await collectEpochKeys(keys, listed)
  return decryptRotatingTranscript({ room: ROOM, messages }, { keyring, rules, texts })
}

/** The epochs whose messages open. */
async function openedEpochs(keys: KeptKeys, listed = epochs): Promise<number[]> {
  const messages = await Promise.all(EPOCHS.map((epoch) => say(epoch, { epoch })))
  const { transcript } = await open(keys, messages, listed)
  return transcript.messages.flatMap(({ seq, text }) => (text === `said ${seq}` ? [seq] : []))
}

const without = (field: 'wrap' | 'back') => epochs.map((epoch) => ({ ...epoch, [field]: null }))

test('the first key opens all epochs, by the wraps for the browser that planned and never came', async () => {
  const keys = kept([{ epoch: 1, key: keyOf(1) }])
  expect(await openedEpochs(keys)).toEqual([1, 2, 3, 4])
  expect(await openedEpochs(keys, epochs.toReversed())).toEqual([1, 2, 3, 4])
  expect([...(await collectEpochKeys(keys, epochs)).roomKeys]).toEqual([...roomKeys])
})

test('the newest key opens what was said before, without a pair, by what each epoch holds of the one before', async () => {
  const keys = kept([{ epoch: 4, key: keyOf(4) }], null)
  expect(await openedEpochs(keys)).toEqual([1, 2, 3, 4])
  expect(await openedEpochs(keys, without('back'))).toEqual([4])
})

test('keys that can’t be taken out open messages, and are in no key file', async () => {
  const keys = kept([
    { epoch: 1, key: await importRoomKey(keyOf(1)) },
    { epoch: 2, key: keyOf(2) },
  ])
  expect(await openedEpochs(keys, [])).toEqual([1, 2])
  expect([...(await collectEpochKeys(keys, [])).roomKeys.keys()]).toEqual([2])
})

test('a browser that was not given an epoch opens what it was given', async () => {
  const keys = kept([{ epoch: 1, key: keyOf(1) }])
  const gap = epochs.map((epoch) => (epoch.epoch === 3 ? { ...epoch, wrap: null, back: null } : epoch))
  expect(await openedEpochs(keys, gap)).toEqual([1, 2])
  expect(await openedEpochs(kept([{ epoch: 1, key: keyOf(1) }], null))).toEqual([1])
})

test.each([
  { what: 'a rotator’s key that gives another id', differing: () => ({ key: desk.publicKey.text }) },
  { what: 'no rotator’s key', differing: () => ({ key: null }) },
  { what: 'the check of another key', differing: () => ({ check: 'another' }) },
  { what: 'the wrap of another epoch', differing: () => ({ wrap: epochs[1]?.wrap ?? null }) },
])('an epoch with $what opens nothing', async ({ differing }) => {
  const [second, ...later] = epochs
  if (!second) throw new Error('there is no second epoch')
  expect(
    await openedEpochs(kept([{ epoch: 1, key: keyOf(1) }]), [{ ...second, ...differing() }, ...later]),
  ).toEqual([1])
})

test('a key file opens the transcript in a browser that has lost everything', async () => {
  const { roomKeys: collected } = await collectEpochKeys(kept([{ epoch: 1, key: keyOf(1) }]), epochs)
  const read = parseKeyFile(formatKeyFile({ roomId, keys: collected }))
  const fromFile = Array.from(read?.keys ?? [], ([epoch, key]) => ({ epoch, key }))
  expect(await openedEpochs(kept(fromFile, null), [])).toEqual([1, 2, 3, 4])
})

/** The senders of a transcript, in order. */
async function sendersOf(messages: Promise<Message>[]) {
  const keys = kept([{ epoch: 1, key: keyOf(1) }])
  const { transcript } = await open(keys, await Promise.all(messages))
  return transcript.messages.map(({ sender }) => sender)
}

test('a name in an envelope takes the place of the alias, which stays where there is none', async () => {
  expect(await sendersOf([say(1), say(2, { by: 'cleo', name: null })])).toEqual([
    'Ben',
    'anonymous-wolf-cleo',
  ])
})

test('the alias stays beside names that look alike, that the page uses, or of which somebody had several', async () => {
  const senders = await sendersOf([
    say(1, { by: 'ada', name: 'Ada' }),
    say(2, { by: 'eve', name: 'Аda' }),
    say(3, { by: 'ben', name: 'Ben' }),
    say(4, { by: 'ben', name: 'Benjamin' }),
    say(5, { by: 'cleo', name: 'Cleo' }),
    say(6, { by: 'dan', name: 'Facilitator' }),
  ])
  expect(senders).toEqual([
    'Ada (anonymous-wolf-ada)',
    'Аda (anonymous-wolf-eve)',
    'Ben (anonymous-wolf-ben)',
    'Benjamin (anonymous-wolf-ben)',
    'Cleo',
    'Facilitator (anonymous-wolf-dan)',
  ])
})

test.for(['json', 'csv', 'markdown'] as const)(
  'an envelope is read once, where it belongs: %s',
  async (name) => {
    const said = await say(1)
    const messages = [
      said,
      { ...said, seq: 2 },
      { ...said, seq: 3, participantId: 'cleo' },
      { ...said, seq: 4, id: 'm4' },
      { ...said, seq: 5, id: 'm5', text: 'said by nobody' },
      { ...said, seq: 6, id: 'm6', text: 'e1.AAAA' },
    ]
    const { transcript, marked } = await open(kept([{ epoch: 1, key: keyOf(1) }]), messages)
    const pieces = transcript.messages.map((message, index) => FORMATS[name].message(message, index))
    expect(marked).toBe(5)
    expect(pieces.map((piece) => piece.includes('said 1'))).toEqual([true, false, false, false, false, false])
    expect(pieces.map((piece) => piece.includes('DOES NOT OPEN'))).toEqual([
      false,
      true,
      true,
      true,
      false,
      true,
    ])
    expect(pieces[4]).toContain('NEVER ENCRYPTED said by nobody')
  },
)

test('a poll has its options in the transcript, and their votes; what the server says of another message is none', async () => {
  const options = ['Monday', 'Tuesday']
  const message = { ...exampleMessage(1, 'ben'), sender: 'anonymous-wolf-ben' }
  const keys = await keysOf(1)
  const asked = { name: 'Ben', at: 1, seen: null, text: 'Which day?', kind: 'poll' as const, options }
  const code = (await deriveReactionCodes(keys, message, ['option:1'])).get('option:1') ?? ''
  const poll = {
    ...message,
    text: await encryptContent(keys, message, asked),
    reactions: { [code]: 3, unknown: 5 },
  }
  const forged = { ...(await say(2)), kind: 'poll' as const, options: ['Yes', 'No'] }
  const damaged = { ...forged, seq: 3, id: 'm3', text: 'e2.1.damaged' }
  const { transcript } = await open(kept([{ epoch: 1, key: keyOf(1) }]), [poll, forged, damaged])
  expect(transcript.messages[0]).toMatchObject({ text: 'Which day?', options, reactions: { 1: 3 } })
  const written = transcript.messages.map((one, at) => FORMATS.markdown.message(one, at)).join('')
  expect(written).toContain('- Monday: 0\n- Tuesday: 3\n')
  expect(written).not.toContain('Yes')
})

test('files have their names in the transcript, what opens them is not in it, and no message has another’s', async () => {
  const file = {
    id: 'q7XcZ0aB1cD2eF3gH4iJ5',
    key: 'k'.repeat(43),
    name: 'a.txt',
    type: 'text/plain',
    size: 5,
    chunks: 1,
  }
  const stored = { ...exampleMessage(1, 'ben'), files: [file.id] }
  const content = { name: 'Ben', at: 1, seen: null, text: '', files: [file] }
  const message = { ...stored, text: await encryptContent(await keysOf(1), stored, content) }
  const opened = await open(kept([{ epoch: 1, key: keyOf(1) }]), [message])
  expect(opened.files).toEqual([{ seq: 1, file }])
  const another = { ...exampleMessage(2, 'ben'), files: ['another'] }
  const claimed = { ...another, text: await encryptContent(await keysOf(1), another, content) }
  expect((await open(kept([{ epoch: 1, key: keyOf(1) }]), [claimed])).files).toEqual([])
  const written = opened.transcript.messages.map((one, index) => FORMATS.json.message(one, index)).join()
  expect(written).toContain(
    '"attached":[{"id":"q7XcZ0aB1cD2eF3gH4iJ5","name":"a.txt","type":"text/plain","size":5}]',
  )
  expect(written).not.toContain(file.key)
})
