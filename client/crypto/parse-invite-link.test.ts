import { describe, expect, test } from 'vitest'
import { parseInviteLink } from './parse-invite-link.ts'

const roomId = 'V1StGXR8_Z5jdHi6B-myT'
const key = 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8'
const inviteLink = `https://chat.example/room/${roomId}#${key}`
const encoded = encodeURIComponent(inviteLink)
const cut = (...at: number[]) => [0, ...at].map((from, index) => inviteLink.slice(from, at[index]))

/** As Proofpoint's URL Defense writes it, version 2. */
const proofpoint2 = encoded
  .replace(/[-_]/g, (sign) => (sign === '-' ? '-2D' : '-5F'))
  .replace(/%2F/g, '_')
  .replace(/%/g, '-')

interface Case {
  what: string
  text: string
}
const WHOLE: Case[] = [
  { what: 'as it is', text: inviteLink },
  { what: 'among white space', text: ` ${inviteLink}\n` },
  { what: 'at the end of a sentence', text: `Join me: <${inviteLink}>.` },
  { what: 'in quotation marks', text: `"${inviteLink}", please` },
  { what: 'in brackets', text: `(${inviteLink})` },
  { what: 'in Markdown', text: `_${inviteLink}_ and [here](${inviteLink})` },
  { what: 'with a slash', text: inviteLink.replace('#', '/#') },
  { what: 'with a query', text: inviteLink.replace('#', '?fbclid=IwAR1_x&utm=1#') },
  { what: 'without a host', text: `/room/${roomId}#${key}` },
  { what: 'with ##', text: inviteLink.replace('#', '##') },
  { what: 'with #!', text: inviteLink.replace('#', '#!') },
  { what: 'with %23', text: inviteLink.replace('#', '%23') },
  { what: 'with %2523', text: inviteLink.replace('#', '%2523') },
  { what: 'in HTML', text: inviteLink.replace('#', '&#35;') },
  { what: 'broken into lines', text: cut(40, 80).join('\r\n ') },
  { what: 'broken into lines, and a text behind it', text: `Hi!\n${cut(40, 70).join('\n')}\nSee you, Ann` },
  { what: 'broken before its id', text: `${cut(24).join('\n')} See you` },
  { what: 'broken in the middle of its %23', text: inviteLink.replace('#', '%2\r\n3') },
  { what: 'broken right behind its #', text: `${inviteLink.replace('#', '#\n')}\nSee you` },
  { what: 'broken into lines of an answer', text: `> ${cut(40, 80).join('\n> ')}\n> See you` },
  { what: 'broken with what is not seen', text: cut(50, 60).join('\u200b') },
  { what: 'in quoted-printable', text: `<a href=3D"${cut(48, 76).join('=\r\n')}">` },
  {
    what: 'in quoted-printable, with =23',
    text: `${inviteLink.replace('#', '=23').slice(0, 60)}=\n${inviteLink.replace('#', '=23').slice(60)}`,
  },
  {
    what: 'behind Outlook’s Safe Links',
    text: `https://nam02.safelinks.protection.outlook.com/?url=${encoded}&data=05%7C01%7Cann%40example.com&sdata=x%3D&reserved=0`,
  },
  {
    what: 'behind Google',
    text: `https://www.google.com/url?q=${encoded}&sa=D&source=calendar&ust=17&usg=AOvV`,
  },
  { what: 'behind Facebook', text: `https://l.facebook.com/l.php?u=${encoded}%3Ffbclid%3DIwAR0&h=AT2` },
  { what: 'behind Barracuda', text: `https://linkprotect.cudasvc.com/url?a=${encoded}&c=E,1,x&typo=1` },
  { what: 'behind Cisco', text: `https://secure-web.cisco.com/1AbC-d_E/${encoded}` },
  {
    what: 'behind two of them',
    text: `https://x.test/?url=${encodeURIComponent(`https://y.test/?u=${encoded}&k=1`)}&d=2`,
  },
  {
    what: 'behind Proofpoint 2',
    text: `https://urldefense.proofpoint.com/v2/url?u=${proofpoint2}&d=DwMFaQ&c=euGZ&r=a-b_c&m=x&s=y&e=`,
  },
  {
    what: 'behind Proofpoint 3',
    text: `https://urldefense.com/v3/__${inviteLink.replace('#', '*')}__;Iw!!FiWPmuqhD5aF3oDTQnc!abc$`,
  },
  {
    what: 'behind Sophos',
    text: `https://eu-west-1.protection.sophos.com/?d=chat.example&u=${btoa(inviteLink)}&i=NWYx&t=abc`,
  },
]

describe('a whole invite link', () => {
  test.for(WHOLE)('is found $what', ({ text }) => {
    expect(parseInviteLink(text)).toEqual({ roomId, linkKey: key })
  })
})

describe('an invite link without its key', () => {
  test.for([
    `https://chat.example/room/${roomId}`,
    `https://chat.example/room/${roomId}/`,
    `Join me: <https://chat.example/room/${roomId}>.`,
    `https://chat.example/room/${roomId.slice(0, 9)}\n${roomId.slice(9)}\nSee you, Ann`,
    `https://chat.example/room/${roomId}?utm=1#top`,
    `https://www.google.com/url?q=${encodeURIComponent(`https://chat.example/room/${roomId}`)}&sa=D`,
    inviteLink.slice(0, -1),
    `${inviteLink}A`,
    `${inviteLink}-A`,
    // 43 characters whose last one holds bits that no key has.
    `${inviteLink.slice(0, -1)}B`,
  ])('is found in %j, and the room can say whether it needs one', (text) => {
    expect(parseInviteLink(text)).toEqual({ roomId, linkKey: null })
  })
})

test.for([
  '',
  'hello',
  inviteLink.replace(roomId, roomId.slice(1)),
  key,
  '100 % sure',
  `https://chat.example/room/${roomId}x`,
])('there is no invite link in %j', (text) => {
  expect(parseInviteLink(text)).toBeNull()
})
