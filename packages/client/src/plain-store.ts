import { emptyRoom, type Pending, type RoomStore } from '../../../client/room/room-state.ts'

/** Makes what holds a room's state without anything that draws it. @param onChange is called after each change */
export function makePlainStore(onChange: () => void): RoomStore {
  const latest = emptyRoom()
  const mutate: RoomStore['mutate'] = (run) => {
    run(latest)
    onChange()
  }
  return {
    latest,
    mutate,
    mutateSoon: mutate,
    scheduleFlush: onChange,
    setPending(entries) {
      latest.pending = entries.map((entry): Pending => entry)
      onChange()
    },
  }
}
