/** Which epoch of which room something belongs to: it is bound to what is encrypted. */
export interface RoomEpoch {
  roomId: string
  /** From 1. */
  epoch: number
}
