import {
  decode,
  derive,
  encode,
  hashOf,
  type Pair,
  pad,
  paddedFileSize,
  participantIdOf,
  passwordSaltOf,
  reactionCode,
  removedBytes,
  safetyWordNumbers,
  seal,
  sharedSecret,
  stretch,
  wrapKeyOf,
  wrapLine,
} from './epoch-crypto.ts'

/** What the vectors of docs/protocol.md start from: everything else follows. */
export interface VectorInputs {
  roomId: string
  /** A room key each, of the first epochs. */
  roomKeys: string[]
  /** The link of the first epoch, and its password. */
  linkKey: string
  password: string
  /** The link of the second epoch, which has no password. */
  nextLinkKey: string
  /** Who was removed before the second epoch; before the first, nobody. */
  removedIds: string[]
  /** The first rotates the keys. */
  pairs: Pair[]
  cards: { pair: number; epoch: number; nonce: string; body: string }[]
  /** At the door of the first epoch's link. */
  doorCard: { pair: number; nonce: string; body: string }
  messages: { pair: number; epoch: number; id: string; edit: number; nonce: string; body: string }[]
  /** To a message of the list above, by its place in it. */
  reactions: { message: number; choice: string }[]
  /** Files of one chunk. */
  files: { key: string; id: string; nonce: string; content: string }[]
  fileSizes: number[]
  nonces: {
    invite: string
    inviteWithoutPassword: string
    wrap: string
    wrapWithLink: string
    doorWrap: string
    doorKey: string
    back: string
  }
}

