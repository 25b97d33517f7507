import { rmSync } from 'node:fs'
import type { Seat } from '../seat.ts'
import type { Option } from './arguments.ts'
import type { Read } from './ending.ts'
import { checkPrivateFile, readPrivateFile, writePrivateFile } from './private-file.ts'

/** The option that names the file in which a seat is kept between two commands. */
export const SEAT_OPTION: Option = {
  type: 'string',
  value: 'FILE',
  help: 'keep the seat in this file (mode 0600), and come back with it',
}

/** Returns the seat out of its file; null where there is no such file yet. Whether it is one is for the library to say. */
export function readSeat(file: string): Read<Seat | null> {
  return readPrivateFile<Seat>(file, 'seat')
}

/** Tells whether a seat can be kept there, before a room is made for it. */
export function checkSeatFile(file: string): Read<void> {
  return checkPrivateFile(file, 'seat')
}

/** Writes a seat into its file, for the next command. */
export function writeSeat(file: string, seat: Seat): Read<void> {
  return writePrivateFile(file, 'seat', seat)
}

/** Deletes the seat of a room that is over: its keys open nothing any more. */
export function deleteSeat(file: string): void {
  rmSync(file, { force: true })
}
