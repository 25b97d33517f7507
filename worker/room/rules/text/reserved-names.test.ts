import { expect, test } from 'vitest'
import { isReserved } from './reserved-names.ts'

const RESERVED = [
  ['You', 'you', 'YOU', 'Yоu', '(you)', 'Ada (you)', 'Ada · You', 'Ada - you', 'Y.o.u', '[You]'],
  ['Host', 'HOST', 'Н0st', 'Ηοst', 'ｈｏｓｔ', 'H.o.s.t', 'h o s t', '«Host»', 'hоѕt', 'ʜᴏsᴛ', '𝓗𝓸𝓼𝓽'],
  [
    'Ada · host',
    'Ada (host)',
    'Ada • Host',
    'host Ada',
    'Ada-host',
    'Ada_host',
    'The Host',
    'co-host',
    'Host 2',
  ],
  ['Ada 🅷🅾🆂🆃', 'Ada 🅗🅞🅢🅣', '🇭🇴🇸🇹', 'Ada 🄷🄾🅂🅃', 'Ada ⓗⓞⓢⓣ'],
  [
    'Facilitator',
    'Faci1itator',
    'FaciIitator',
    'ꜰᴀᴄɪʟɪᴛᴀᴛᴏʀ',
    'FACILITATOR',
    'Ada, facilitator',
    'Ada|Facilitator',
  ],
  ['System', 'Sуstem', 'System message', 'SYSTEM:'],
  ['private-chat', 'Private Chat', 'privatechat', 'private_chat support', 'The private chat', 'prіvate-chat'],
].flat()

test.for(RESERVED)('%s is reserved', (name) => {
  expect(isReserved(name)).toBe(true)
})

const HONEST = [
  ['Hostetler', 'Ghost', 'Hostess', 'Hosta', 'Joost', 'Ho', 'Homer', 'Thost', 'Höst', 'Hösten'],
  ['Youssef', 'Young', 'You Jin', 'Xiaohong You', 'Youri', 'Bayou', 'Ada & You-Jin'],
  ['Systemine', 'Facility', 'Facundo', 'Ecosystem', 'Private Ryan', 'Chatterjee', 'Private Eye chat'],
  ['Ada', 'Владимир', '安娜', 'علی', 'anonymous-wolf-x7k2p', '👩‍👩‍👧', '🇩🇪 Ada', 'O’Neill', 'Anne-Marie'],
].flat()

test.for(HONEST)('%s is a name like any other', (name) => {
  expect(isReserved(name)).toBe(false)
})
