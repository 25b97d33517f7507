import { expect, test } from 'vitest'
import { type DeploymentAddress, parseAddress } from './parse-address.ts'

const ROOM = 'V1StGXR8_Z5jdHi6B-myT'

/** An address as somebody copies it. */
interface Case {
  text: string
  address: DeploymentAddress | null
}
const CASES: Case[] = [
  { text: 'https://chat.example', address: { origin: 'https://chat.example' } },
  { text: 'https://chat.example/', address: { origin: 'https://chat.example' } },
  { text: 'chat.example', address: { origin: 'https://chat.example' } },
  { text: 'localhost:8787', address: { origin: 'https://localhost:8787' } },
  { text: 'http://localhost:8787', address: { origin: 'http://localhost:8787' } },
  {
    text: `https://chat.example/room/${ROOM}#k2.secret`,
    address: { origin: 'https://chat.example', roomId: ROOM },
  },
  { text: `https://chat.example/room/${ROOM}x`, address: null },
  { text: 'https://chat.example/privacy', address: null },
  { text: 'https://ann:secret@chat.example', address: null },
  { text: 'ftp://chat.example', address: null },
  { text: '', address: null },
]
test.for(CASES)('of “$text” only what is needed is read', ({ text, address }) => {
  expect(parseAddress(text)).toEqual(address)
})
