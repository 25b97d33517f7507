import type { Room } from '../../protocol/room.ts'

/** Whether every seat is taken, by those who are here and those who are away. */
export function isFull({ seats, capacity }: Pick<Room, 'seats' | 'capacity'>): boolean {
  return capacity !== null && seats >= capacity
}
