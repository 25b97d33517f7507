import type { Benchmark } from './benchmark.ts'
import { files } from './files.ts'
import { memory, wake } from './idle.ts'
import { joins, joinsBySocket, openRoom } from './joins.ts'
import { largeRoom } from './large-room.ts'
import { fanOut, inFlight, loneBroadcast, loneMessage, manyRooms } from './messages.ts'

/** Everything that is measured by driving a server, by the name that \`--only\` takes, in the order of the run. */
export const BENCHMARKS: Readonly<Record<string, Benchmark>> = {
  'lone-message': loneMessage,
  'in-flight': inFlight,
  'fan-out-50': fanOut(50),
  'fan-out-500': fanOut(500),
  'fan-out-2000': fanOut(2_000),
  'fan-out-10000': fanOut(10_000),
  'lone-broadcast-500': loneBroadcast(500),
  'lone-broadcast-2000': loneBroadcast(2_000),
  '300-rooms': manyRooms,
  files,
  joins,
  'joins-by-socket': joinsBySocket,
  'open-room': openRoom,
  wake,
  memory,
  'large-room': largeRoom,
} as Readonly<Record<string, Benchmark>>
