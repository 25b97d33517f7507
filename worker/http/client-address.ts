import type { Context } from 'hono'
import type { AppEnv, Bindings } from '../env.ts'

/** Hexadecimal digits: 64 bits tell all addresses apart that try within a minute. */
const LENGTH = 16

/**
 * What an object counts wrong passwords by, instead of the address that they come from: a hash that the platform keys
 * with a secret of the namespace, of the address and the object together. So no address is stored in the clear, and what
 * two objects store can't be told to be the same one's.
 * @param objectId the id of the object that counts
 */
export function hashClientAddress<Env extends AppEnv>(c: Context<Env>, objectId: string): string {
  const { ROOMS }: Bindings = c.env
  const address = addressKey(c.req.header('cf-connecting-ip'))
  return ROOMS.idFromName(`source ${objectId} ${address}`).toString().slice(0, LENGTH)
}

/** What counts as one address: the whole of an IPv4 one, the first 64 bits of an IPv6 one, since whoever has one of those has all 2^64. */
export function addressKey(address: string | undefined): string {
  if (address === undefined) return 'unknown'
  if (!address.includes(':')) return address
  const [head = '', tail] = address.split('::')
  const groups = head.split(':').filter(Boolean)
  const rest = tail === undefined ? [] : tail.split(':').filter(Boolean)
  const zeros = Array.from({ length: Math.max(0, 8 - groups.length - rest.length) }, () => '0')
  return [...groups, ...zeros, ...rest]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')
}
