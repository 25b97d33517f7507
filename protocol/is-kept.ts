import type { Room } from './room.ts'

/**
 * Whether somebody besides those in a room can read what is said in it: its facilitator, for a while after it has closed,
 * or whoever runs the deployment, where it is not encrypted. Who enters such a room is told so before they say anything.
 */
export function isKept({ encryption, retainFor }: Pick<Room, 'encryption' | 'retainFor'>): boolean {
  return retainFor !== undefined && (retainFor > 0 || encryption === 'none')
}
