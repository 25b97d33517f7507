import { describe, expect, test } from 'vitest'
import { addressKey, addressOf } from './client-address.ts'

interface Case {
  address: string | undefined
  key: string
}
const CASES: Case[] = [
  { address: undefined, key: 'unknown' },
  { address: '203.0.113.7', key: '203.0.113.7' },
  { address: '2001:db8:1:2:3:4:5:6', key: '2001:db8:1:2' },
  { address: '2001:0db8:0001:0002:0003:0004:0005:0006', key: '2001:db8:1:2' },
  { address: '2001:DB8:1:2::1', key: '2001:db8:1:2' },
  { address: '2001:db8::', key: '2001:db8:0:0' },
  { address: '2001:db8::1', key: '2001:db8:0:0' },
  { address: '2001:db8:1::7:8', key: '2001:db8:1:0' },
  { address: '::1', key: '0:0:0:0' },
  { address: '::', key: '0:0:0:0' },
  { address: '::ffff:203.0.113.7', key: '203.0.113.7' },
  { address: '1::2:3:4:5:6:7', key: '1:0:2:3' },
]

describe('what counts as one address', () => {
  test.for(CASES)('of $address is $key', ({ address, key }) => {
    expect(addressKey(address)).toBe(key)
  })

  test('is another for a neighbour’s network', () => {
    expect(addressKey('2001:db8:1:2::1')).not.toBe(addressKey('2001:db8:1:3::1'))
  })
})

test.for([
  ['203.0.113.7', '203.0.113.7'],
  ['203.0.113.7:8080', '203.0.113.7'],
  ['2001:db8::1', '2001:db8::1'],
  ['[2001:db8::1]', '2001:db8::1'],
  ['[::ffff:203.0.113.7]:8080', '::ffff:203.0.113.7'],
])('the address in %s is %s', ([peer, address]) => {
  expect(addressOf(peer as string)).toBe(address)
})