/** Computes the vectors with the second implementation. */
export function computeVectors(inputs: VectorInputs) {
  const { roomId, linkKey, nextLinkKey, password, nonces } = inputs
  const [first, second] = inputs.roomKeys.map(decode)
  const [rotator, member] = inputs.pairs
  if (!first || !second || !rotator || !member) throw new Error('the vectors need two epochs and two pairs')
  const roomKeyOf = (epoch: number) => decode(inputs.roomKeys[epoch - 1] ?? '')
  const publicKeyOf = (pair: number) => inputs.pairs[pair]?.publicKey ?? ''

  const stretched = stretch(password, linkKey)
  const secret = Buffer.concat([decode(linkKey), stretched])
  const doorKey = derive(secret, 'door', roomId)
  const nextDoorKey = derive(decode(nextLinkKey), 'door', roomId)
  const admissionSecret = encode(derive(decode(linkKey), 'admission', ''))
  const inviteKey = derive(secret, 'invite', roomId)
  const bareInviteKey = derive(decode(nextLinkKey), 'invite', roomId)

  const invited = {
    first: Buffer.concat([first, removedBytes([])]),
    second: Buffer.concat([second, removedBytes(inputs.removedIds)]),
  }
  const memberKey = derive(first, 'door-key', roomId)
  const doorCardKey = derive(doorKey, 'card', roomId)
  const doorCardLines = ['door-card', roomId, participantIdOf(publicKeyOf(inputs.doorCard.pair))]
  const doorCardBody = pad('card', inputs.doorCard.body)

  function wrap(of: { epoch: number; base: Buffer; content: Buffer; nonce: string }) {
    if (!rotator || !member) throw new Error('the vectors need two pairs')
    const line = wrapLine(of.epoch, rotator.publicKey, member.publicKey)
    const mix = derive(of.base, 'wrap-mix', roomId)
    const key = wrapKeyOf(roomId, line, { privateKey: rotator.privateKey, otherKey: member.publicKey, mix })
    const associatedData = [line, rotator.publicKey, member.publicKey]
    return {
      epoch: of.epoch,
      mix: encode(mix),
      key: encode(key),
      associatedData: associatedData.join('\n'),
      content: encode(of.content),
      nonce: of.nonce,
      wrap: seal(key, associatedData, of.content, decode(of.nonce)),
    }
  }

  return {
    pairs: inputs.pairs.map((pair) => ({
      ...pair,
      participantId: participantIdOf(pair.publicKey),
      safetyWordNumbers: safetyWordNumbers(pair.publicKey, roomId),
    })),
    sharedSecret: encode(sharedSecret(rotator.privateKey, member.publicKey)),
    password: {
      salt: encode(passwordSaltOf(linkKey)),
      stretched: encode(stretched),
      proof: encode(derive(stretched, 'password-proof', '')),
    },
    admissionSecret,
    admission: hashOf(admissionSecret),
    doorKey: encode(doorKey),
    invites: [
      {
        epoch: 1,
        key: encode(inviteKey),
        associatedData: `invite\n${roomId}\n1`,
        content: encode(invited.first),
        nonce: nonces.invite,
        invite: seal(inviteKey, ['invite', roomId, 1], invited.first, decode(nonces.invite)),
      },
      {
        epoch: 2,
        key: encode(bareInviteKey),
        associatedData: `invite\n${roomId}\n2`,
        content: encode(invited.second),
        nonce: nonces.inviteWithoutPassword,
        invite: seal(
          bareInviteKey,
          ['invite', roomId, 2],
          invited.second,
          decode(nonces.inviteWithoutPassword),
        ),
      },
    ],
    cards: inputs.cards.map(({ pair, epoch, nonce, body }) => {
      const key = derive(roomKeyOf(epoch), 'card', roomId)
      const lines = ['card', roomId, epoch, participantIdOf(publicKeyOf(pair))]
      const padded = pad('card', body)
      return {
        epoch,
        key: encode(key),
        associatedData: lines.join('\n'),
        paddedBytes: padded.length,
        nonce,
        card: `c2.${epoch}.${seal(key, lines, padded, decode(nonce))}`,
      }
    }),
    doorCard: {
      key: encode(doorCardKey),
      associatedData: doorCardLines.join('\n'),
      paddedBytes: doorCardBody.length,
      nonce: inputs.doorCard.nonce,
      card: `d2.${seal(doorCardKey, doorCardLines, doorCardBody, decode(inputs.doorCard.nonce))}`,
    },
    doorKeyForMembers: {
      epoch: 1,
      key: encode(memberKey),
      associatedData: `door-key\n${roomId}\n1`,
      nonce: nonces.doorKey,
      encrypted: seal(memberKey, ['door-key', roomId, 1], doorKey, decode(nonces.doorKey)),
    },
    wraps: {
      alone: wrap({ epoch: 2, base: first, content: invited.second, nonce: nonces.wrap }),
      withLink: wrap({
        epoch: 2,
        base: first,
        content: Buffer.concat([second, decode(nextLinkKey), nextDoorKey, removedBytes(inputs.removedIds)]),
        nonce: nonces.wrapWithLink,
      }),
      atTheDoor: wrap({ epoch: 1, base: doorKey, content: invited.first, nonce: nonces.doorWrap }),
    },
    back: {
      key: encode(derive(second, 'back', roomId)),
      associatedData: `back\n${roomId}\n1`,
      nonce: nonces.back,
      back: seal(derive(second, 'back', roomId), ['back', roomId, 1], first, decode(nonces.back)),
    },
    checks: inputs.roomKeys.map((roomKey) => encode(derive(decode(roomKey), 'check', roomId))),
    tabStorageKeys: inputs.roomKeys.map((roomKey) => encode(derive(decode(roomKey), 'tab-storage', roomId))),
    reactions: inputs.reactions.map(({ message, choice }) => {
      const { pair = 0, epoch = 0, id = '' } = inputs.messages[message] ?? {}
      const purpose = `reaction ${participantIdOf(publicKeyOf(pair))} ${id}`
      const key = derive(roomKeyOf(epoch), purpose, roomId)
      return { purpose, key: encode(key), code: reactionCode(key, choice) }
    }),
    files: inputs.files.map(({ key, id, nonce, content }) => {
      const octets = Buffer.from(content, 'utf8')
      const padded = Buffer.concat([octets, Buffer.alloc(paddedFileSize(octets.length) - octets.length)])
      const lines = ['file', roomId, id, 0, 1]
      const chunk = seal(decode(key), lines, padded, decode(nonce))
      return { associatedData: lines.join('\n'), paddedBytes: padded.length, chunk }
    }),
    paddedFileSizes: inputs.fileSizes.map(paddedFileSize),
    messages: inputs.messages.map(({ pair, epoch, id, edit, nonce, body }) => {
      const participantId = participantIdOf(publicKeyOf(pair))
      const key = derive(roomKeyOf(epoch), `message ${participantId}`, roomId)
      const lines = ['e2', roomId, epoch, participantId, id, edit]
      const padded = pad('message', body)
      return {
        key: encode(key),
        associatedData: lines.join('\n'),
        paddedBytes: padded.length,
        envelope: `e2.${epoch}.${seal(key, lines, padded, decode(nonce))}`,
      }
    }),
  }
}

/** The vectors as docs/protocol.md has them. */
export interface Vectors {
  inputs: VectorInputs
  results: ReturnType<typeof computeVectors>
}
