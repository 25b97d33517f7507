import type { Context } from 'hono'
import type { AppEnv } from '../env.ts'
import { namespaceOf } from '../stubs/namespaces.ts'

/** Hexadecimal digits of a hashed address. 64 bits distinguish all addresses that try within a minute. */
const HASH_LENGTH = 16

/** Groups of an IPv6 address that count: the network. A person who has one address of it has all 2^64. */
const NETWORK_GROUPS = 4

/** Returns what rate limits count a request by: the address that the platform has put into a header. */
export function readAddressKey<Env extends AppEnv>(c: Context<Env>): string {
  return addressKey(c.req.header('cf-connecting-ip'))
}

/**
 * Hashes the address of a request: what an object counts wrong passwords by. The platform keys the hash with a secret of
 * the namespace, and the object is part of it. So no address is stored in the clear, and nobody can see that two objects
 * store the same one.
 * @param objectId the id of the object that counts
 */
export function hashClientAddress<Env extends AppEnv>(c: Context<Env>, objectId: string): string {
  const namespace = namespaceOf(c.env, 'ROOMS')
  const id = namespace.idFromName(`source ${objectId} ${readAddressKey(c)}`)
  return id.toString().slice(0, HASH_LENGTH)
}

/** Returns the address in what a proxy or a socket calls the other side, which may have a port: `203.0.113.7:80`, `[::1]:80`. */
export function addressOf(peer: string): string {
  const [, bracketed] = /^\[(.*)\](?::\d+)?$/.exec(peer) ?? []
  return bracketed ?? peer.replace(/^([^:]*):\d+$/, '$1')
}

/** Returns what counts as one address: the whole of an IPv4 address, the network of an IPv6 one. */
export function addressKey(client: string | undefined): string {
  if (client === undefined) return 'unknown'
  // An IPv4 address as a socket names it that listens for both kinds: its network would be that of all of them.
  const address = client.replace(/^::ffff:(?=[\d.]+$)/i, '')
  if (!address.includes(':')) return address
  const [head = '', tail] = address.split('::')
  const groups = head.split(':').filter(Boolean)
  const rest = tail === undefined ? [] : tail.split(':').filter(Boolean)
  const zeros = Array.from({ length: Math.max(0, 8 - groups.length - rest.length) }, () => '0')
  return [...groups, ...zeros, ...rest]
    .slice(0, NETWORK_GROUPS)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')
}
