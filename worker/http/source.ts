import type { Context } from 'hono'
import type { AppEnv, Bindings } from '../env.ts'
import { addressKey } from './throttle.ts'

/** Hexadecimal digits: 64 bits tell all addresses apart that try within a minute. */
const LENGTH = 16

/**
 * What an object counts wrong passwords by, instead of the address that they come from: a hash that the platform keys
 * with a secret of the namespace, of the address and the object together. So no address is stored in the clear, and what
 * two objects store can't be told to be the same one's.
 * @param objectId the id of the object that counts
 */
export function sourceOf<Env extends AppEnv>(c: Context<Env>, objectId: string): string {
  const { ROOMS }: Bindings = c.env
  const address = addressKey(c.req.header('cf-connecting-ip'))
  return ROOMS.idFromName(`source ${objectId} ${address}`).toString().slice(0, LENGTH)
}
